/** The assumptions a decision rests on: most always, some only where what they are about was used. */
import { type Assumption, assumptions } from "./aircall";
import type { Scope } from "./outcome";

/**
 * @param allowedBy allows that took mail past the classifier.
 * @param isRouteAssumed whether an MX record was not read.
 */
export const assumptionsUsed = (
  allowedBy: ReadonlySet<string>,
  isRouteAssumed: boolean,
  scope: Scope,
): readonly Assumption[] => {
  const {
    residual,
    sclBypass,
    allowedList,
    tenantList,
    allowedAddress,
    safeSender,
    userSettings,
    mailExchanger,
    ...always
  } = assumptions;
  return [
    ...Object.values(always),
    ...(isRouteAssumed ? [mailExchanger] : []),
    ...(scope === "organisation" ? [userSettings] : []),
    ...(allowedBy.has("scl") ? [sclBypass] : []),
    ...(allowedBy.has("allowed-list") ? [allowedList] : []),
    ...(allowedBy.has("tenant-list") ? [tenantList] : []),
    ...(allowedBy.has("ip-address") ? [allowedAddress] : []),
    ...(allowedBy.has("safe-sender") ? [safeSender] : []),
    residual,
  ];
};
