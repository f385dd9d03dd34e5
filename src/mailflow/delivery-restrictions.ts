/** What restricts who may write to a mailbox, whatever else becomes of the mail (exchange-online.md 4.2). */
import { aircallSenders } from "./aircall";
import type { Issue } from "./exchange/issue";
import { decideDeliveryRestrictions } from "./exchange/mailbox/delivery-restrictions";
import type { ExchangeTenant, MailboxSettings, Recipient } from "./exchange/tenant";
import type { Finding } from "./finding";
import { gatheredFindings } from "./gathered-findings";
import { aircallClass, type MessageClass } from "./message-class";
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

/** What keeps out mail of one class. */
interface Restricted {
  readonly messages: MessageClass;
  readonly issues: readonly Issue[];
}

const none: readonly Finding[] = [];

/**
 * Findings about delivery restrictions and moderation of a mailbox; `undefined` where its settings were not read. They have
 * no witness: a message may end elsewhere before it meets them.
 */
export const restrictionsOf = (
  tenant: ExchangeTenant,
  { asOf, senders: given }: { readonly asOf: Date; readonly senders?: readonly string[] },
): ((recipient: Recipient) => readonly Finding[] | undefined) => {
  const senders = given?.length ? given : aircallSenders;
  const mail = senders.map((sender) => ({ sender, messages: aircallClass(sender) }));
  const context = { tenant, asOf, scope: "mailbox", route: undefined } as const;
  /** Most mailboxes share their settings with others. */
  const known = new WeakMap<MailboxSettings, readonly Restricted[]>();
  const restrictedBy = (mailbox: MailboxSettings): readonly Restricted[] => {
    const before = known.get(mailbox);
    if (before !== undefined) return before;
    const found = mail.flatMap(({ sender, messages }): readonly Restricted[] => {
      const issues = decideDeliveryRestrictions(tenant, mailbox, sender);
      return issues.length === 0
        ? []
        : [{ messages, issues: issues.map(({ values: _values, ...issue }) => issue) }];
    });
    known.set(mailbox, found);
    return found;
  };
  return (recipient) => {
    const { mailbox, address, count } = recipient;
    if (mailbox === undefined) return undefined;
    const restricted = restrictedBy(mailbox);
    if (restricted.length === 0) return none;
    const alone: RecipientClass = {
      representative: recipient,
      count,
      sample: [address],
      members: [recipient],
    };
    const found = gatheredFindings();
    for (const { messages, issues } of restricted) found.note(issues, messages, alone, context);
    return found.merged(senders.length);
  };
};
