/** What the verifier says about Aircall's mail to each user of an Exchange tenant, parted by check. */
import { restrictionsOf, unrestricted } from "../../mailflow/delivery-restrictions";
import type { ExchangeTenant, MailboxSettings, Recipient } from "../../mailflow/exchange/tenant";
import type { DecideOptions } from "../../mailflow/moment";
import type { FoundUser } from "../../mailflow/users";
import { verdictsByUser } from "../../mailflow/verdicts-by-user";
import type { MailAnswer } from "../check";
import { foundIn } from "./source";

export type MailQuestion = Omit<DecideOptions, "users" | "scope">;

/**
 * The tenant as if every mailbox had room and took mail from everybody, which other checks ask. Findings that are left out
 * afterwards could have hidden, or softened, what else keeps the mail out.
 */
const openTenant = (tenant: ExchangeTenant): ExchangeTenant => {
  const opened = new Map<MailboxSettings, MailboxSettings>();
  const open = (mailbox: MailboxSettings): MailboxSettings => {
    const known = opened.get(mailbox) ?? unrestricted(mailbox);
    opened.set(mailbox, known);
    return known;
  };
  const withRoom = (recipient: Recipient): Recipient => ({
    ...recipient,
    prohibitSendReceiveQuota: "unlimited",
    useDatabaseQuotaDefaults: false,
    mailbox: recipient.mailbox === undefined ? undefined : open(recipient.mailbox),
  });
  return { ...tenant, recipients: tenant.recipients?.map(withRoom) };
};

/** @param find `undefined` where the recipients were not read. */
export const mailAnswers = (
  tenant: ExchangeTenant,
  file: string,
  users: readonly string[],
  question: MailQuestion,
  find: ((user: string) => FoundUser) | undefined,
): ((email: string) => MailAnswer) => {
  const open = openTenant(tenant);
  const options = { ...question, scope: "mailbox" } as const;
  const verdictOf = verdictsByUser(open, users, options);
  const restrictions = restrictionsOf(tenant, question);
  return (email) => {
    const answer = verdictOf(email) ?? verdictsByUser(open, [email], options)(email);
    const found = find?.(email);
    return {
      verdict: answer?.verdict ?? "undecided",
      findings: answer?.findings ?? [],
      restrictions: found?.kind === "mailbox" ? restrictions(found.recipient) : undefined,
      source: foundIn(file, found),
    };
  };
};
