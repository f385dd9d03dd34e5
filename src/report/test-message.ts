/** The PowerShell line that tries a message on a live tenant with Exchange's own `Test-Message`. */
import type { Message } from "../mailflow/message";

/** The file the line reads: the mail as `check --format json` prints it under `witness.eml`. */
export const testMessageFile = "witness.eml";

/** Whoever runs the line puts the address of a mailbox of the tenant here. */
const reportReader = "<your own address>";

/** PowerShell ends a quoted text at any of these, and reads two of them as one. */
const quotes = /['\u2018\u2019\u201a\u201b]/gu;

/** A literal text: nothing in it is expanded. */
const literal = (text: string): string =>
  `'${text.replace(/\p{Cc}/gu, "").replace(quotes, (quote) => quote + quote)}'`;

/**
 * One line for a session of Exchange Online PowerShell. It tries the transport rules only, not the filters behind them,
 * and their actions really happen: a moderator is asked, a notice is sent.
 *
 * @remarks .NET resolves a relative path against the process, not against the place the session is in; `Convert-Path`
 * makes it absolute. `-Sender` is the address in the From field, which rules look at where they say nothing else.
 * @param file where the mail is saved.
 */
export const testMessageLine = (
  { from, recipient }: Pick<Message, "from" | "recipient">,
  file = testMessageFile,
): string =>
  [
    "Test-Message",
    `-MessageFileData ([System.IO.File]::ReadAllBytes((Convert-Path -LiteralPath ${literal(file)})))`,
    `-Sender ${literal(from)}`,
    `-Recipients ${literal(recipient)}`,
    `-SendReportTo ${literal(reportReader)}`,
    "-TransportRules",
  ].join(" ");
