/** Entries taken out of the lists of a tenant, as data and as the commands that do it. */
import type { ExchangeTenant } from "../exchange/tenant";
import { domainOf } from "../message";
import { type Edit, edit } from "./edit";
import type { EditKind } from "./explanation";
import { changed, isOneOf, without } from "./list-entries";
import { line, quoted } from "./powershell";

/** The domain, or a parent of it: whether a listed parent covers its subdomains is not published (7.2). */
const coversSender = (entry: string, sender: string): boolean => {
  const domain = entry.toLowerCase().replace(/^(?:\*\.|\.)/u, "");
  return domainOf(sender) === domain || domainOf(sender).endsWith(`.${domain}`);
};

type SenderList = "allowed" | "blocked";

const parameterNames = {
  allowed: ["AllowedSenders", "AllowedSenderDomains"],
  blocked: ["BlockedSenders", "BlockedSenderDomains"],
} as const;

/** Removes what a policy's list says about the senders, addresses and domains alike. */
export const removeFromPolicy = (
  tenant: ExchangeTenant,
  policyName: string,
  which: SenderList,
  senders: readonly string[],
): readonly Edit[] => {
  const policy = tenant.hostedContentFilterPolicies?.find(({ name }) => name === policyName);
  if (policy === undefined) return [];
  const addresses = policy[`${which}Senders`].filter(isOneOf(senders));
  const domains = policy[`${which}SenderDomains`].filter((entry) =>
    senders.some((sender) => coversSender(entry, sender)),
  );
  if (addresses.length + domains.length === 0) return [];
  const [forAddresses, forDomains] = parameterNames[which];
  const command = line("Set-HostedContentFilterPolicy", {
    Identity: policyName,
    ...(addresses.length === 0 ? {} : { [forAddresses]: { Remove: addresses } }),
    ...(domains.length === 0 ? {} : { [forDomains]: { Remove: domains } }),
  });
  const kind: EditKind = which === "allowed" ? "remove-allowed-entries" : "remove-blocked-entries";
  return [
    edit(
      kind,
      { policy: policyName, entries: [...addresses, ...domains].join(", ") },
      [command],
      (before) => ({
        ...before,
        hostedContentFilterPolicies: changed(before.hostedContentFilterPolicies, policyName, (one) => ({
          ...one,
          [`${which}Senders`]: without(one[`${which}Senders`], addresses),
          [`${which}SenderDomains`]: without(one[`${which}SenderDomains`], domains),
        })),
      }),
    ),
  ];
};

/** The cmdlet goes by the value: an allow of the same value goes with its block. */
export const removeTenantListEntry = (value: string): Edit =>
  edit(
    "remove-tenant-list-entry",
    { entries: value },
    [line("Remove-TenantAllowBlockListItems", { ListType: "Sender", Entries: [value] })],
    (tenant) => ({
      ...tenant,
      tenantAllowBlockListItems: tenant.tenantAllowBlockListItems?.filter(
        (item) => !(/^sender$/iu.test(item.listType) && item.value === value),
      ),
    }),
  );

/** Spoof entries are removed by ids that an export need not hold, so the line looks them up. */
export const removeSpoofEntry = (tenant: ExchangeTenant, entry: string): readonly Edit[] => {
  const found = tenant.tenantAllowBlockListSpoofItems?.find(
    ({ action, spoofedUser, sendingInfrastructure }) =>
      action === "Block" && `${spoofedUser}, ${sendingInfrastructure}` === entry,
  );
  if (found === undefined) return [];
  const { spoofedUser, sendingInfrastructure } = found;
  const isIt = `$_.SpoofedUser -eq ${quoted(spoofedUser)} -and $_.SendingInfrastructure -eq ${quoted(sendingInfrastructure)} -and $_.Action -eq 'Block'`;
  const command = `Get-TenantAllowBlockListSpoofItems | Where-Object { ${isIt} } | ForEach-Object { Remove-TenantAllowBlockListSpoofItems -Identity 'Default' -Ids $_.Identity }`;
  return [
    edit("remove-spoof-entry", { entries: entry }, [command], (before) => ({
      ...before,
      tenantAllowBlockListSpoofItems: before.tenantAllowBlockListSpoofItems?.filter(
        (item) =>
          !(
            item.action === "Block" &&
            item.spoofedUser === spoofedUser &&
            item.sendingInfrastructure === sendingInfrastructure
          ),
      ),
    })),
  ];
};

/** Removes the addresses from the connection filter's list, in every policy that holds one. */
export const removeAddresses = (
  tenant: ExchangeTenant,
  which: "ipAllowList" | "ipBlockList",
  addresses: readonly string[],
): readonly Edit[] => {
  const holds = isOneOf(addresses);
  const policies = tenant.hostedConnectionFilterPolicies?.filter((policy) => policy[which].some(holds)) ?? [];
  if (policies.length === 0) return [];
  const parameter = which === "ipAllowList" ? "IPAllowList" : "IPBlockList";
  const kind: EditKind = which === "ipAllowList" ? "remove-allowed-addresses" : "remove-blocked-addresses";
  const commands = policies.map((policy) =>
    line("Set-HostedConnectionFilterPolicy", {
      Identity: policy.name,
      [parameter]: { Remove: policy[which].filter(holds) },
    }),
  );
  return [
    edit(kind, { entries: addresses.join(", ") }, commands, (before) => ({
      ...before,
      hostedConnectionFilterPolicies: before.hostedConnectionFilterPolicies?.map((policy) => ({
        ...policy,
        [which]: without(policy[which], addresses),
      })),
    })),
  ];
};
