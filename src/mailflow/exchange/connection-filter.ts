/** The connection filter: IP Block List and IP Allow List (exchange-online.md 3.8). */
import type { DeclaredFacts } from "../facts";
import { addressInBoth, addressOutside, areInside, isPublic, isReadable } from "./addresses";
import { type Issue, notRead } from "./issue";
import type { Route } from "./routes";
import type { ExchangeTenant } from "./tenant";

const listOf = (tenant: ExchangeTenant, list: "ipAllowList" | "ipBlockList"): readonly string[] =>
  (tenant.hostedConnectionFilterPolicies ?? []).flatMap((policy) => policy[list]);

/** Blocked entries less what the allow list holds: allow beats block for the same address (exchange-online.md 3.8). */
const stillBlocked = (tenant: ExchangeTenant): readonly string[] => {
  const allowed = listOf(tenant, "ipAllowList");
  return listOf(tenant, "ipBlockList").filter((entry) => !areInside([entry], allowed));
};

const mayBeBlocked = (entries: readonly string[]): Issue => ({
  code: "sending-address-may-be-blocked",
  stage: "connection-filter",
  implies: "undecided",
  details: { entry: entries.join(", ") },
});

export const decideConnectionFilter = (
  tenant: ExchangeTenant,
  route: Route,
  { sendingAddresses }: DeclaredFacts,
): readonly Issue[] => {
  const stage = "connection-filter";
  if (tenant.hostedConnectionFilterPolicies === undefined)
    return [notRead(stage, "Get-HostedConnectionFilterPolicy")];
  const blocked = stillBlocked(tenant);
  if (blocked.length === 0) return [];
  // Behind a gateway the list sees the gateway's address, which the tenant does not tell.
  if (sendingAddresses === undefined || route.kind === "gateway") {
    // Mail from the Internet comes from none of the others.
    const reachable = blocked.filter(isPublic);
    return reachable.length === 0 ? [] : [mayBeBlocked(reachable)];
  }
  const reached = blocked.filter((entry) => addressInBoth(sendingAddresses, [entry]) !== undefined);
  const unreadable = blocked.filter((entry) => !isReadable(entry));
  if (reached.length === 0) return unreadable.length === 0 ? [] : [mayBeBlocked(unreadable)];
  const allowed = listOf(tenant, "ipAllowList");
  const address = reached
    .map((entry) => addressInBoth(sendingAddresses, [entry]))
    .find((one) => one !== undefined && addressOutside([one], allowed) !== undefined);
  if (address === undefined) return [mayBeBlocked(reached)];
  return [
    {
      code: "sending-address-blocked",
      stage,
      implies: "blocked",
      certainty: "likely",
      outcome: "rejected",
      details: { entry: reached.join(", "), address },
      values: new Map([["sourceIp", address]]),
    },
  ];
};

/** Whether the IP Allow List holds every address that Aircall's mail comes from. */
export const isAllowedByAddress = (
  tenant: ExchangeTenant,
  route: Route,
  { sendingAddresses }: DeclaredFacts,
): boolean =>
  route.kind === "direct" &&
  sendingAddresses !== undefined &&
  areInside(sendingAddresses, listOf(tenant, "ipAllowList"));

/** An address that a forger may send from and that the list does not block. */
export const addressNotBlocked = (tenant: ExchangeTenant): string | undefined => {
  const blocked = stillBlocked(tenant);
  return blocked.length === 0 ? undefined : addressOutside(["203.0.113.0/24", "0.0.0.0/0"], blocked);
};

/** Who controls an allowed address is not known to us, so an IP allow is never called narrow. */
export const decideConnectionFilterNarrowness = (tenant: ExchangeTenant): readonly Issue[] => {
  if (tenant.hostedConnectionFilterPolicies === undefined)
    return [notRead("connection-filter", "Get-HostedConnectionFilterPolicy")];
  const allowed = listOf(tenant, "ipAllowList").filter(isPublic);
  if (allowed.length === 0) return [];
  return [
    {
      code: "allowed-by-address",
      stage: "connection-filter",
      implies: "undecided",
      details: { entry: allowed.join(", ") },
    },
  ];
};
