/** Changes of filter policies, as data and as the commands that make them. */
import { inlineImageExtensions } from "../aircall";
import type { ExchangeTenant } from "../exchange/tenant";
import { type Edit, edit } from "./edit";
import { changed, isOneOf, without } from "./list-entries";
import { line, quoted } from "./powershell";

/** Lets inline images through the common attachments filter. */
export const allowImageTypes = (tenant: ExchangeTenant, policyName: string): readonly Edit[] => {
  const isImage = isOneOf(inlineImageExtensions);
  const types = tenant.malwareFilterPolicies
    ?.find(({ name }) => name === policyName)
    ?.fileTypes.filter(isImage);
  if (types === undefined || types.length === 0) return [];
  const policy = quoted(policyName);
  const kept = `(Get-MalwareFilterPolicy -Identity ${policy}).FileTypes | Where-Object { $_ -notin ${types.map(quoted).join(",")} }`;
  const command = `Set-MalwareFilterPolicy -Identity ${policy} -FileTypes (${kept})`;
  return [
    edit("allow-file-types", { policy: policyName, entries: types.join(", ") }, [command], (before) => ({
      ...before,
      malwareFilterPolicies: changed(before.malwareFilterPolicies, policyName, (one) => ({
        ...one,
        fileTypes: without(one.fileTypes, types),
      })),
    })),
  ];
};

/** Exclusions do not cover subdomains, so the addresses themselves are listed (exchange-online.md 3.6). */
export const exemptFromImpersonation = (policyName: string, senders: readonly string[]): Edit =>
  edit(
    "exempt-from-impersonation",
    { policy: policyName, senders: senders.join(", ") },
    [line("Set-AntiPhishPolicy", { Identity: policyName, ExcludedSenders: { Add: senders } })],
    (tenant) => ({
      ...tenant,
      antiPhishPolicies: changed(tenant.antiPhishPolicies, policyName, (one) => ({
        ...one,
        excludedSenders: [...without(one.excludedSenders, senders), ...senders],
      })),
    }),
  );

type CodeList = "languageBlockList" | "regionBlockList";

/** Takes a language or a country off the list of an anti-spam policy. */
export const removeCode = (policyName: string, list: CodeList, code: string): Edit => {
  const parameter = list === "languageBlockList" ? "LanguageBlockList" : "RegionBlockList";
  return edit(
    list === "languageBlockList" ? "remove-blocked-language" : "remove-blocked-region",
    { policy: policyName, entries: code },
    [line("Set-HostedContentFilterPolicy", { Identity: policyName, [parameter]: { Remove: [code] } })],
    (tenant) => ({
      ...tenant,
      hostedContentFilterPolicies: changed(tenant.hostedContentFilterPolicies, policyName, (one) => ({
        ...one,
        [list]: without(one[list], [code]),
      })),
    }),
  );
};

export const turnOffAdvancedFilter = (policyName: string, setting: string): Edit =>
  edit(
    "turn-off-advanced-filter",
    { policy: policyName, setting },
    [line("Set-HostedContentFilterPolicy", { Identity: policyName, [setting]: "Off" })],
    (tenant) => ({
      ...tenant,
      hostedContentFilterPolicies: changed(tenant.hostedContentFilterPolicies, policyName, (one) => ({
        ...one,
        advancedFilters: Object.fromEntries(
          Object.entries(one.advancedFilters).filter(([name]) => name !== setting),
        ),
      })),
    }),
  );

/** Highest BulkThreshold there is (exchange-online.md 3.5). */
const highestThreshold = 9;

/** Lets mail of this complaint level pass: a level that reaches the threshold is bulk. */
export const raiseBulkThreshold = (policyName: string, level: number): readonly Edit[] => {
  const BulkThreshold = level + 1;
  if (!Number.isInteger(level) || BulkThreshold > highestThreshold) return [];
  return [
    edit(
      "raise-bulk-threshold",
      { policy: policyName, limit: String(BulkThreshold) },
      [line("Set-HostedContentFilterPolicy", { Identity: policyName, BulkThreshold })],
      (tenant) => ({
        ...tenant,
        hostedContentFilterPolicies: changed(tenant.hostedContentFilterPolicies, policyName, (one) => ({
          ...one,
          bulkThreshold: BulkThreshold,
        })),
      }),
    ),
  ];
};
