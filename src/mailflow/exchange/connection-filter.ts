/** The connection filter: IP Block List and IP Allow List (exchange-online.md 3.8). */
import ipaddr from "ipaddr.js";
import { type Issue, notRead } from "./issue";
import type { ExchangeTenant } from "./tenant";

/** Addresses no Internet mail can come from: an entry among them concerns nobody outside. */
const isPublic = (entry: string): boolean => {
  const start = entry.split(/[-/]/, 1)[0]?.trim() ?? "";
  if (!ipaddr.isValid(start)) return true;
  return ipaddr.process(start).range() === "unicast";
};

const lists = (tenant: ExchangeTenant, list: "ipAllowList" | "ipBlockList"): readonly string[] | undefined =>
  tenant.hostedConnectionFilterPolicies?.flatMap((policy) => policy[list]).filter(isPublic);

export const decideConnectionFilter = (tenant: ExchangeTenant): readonly Issue[] => {
  const allowed = lists(tenant, "ipAllowList") ?? [];
  // Allow beats block for the same address (exchange-online.md 3.8).
  const blocked = lists(tenant, "ipBlockList")?.filter(
    (entry) => !allowed.some((other) => other === entry || covers(other, entry)),
  );
  if (blocked === undefined) return [notRead("connection-filter", "Get-HostedConnectionFilterPolicy")];
  if (blocked.length === 0) return [];
  return [
    {
      code: "sending-address-may-be-blocked",
      stage: "connection-filter",
      implies: "undecided",
      details: { entry: blocked.join(", ") },
    },
  ];
};

/** Who controls an allowed address is not known to us, so an IP allow is never called narrow. */
export const decideConnectionFilterNarrowness = (tenant: ExchangeTenant): readonly Issue[] => {
  const allowed = lists(tenant, "ipAllowList");
  if (allowed === undefined || allowed.length === 0) return [];
  return [
    {
      code: "allowed-by-address",
      stage: "connection-filter",
      implies: "undecided",
      details: { entry: allowed.join(", ") },
    },
  ];
};

/** For the evaluator: whether a known address is blocked, `undefined` where it cannot be told. */
export const isAddressBlocked = (
  tenant: ExchangeTenant,
  address: string | undefined,
): boolean | undefined => {
  const policies = tenant.hostedConnectionFilterPolicies;
  if (policies === undefined) return undefined;
  const blocked = policies.flatMap(({ ipBlockList }) => ipBlockList);
  if (blocked.every((entry) => !isPublic(entry))) return false;
  if (address === undefined) return undefined;
  // Allow beats block for the same address (exchange-online.md 3.8).
  if (policies.flatMap(({ ipAllowList }) => ipAllowList).some((entry) => covers(entry, address)))
    return false;
  return blocked.some((entry) => covers(entry, address));
};

/** Whether a single address, a range `a-b` or a CIDR block holds the address. */
export const covers = (entry: string, address: string): boolean => {
  if (!ipaddr.isValid(address)) return false;
  const subject = ipaddr.process(address);
  if (entry.includes("/")) {
    if (!ipaddr.isValidCIDR(entry)) return false;
    const [network, bits] = ipaddr.parseCIDR(entry);
    return network.kind() === subject.kind() && subject.match([network, bits] as [ipaddr.IPv4, number]);
  }
  const [first, last] = entry.split("-").map((part) => part.trim());
  if (first === undefined || !ipaddr.isValid(first)) return false;
  const low = ipaddr.process(first).toByteArray();
  const high = last === undefined ? low : ipaddr.process(last).toByteArray();
  const bytes = subject.toByteArray();
  return compare(low, bytes) <= 0 && compare(bytes, high) <= 0;
};

const compare = (left: readonly number[], right: readonly number[]): number => {
  if (left.length !== right.length) return Number.NaN;
  const place = left.findIndex((byte, index) => byte !== right[index]);
  return place < 0 ? 0 : (left[place] ?? 0) - (right[place] ?? 0);
};
