/** The properties of a MailboxQuota resource, as its behaviour works with them. */
import type {
  AppliedMailboxQuota,
  MailboxQuotaOutputs,
} from "../../../resources/exchange/generated/mailbox-quota-values";

export type { AppliedMailboxQuota, MailboxQuotaOutputs };

/** The quotas of a mailbox, from the lowest to the highest: the service demands this order (exchange-online.md 4.1). */
export const quotaNames = ["issueWarningQuota", "prohibitSendQuota", "prohibitSendReceiveQuota"] as const;

export type QuotaName = (typeof quotaNames)[number];

/** Sizes in normal form. What is absent stays as it is. */
export interface Floor {
  readonly issueWarningQuota?: string;
  readonly prohibitSendQuota?: string;
  readonly prohibitSendReceiveQuota: string;
}

/** Inputs in normal form. */
export interface MailboxQuotaProperties extends Floor {
  readonly mailboxes?: readonly string[];
  readonly group?: string;
}
