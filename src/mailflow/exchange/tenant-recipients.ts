/** Recipients, groups and contacts of a tenant, with what sits on one mailbox (exchange-online.md 4). */
import type { Size } from "../size";
import type { InboxRule } from "./mailbox/inbox-rule-table";

/** `Get-MailboxJunkEmailConfiguration` of one mailbox (exchange-online.md 4.3). */
export interface JunkEmailConfiguration {
  readonly enabled: boolean;
  readonly trustedListsOnly: boolean;
  readonly contactsTrusted: boolean;
  /** Addresses and domains, lower-case. */
  readonly trustedSendersAndDomains: readonly string[];
  /** Addresses and domains, lower-case. */
  readonly blockedSendersAndDomains: readonly string[];
}

/**
 * Delivery settings of one mailbox (exchange-online.md 4.1 to 4.3). For lists and flags, null, empty and missing are equal
 * (9.15); `undefined` is not read.
 */
export interface MailboxSettings {
  /** Every entry of AcceptMessagesOnlyFrom and its two siblings: names of objects, lower-case. */
  readonly acceptMessagesOnlyFrom: readonly string[];
  /** Every entry of RejectMessagesFrom and its two siblings: names of objects, lower-case. */
  readonly rejectMessagesFrom: readonly string[];
  readonly requireSenderAuthenticationEnabled: boolean;
  readonly moderationEnabled: boolean;
  readonly bypassModerationFrom: readonly string[];
  /** `undefined` where the mailbox sets none. */
  readonly maxReceiveSize: Size | undefined;
  readonly forwardingAddress: string | undefined;
  readonly forwardingSmtpAddress: string | undefined;
  readonly deliverToMailboxAndForward: boolean;
  /** Bytes in the mailbox; `undefined` where statistics were not read. */
  readonly totalItemSize: number | undefined;
  readonly junkEmail: JunkEmailConfiguration | undefined;
  /** In order of priority; `undefined` where not read. */
  readonly inboxRules: readonly InboxRule[] | undefined;
}

/** One recipient with the directory facts that rules may ask for. */
export interface Recipient {
  /** Primary SMTP address, as written. */
  readonly address: string;
  /** Every SMTP address, the primary one included, lower-case. */
  readonly proxyAddresses: readonly string[];
  readonly recipientTypeDetails: string | undefined;
  /** Other names a rule may call the recipient by: display name, alias, distinguished name, lower-case. */
  readonly identities: readonly string[];
  /** Directory attributes by name; a value that was not read is absent. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Bytes, `"unlimited"`, or `undefined` where not read. */
  readonly prohibitSendReceiveQuota: number | "unlimited" | undefined;
  readonly useDatabaseQuotaDefaults: boolean | undefined;
  /** What sits on the mailbox itself; `undefined` where the recipient is no mailbox or it was not read. */
  readonly mailbox: MailboxSettings | undefined;
  /** How many recipients this one stands for; 1 except in a reduced tenant. */
  readonly count: number;
  /** The alias that Aircall writes to, lower-case, where that makes a difference; the primary address where absent. */
  readonly writtenTo?: string;
}

/** A recipient that is no mailbox: group, contact, mail user, mailbox on premises (exchange-online.md 4.4). */
export interface OtherRecipient {
  /** Primary SMTP address, as written. */
  readonly address: string;
  /** Every SMTP address, the primary one included, lower-case. */
  readonly proxyAddresses: readonly string[];
  readonly recipientTypeDetails: string;
}

/** A group as rules name it. */
export interface Group {
  /** Addresses and names, lower-case. */
  readonly identities: readonly string[];
  /** Addresses of the members, lower-case, nested groups resolved; `undefined` where not read. */
  readonly members: ReadonlySet<string> | undefined;
}

/** A directory object that stands for somebody outside. */
export interface MailContact {
  /** Names a rule may call it by, lower-case. */
  readonly identities: readonly string[];
  /** Lower-case. */
  readonly externalAddress: string;
}
