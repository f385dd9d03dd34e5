/** ScubaGear's `ProviderSettingsExport.json` as a native export. A part it does not hold is not read, never empty. */
import { type RawObject, texts } from "./properties";

/**
 * Which cmdlet each part was printed by. The parts differ between ScubaGear's releases: some run a cmdlet and leave its
 * objects out.
 */
const partsByCmdlet = {
  "Get-TransportRule": "transport_rule",
  "Get-HostedContentFilterPolicy": "hosted_content_filter_policies",
  "Get-HostedContentFilterRule": "hosted_content_filter_rules",
  "Get-HostedConnectionFilterPolicy": "conn_filter",
  "Get-AntiPhishPolicy": "anti_phish_policies",
  "Get-AntiPhishRule": "anti_phish_rules",
  "Get-MalwareFilterPolicy": "malware_filter_policies",
  "Get-EOPProtectionPolicyRule": "protection_policy_rules",
  "Get-ATPProtectionPolicyRule": "atp_policy_rules",
  "Get-InboundConnector": "inbound_connectors",
  "Get-OutboundConnector": "outbound_connectors",
  "Get-TransportConfig": "transport_config",
  "Get-AcceptedDomain": "accepted_domains",
  "Get-OrganizationConfig": "org_config",
  "Get-SafeLinksPolicy": "safe_links_policies",
  "Get-SafeLinksRule": "safe_links_rules",
  "Get-SafeAttachmentPolicy": "safe_attachment_policies",
  "Get-SafeAttachmentRule": "safe_attachment_rules",
} as const;

const successfulCommands = /_successful_commands$/u;

/** Whether a file is ScubaGear's: it lists the commands that succeeded, per product. */
export const isScubaGearExport = (source: RawObject): boolean =>
  Object.keys(source).some((key) => successfulCommands.test(key)) ||
  ("baseline_version" in source && "module_version" in source);

/** Parts by ScubaGear's own names. */
const readParts: ReadonlySet<string> = new Set(Object.values(partsByCmdlet));

/** Whether anything of a part is looked at. */
export const isScubaGearPart = (name: string): boolean =>
  readParts.has(name) || successfulCommands.test(name);

/** `[null]` is how an empty answer is printed; a lone object stands without brackets. */
const objectsOf = (value: unknown): readonly unknown[] =>
  (Array.isArray(value) ? value : [value]).filter((item) => item !== null);

/**
 * The native export. A cmdlet counts as read where ScubaGear lists it as successful and its objects are in the file.
 */
export const fromScubaGear = (source: RawObject): Readonly<Record<string, readonly unknown[]>> => {
  const succeeded = new Set(
    Object.keys(source)
      .filter((key) => successfulCommands.test(key))
      .flatMap((key) => texts(source[key])),
  );
  return Object.fromEntries(
    Object.entries(partsByCmdlet)
      .filter(([cmdlet, part]) => succeeded.has(cmdlet) && source[part] !== undefined)
      .map(([cmdlet, part]) => [cmdlet, objectsOf(source[part])] as const),
  );
};
