/** The builder that keeps each hand-labelled tenant to the few settings it is about. */
import { healthyTenant, type NativeExport, type RawObject, userMailbox } from "./healthy-tenant";

/** The published sender addresses (aircall.md 1.3). */
export const aircallSenders = [
  "noreply@aircall.io",
  "team@aircall.io",
  "noreply@notify.aircall.io",
  "customeroperations-global@aircall.io",
  "aircall-support@aircall.io",
] as const;

/** A rule condition that holds for every mail from the Internet (exchange-online.md 2.2). */
export const fromOutside: RawObject = { FromScope: "NotInOrganization" };

/** Raw conditions: `Authentication-Results` contains one of the words (exchange-online.md 3.9). */
export const authenticationResultsContain = (...words: readonly string[]): RawObject => ({
  HeaderContainsMessageHeader: "Authentication-Results",
  HeaderContainsWords: words,
});

/** The recommended allow rule (design section 4, exchange-online.md 5), raw. */
export const allowAircall = (overrides: RawObject = {}): RawObject => ({
  Name: "Allow Aircall",
  From: aircallSenders,
  ...authenticationResultsContain("dmarc=pass"),
  SetSCL: -1,
  StopRuleProcessing: true,
  ...overrides,
});

/** The recommended rule without its stop: the rules below still see Aircall mail. */
export const allowWithoutStop = (overrides: RawObject = {}): RawObject =>
  allowAircall({ StopRuleProcessing: false, ...overrides });

/** A rule named `name` that quarantines what meets `conditions`. */
export const quarantine = (name: string, conditions: RawObject): RawObject => ({
  Name: name,
  ...conditions,
  Quarantine: true,
});

/** A native export whose `dns` part, unlike those of cmdlets, is no list (design section 7). */
export type ExportWithDns = Readonly<Record<string, unknown>>;

export interface TenantBuilder {
  /** Adds a transport rule in last place, enabled and enforced unless `raw` says otherwise. */
  readonly withRule: (raw: RawObject) => TenantBuilder;
  /** Adds a user mailbox; `directory` is what only `Get-Recipient` prints of it. */
  readonly withMailbox: (address: string, displayName: string, directory?: RawObject) => TenantBuilder;
  /** Adds a mail contact with that external address. */
  readonly withMailContact: (address: string, displayName: string) => TenantBuilder;
  /** Adds a distribution group with its members, all read. */
  readonly withGroup: (address: string, members: readonly string[]) => TenantBuilder;
  /** Replaces what a cmdlet printed. */
  readonly with: (cmdlet: string, objects: readonly RawObject[]) => TenantBuilder;
  /** Adds properties to the mailbox of that address, as `Get-Mailbox` prints it. */
  readonly withMailboxSettings: (address: string, settings: RawObject) => TenantBuilder;
  /** The MX hosts of `contoso.example`, as the optional `dns` part of an export tells them; the last step. */
  readonly withDns: (...hosts: readonly string[]) => { readonly build: () => ExportWithDns };
  /** Makes a part not read. */
  readonly without: (cmdlet: string) => TenantBuilder;
  readonly build: () => NativeExport;
}

const enforcedRule = (position: number, raw: RawObject): RawObject => ({
  Name: `Rule ${position}`,
  Identity: raw.Name ?? `Rule ${position}`,
  Guid: `00000000-0000-4000-8000-${String(position).padStart(12, "0")}`,
  Priority: position,
  State: "Enabled",
  Mode: "Enforce",
  RuleErrorAction: "Ignore",
  SenderAddressLocation: "Header",
  RecipientAddressType: "Resolved",
  RuleSubType: "None",
  UseLegacyRegex: false,
  ActivationDate: null,
  ExpiryDate: null,
  StopRuleProcessing: false,
  ...raw,
});

const isMailbox = (raw: unknown, address: string): raw is RawObject =>
  typeof raw === "object" &&
  raw !== null &&
  "PrimarySmtpAddress" in raw &&
  raw.PrimarySmtpAddress === address;

const appended = (parts: NativeExport, cmdlet: string, ...objects: readonly RawObject[]): NativeExport => ({
  ...parts,
  [cmdlet]: [...(parts[cmdlet] ?? []), ...objects],
});

const builderOf = (parts: NativeExport): TenantBuilder => ({
  withRule: (raw) =>
    builderOf(
      appended(parts, "Get-TransportRule", enforcedRule((parts["Get-TransportRule"] ?? []).length, raw)),
    ),
  withMailbox: (address, displayName, directory = {}) => {
    const withBox = appended(parts, "Get-Mailbox", userMailbox(address, displayName));
    return builderOf(appended(withBox, "Get-Recipient", userMailbox(address, displayName, directory)));
  },
  withMailContact: (address, displayName) => {
    const contact = userMailbox(address, displayName, {
      RecipientTypeDetails: "MailContact",
      ExternalEmailAddress: `SMTP:${address}`,
    });
    return builderOf(appended(appended(parts, "Get-MailContact", contact), "Get-Recipient", contact));
  },
  withGroup: (address, members) => {
    const group = userMailbox(address, address.slice(0, address.indexOf("@")), {
      RecipientTypeDetails: "MailUniversalDistributionGroup",
    });
    const memberRows = members.map((member) => ({
      Group: address,
      Name: member,
      PrimarySmtpAddress: member,
    }));
    const withGroup = appended(parts, "Get-DistributionGroup", group);
    const withMembers = appended(withGroup, "Get-DistributionGroupMember", ...memberRows);
    return builderOf(appended(withMembers, "Get-Recipient", group));
  },
  withMailboxSettings: (address, settings) =>
    builderOf({
      ...parts,
      "Get-Mailbox": (parts["Get-Mailbox"] ?? []).map((raw) =>
        isMailbox(raw, address) ? { ...raw, ...settings } : raw,
      ),
    }),
  withDns: (...hosts) => ({ build: () => ({ ...parts, dns: { mx: { "contoso.example": hosts } } }) }),
  with: (cmdlet, objects) => builderOf({ ...parts, [cmdlet]: objects }),
  without: (cmdlet) => builderOf(Object.fromEntries(Object.entries(parts).filter(([key]) => key !== cmdlet))),
  build: () => parts,
});

/** Starts from the healthy tenant: all parts read, one mailbox, no rule. */
export const tenant = (): TenantBuilder => builderOf(healthyTenant);

/** The rule in first place, the recommended allow rule below it: proven exactly if the rule never matches. */
export const aboveTheAllow = (rule: RawObject): TenantBuilder =>
  tenant().withRule(rule).withRule(allowAircall());

/** The rule below an allow that does not stop: proven exactly if the rule never matches. */
export const belowTheAllow = (rule: RawObject): TenantBuilder =>
  tenant().withRule(allowWithoutStop()).withRule(rule);
