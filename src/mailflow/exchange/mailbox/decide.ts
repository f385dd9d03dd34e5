/** The mailbox stage: what sits on one recipient, decided for a class of messages (exchange-online.md 4). */
import type { StageQuestion } from "../after-rules";
import { decideSizeLimit } from "../edge";
import { type Issue, notRead } from "../issue";
import type { Recipient } from "../tenant";
import type { Walk } from "../transport-rules/walk";
import { decideDeliveryRestrictions } from "./delivery-restrictions";
import { decideForwarding } from "./forwarding";
import { decideInboxRules } from "./inbox-rules";
import { decideJunkEmail } from "./junk-email";
import { decideQuota, roomOf } from "./quota";
import { decideRecipientType } from "./recipient-type";

export const decideMailbox = (question: StageQuestion, walk: Walk): readonly Issue[] => {
  const { tenant, messages, recipient } = question;
  if (recipient === undefined) return [];
  const { mailbox } = recipient;
  return [
    ...decideRecipientType(recipient.recipientTypeDetails ?? "UserMailbox", "The recipient"),
    ...(mailbox === undefined
      ? [notRead("mailbox", "Get-Mailbox")]
      : [
          ...decideDeliveryRestrictions(tenant, mailbox, messages.sender),
          ...decideSizeLimit(messages, mailbox.maxReceiveSize, "mailbox", "the mailbox"),
          ...decideQuota(recipient),
          ...decideForwarding(mailbox),
          ...decideJunkEmail(mailbox, messages.sender),
          ...decideInboxRules(mailbox.inboxRules, question, walk),
        ]),
  ];
};

/** What the stage looks at in a recipient, as a text: equal texts mean no decision tells two recipients apart. */
export const mailboxKey = (): ((recipient: Recipient) => string) => {
  const known = new WeakMap<object, string>();
  return (recipient) => {
    const { mailbox, recipientTypeDetails } = recipient;
    if (mailbox === undefined) return recipientTypeDetails ?? "";
    const found = known.get(mailbox);
    const { totalItemSize: _used, ...settings } = mailbox;
    const text = found ?? JSON.stringify(settings);
    known.set(mailbox, text);
    // Names in a list may be the recipient's own, so that two mailboxes with the same list may differ.
    const named = mailbox.inboxRules?.some(({ conditions }) =>
      conditions.some(({ name }) => name === "SentTo" || name === "RecipientAddressContainsWords"),
    );
    return [
      recipientTypeDetails,
      JSON.stringify(roomOf(recipient)),
      text,
      named ? recipient.address : "",
    ].join("\u0000");
  };
};
