/** Anti-phishing policies as `Get-AntiPhishPolicy` prints them (exchange-online.md 3.6). */
import type {
  AntiPhishPolicy,
  ImpersonationAction,
  ImpersonationProtection,
} from "../../../mailflow/exchange/tenant";
import { entries, flag, isUnset, nameOf, oneOf, type RawObject, texts } from "./properties";

const impersonationActions = [
  "NoAction",
  "Redirect",
  "MoveToJmf",
  "Quarantine",
  "BccMessage",
  "Delete",
] as const satisfies readonly ImpersonationAction[];

/** An action this program does not know may move mail as well as not; Quarantine stands for it. */
const impersonationAction = (value: unknown): ImpersonationAction =>
  isUnset(value) ? "NoAction" : (oneOf(value, impersonationActions) ?? "Quarantine");

const impersonationProtectionsOf = (raw: RawObject): readonly ImpersonationProtection[] => {
  const domainAction = impersonationAction(raw.TargetedDomainProtectionAction);
  return [
    ...(flag(raw.EnableTargetedUserProtection) && entries(raw.TargetedUsersToProtect).length > 0
      ? [{ kind: "users", action: impersonationAction(raw.TargetedUserProtectionAction) } as const]
      : []),
    ...(flag(raw.EnableTargetedDomainsProtection) && entries(raw.TargetedDomainsToProtect).length > 0
      ? [{ kind: "domains", action: domainAction } as const]
      : []),
    ...(flag(raw.EnableOrganizationDomainsProtection)
      ? [{ kind: "organization-domains", action: domainAction } as const]
      : []),
    ...(flag(raw.EnableMailboxIntelligenceProtection)
      ? [
          {
            kind: "mailbox-intelligence",
            action: impersonationAction(raw.MailboxIntelligenceProtectionAction),
          } as const,
        ]
      : []),
  ];
};

const junkOrQuarantine = ["MoveToJmf", "Quarantine"] as const;

/** Absent settings have the service's defaults (exchange-online.md 3.6). */
export const antiPhishPolicy = (raw: RawObject): AntiPhishPolicy => ({
  name: nameOf(raw),
  isDefault: flag(raw.IsDefault),
  enabled: raw.Enabled !== false,
  enableSpoofIntelligence: raw.EnableSpoofIntelligence !== false,
  authenticationFailAction: oneOf(raw.AuthenticationFailAction, junkOrQuarantine) ?? "MoveToJmf",
  honorDmarcPolicy: raw.HonorDmarcPolicy !== false,
  dmarcQuarantineAction: oneOf(raw.DmarcQuarantineAction, junkOrQuarantine) ?? "Quarantine",
  dmarcRejectAction: oneOf(raw.DmarcRejectAction, ["Reject", "Quarantine"] as const) ?? "Reject",
  impersonationProtections: impersonationProtectionsOf(raw),
  excludedSenders: texts(raw.ExcludedSenders),
  excludedDomains: texts(raw.ExcludedDomains),
});
