/** How one cmdlet of the native export is read. */
import type { CmdletObject } from "./identity";

/** Parameters of one call. */
export type CallParameters = Readonly<Record<string, unknown>>;

/** A cmdlet that is run once per object of another one; its items carry which one they belong to. */
export interface PerObject {
  /** The cmdlet whose objects it is run for. */
  readonly of: string;
  readonly where?: (object: CmdletObject) => boolean;
  readonly parameters: (identity: string) => CallParameters;
  /** The property that is added to each item: the owner's address or name. */
  readonly label: "Group" | "Mailbox";
}

export interface CmdletReading {
  readonly cmdlet: string;
  /** Parameters of each call; the answers are joined. */
  readonly calls: readonly CallParameters[];
  /** Properties to ask for; all where absent. */
  readonly keep?: readonly string[];
  /** Properties to leave out of the export. */
  readonly drop?: readonly string[];
  /** Properties added where the service leaves them out. */
  readonly add?: CallParameters;
  readonly per?: PerObject;
}

/** Properties every object is known by. */
export const identifiers = ["Name", "Identity", "Guid"] as const;

/** Properties a rule may name a recipient or a group by. */
export const recipientNames = [
  ...identifiers,
  "Alias",
  "DisplayName",
  "DistinguishedName",
  "PrimarySmtpAddress",
  "EmailAddresses",
] as const;

/** Without it lists end at 1000 objects (exchange-online.md 1.4). */
export const unlimited: CallParameters = { ResultSize: "Unlimited" };

/** Properties of a quota (exchange-online.md 4.1). */
export const quotas = [
  "IssueWarningQuota",
  "ProhibitSendQuota",
  "ProhibitSendReceiveQuota",
  "UseDatabaseQuotaDefaults",
] as const;

/** One call without parameters. */
export const once: readonly CallParameters[] = [{}];

/** Properties of a rule that binds a policy to recipients (exchange-online.md 3.3). */
export const policyRule = [
  ...identifiers,
  "Priority",
  "State",
  "SentTo",
  "SentToMemberOf",
  "RecipientDomainIs",
  "ExceptIfSentTo",
  "ExceptIfSentToMemberOf",
  "ExceptIfRecipientDomainIs",
] as const;
