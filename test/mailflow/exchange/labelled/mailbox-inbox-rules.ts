/** What a user's own inbox rules do to a mail that was delivered (exchange-online.md 4.3, 9.10). */
import type { Certainty, Outcome } from "../../../../src/mailflow/outcome";
import { aircallSenders, type LabelledTenant, type RawObject } from "./labelled-tenant";
import { anna, inboxRule, mailboxTenant } from "./mailbox-tenant";
import type { ReferenceRow } from "./reference-rows";

const scope = "mailbox" as const;
const cites = "exchange-online.md 4.3, 9.10";
const fromAircall: RawObject = { FromAddressContainsWords: ["aircall.io"] };
const toFolder: RawObject = { MoveToFolder: "Newsletters" };

const withRules = (...rules: readonly RawObject[]) =>
  mailboxTenant().with(
    "Get-InboxRule",
    rules.map((rule, priority) => inboxRule(`Rule ${priority + 1}`, priority + 1, rule)),
  );

const takes = (
  title: string,
  rows: readonly ReferenceRow[],
  rule: RawObject,
  outcome: Outcome,
  certainty: Certainty = "certain",
): LabelledTenant => ({
  title,
  cites,
  rows,
  scope,
  export: withRules(rule).build(),
  verdict: certainty === "content-dependent" ? "not-guaranteed" : "blocked",
  finding: { stage: "mailbox", certainty, outcome },
});

const leaves = (
  title: string,
  rows: readonly ReferenceRow[],
  ...rules: readonly RawObject[]
): LabelledTenant => ({
  title,
  cites,
  rows,
  scope,
  export: withRules(...rules).build(),
  verdict: "proven",
  messages: [{ message: {}, outcome: "inbox", why: "no rule of hers takes it" }],
});

const unsettled = (title: string, rows: readonly ReferenceRow[], rule: RawObject): LabelledTenant => ({
  title,
  cites,
  rows,
  scope,
  export: withRules(rule).build(),
  verdict: "undecided",
  finding: { stage: "mailbox" },
});

// biome-ignore format: one rule, one line
const oneRule: readonly LabelledTenant[] = [
  takes("a rule of the user's moves Aircall mail to a folder", ["4.3 MoveToFolder", "4.3 FromAddressContainsWords", "9.10"], { ...fromAircall, ...toFolder }, "moved"),
  takes("a rule of the user's deletes Aircall mail", ["4.3 DeleteMessage"], { ...fromAircall, DeleteMessage: true }, "deleted"),
  takes("a rule of the user's deletes Aircall mail softly", ["4.3 SoftDeleteMessage"], { ...fromAircall, SoftDeleteMessage: true }, "deleted"),
  takes("a rule without conditions moves every mail", ["4.3 MoveToFolder"], toFolder, "moved"),
  takes("a rule for mail to its user alone moves Aircall mail", ["4.3 SentOnlyToMe"], { SentOnlyToMe: true, ...toFolder }, "moved"),
  takes("a rule of the user's for one sender moves that sender's mail", ["4.3 From"], { From: ['"Aircall" [SMTP:noreply@aircall.io]'], ...toFolder }, "moved"),
  takes("a rule of the user's for a word of a login mail is a likely loss", ["4.3 SubjectContainsWords"], { SubjectContainsWords: ["code"], ...toFolder }, "moved", "likely"),
  takes("a rule of the user's for a word of a body is a likely loss", ["4.3 BodyContainsWords"], { BodyContainsWords: ["verification"], DeleteMessage: true }, "deleted", "likely"),
  takes("a rule of the user's for a word that Aircall is unlikely to write is content-dependent", ["4.3 SubjectContainsWords"], { SubjectContainsWords: ["lottery"], ...toFolder }, "moved", "content-dependent"),
  takes("an exception for one sender leaves the other four in the rule", ["4.3 ExceptIf"], { ...fromAircall, ExceptIfFromAddressContainsWords: ["noreply@notify.aircall.io"], ...toFolder }, "moved"),
  leaves("a rule that is not enabled does nothing", ["4.3 rule Enabled"], { ...fromAircall, ...toFolder, Enabled: false }),
  leaves("a rule that marks as read leaves the mail where it is", ["4.3 MarkAsRead"], { ...fromAircall, MarkAsRead: true }),
  leaves("a rule of the user's for another sender does nothing to Aircall mail", ["4.3 FromAddressContainsWords"], { FromAddressContainsWords: ["fabrikam.example"], DeleteMessage: true }),
  leaves("a rule that stops keeps the rules below it from the mail", ["4.3 StopProcessingRules", "4.3 Priority"], { ...fromAircall, MarkAsRead: true, StopProcessingRules: true }, { DeleteMessage: true }),
  leaves("an exception for Aircall takes its mail out of the rule", ["4.3 ExceptIf"], { ...toFolder, ExceptIfFromAddressContainsWords: ["aircall.io"] }),
  leaves("a rule whose conditions name another sender and a plausible word does nothing", ["4.3 SubjectContainsWords"], { FromAddressContainsWords: ["fabrikam.example"], SubjectContainsWords: ["code"], ...toFolder }),
  unsettled("whether a part of a word is enough for a rule of the user's is not published", ["4.3 words"], { SubjectContainsWords: ["verif"], ...toFolder }),
  unsettled("whether a part of a domain is enough for a rule of the user's is not published", ["4.3 words"], { FromAddressContainsWords: ["ircall"], ...toFolder }),
  unsettled("which header fields a rule of the user's sees is not published", ["4.3 HeaderContainsWords"], { HeaderContainsWords: ["dmarc=pass"], ...toFolder }),
  unsettled("whether a redirect of the user's keeps a copy is not published", ["4.3 RedirectTo"], { ...fromAircall, RedirectTo: ["bob@contoso.example"] }),
];

export const mailboxInboxRules: readonly LabelledTenant[] = [
  ...oneRule,
  {
    title: "the rule with the lower number goes first, wherever it is printed",
    cites,
    rows: ["4.3 Priority", "4.3 StopProcessingRules"],
    scope,
    export: mailboxTenant()
      .with("Get-InboxRule", [
        inboxRule("Second", 2, { ...fromAircall, MarkAsRead: true, StopProcessingRules: true }),
        inboxRule("First", 1, { ...fromAircall, DeleteMessage: true }),
      ])
      .build(),
    verdict: "blocked",
    finding: { stage: "mailbox", certainty: "certain", outcome: "deleted" },
    messages: aircallSenders.map((from) => ({
      message: { from },
      outcome: "deleted" as const,
      why: `${from} holds aircall.io`,
    })),
  },
  {
    title: "a condition of a rule of the user's that the model does not know is undecided",
    cites: `${cites}; design 2`,
    scope,
    export: withRules({ FlaggedForAction: "Any", ...toFolder }).build(),
    verdict: "undecided",
    finding: { stage: "mailbox" },
  },
  {
    title: "inbox rules that were not read may take the mail",
    cites: `${cites}; design 2`,
    scope,
    export: mailboxTenant().without("Get-InboxRule").build(),
    verdict: "undecided",
    finding: { stage: "mailbox", names: "Get-InboxRule" },
  },
  {
    title: "inbox rules of another user do nothing to hers",
    cites,
    scope,
    export: mailboxTenant()
      .with("Get-InboxRule", [
        { ...inboxRule("His", 1, { DeleteMessage: true }), Mailbox: "bob@contoso.example" },
      ])
      .build(),
    verdict: "proven",
    messages: [{ message: { recipient: anna }, outcome: "inbox", why: "the rule is not hers" }],
  },
];
