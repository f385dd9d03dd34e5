/** The mailbox stage: what sits on one recipient, decided for a class of messages (exchange-online.md 4). */
import type { StageQuestion } from "../after-rules";
import { decideSizeLimit } from "../edge";
import { type Issue, notRead } from "../issue";
import type { Walk } from "../transport-rules/walking";
import { decideDeliveryRestrictions } from "./delivery-restrictions";
import { decideForwarding } from "./forwarding";
import { decideInboxRules } from "./inbox-rules";
import { decideJunkEmail } from "./junk-email";
import { decideQuota } from "./quota";
import { anyRecipient, decideRecipientType } from "./recipient-type";

export const decideMailbox = (question: StageQuestion, walk: Walk): readonly Issue[] => {
  const { tenant, messages, recipient } = question;
  // Mailboxes that nobody read may do anything with what reaches them.
  if (recipient === undefined) return [notRead("mailbox", "Get-Mailbox")];
  const { mailbox } = recipient;
  return [
    ...decideRecipientType(recipient.recipientTypeDetails ?? "unknown", anyRecipient),
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
