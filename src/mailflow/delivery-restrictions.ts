/** What restricts who may write to a mailbox, whatever else becomes of the mail (exchange-online.md 4.2). */
import { aircallSenders } from "./aircall";
import { decideDeliveryRestrictions } from "./exchange/mailbox/delivery-restrictions";
import type { ExchangeTenant, MailboxSettings, Recipient } from "./exchange/tenant";
import type { Finding } from "./finding";
import { gatheredFindings } from "./gathered-findings";
import { aircallClass } from "./message-class";
import type { RecipientClass } from "./recipients";

/** The mailbox as if it took mail from everybody. Equal where nothing restricts. */
export const unrestricted = (mailbox: MailboxSettings): MailboxSettings => {
  const { acceptMessagesOnlyFrom: accepted, rejectMessagesFrom: rejected } = mailbox;
  const { requireSenderAuthenticationEnabled, moderationEnabled } = mailbox;
  const isOpen = accepted.length === 0 && rejected.length === 0;
  if (isOpen && !requireSenderAuthenticationEnabled && !moderationEnabled) return mailbox;
  return {
    ...mailbox,
    acceptMessagesOnlyFrom: [],
    rejectMessagesFrom: [],
    requireSenderAuthenticationEnabled: false,
    moderationEnabled: false,
  };
};

/**
 * Findings about delivery restrictions and moderation of a mailbox; `undefined` where its settings were not read. They have
 * no witness: a message may end elsewhere before it meets them.
 */
export const restrictionsOf = (
  tenant: ExchangeTenant,
  { asOf, senders: given }: { readonly asOf: Date; readonly senders?: readonly string[] },
): ((recipient: Recipient) => readonly Finding[] | undefined) => {
  const senders = given?.length ? given : aircallSenders;
  const context = { tenant, asOf, scope: "mailbox", route: undefined } as const;
  return (recipient) => {
    const { mailbox, address, count } = recipient;
    if (mailbox === undefined) return undefined;
    const members = [recipient];
    const alone: RecipientClass = { representative: recipient, count, sample: [address], members };
    const found = gatheredFindings();
    for (const sender of senders) {
      const issues = decideDeliveryRestrictions(tenant, mailbox, sender);
      const withoutWitness = issues.map(({ values: _values, ...issue }) => issue);
      found.note(withoutWitness, aircallClass(sender), alone, context);
    }
    return found.merged(senders.length);
  };
};
