/** The ways mail comes in to a recipient, in both tenants: what comes in otherwise cannot be compared message by message. */
import { isAuthenticated, routeName } from "../delivery";
import { routesTo } from "../exchange/routes";
import type { ExchangeTenant, Recipient } from "../exchange/tenant";
import type { RecipientPair } from "./recipient-pairs";
import { isSameValue } from "./same-value";
import type { Side } from "./side";

/** One way in, by what mail tells of it. */
export interface WayIn {
  /** Connector or host of the gateway; `undefined` where mail comes straight. */
  readonly name: string | undefined;
  /** Whether the service sees the source, so that DMARC passes. */
  readonly isAuthenticated: boolean;
}

export interface CommonWaysIn {
  readonly common: readonly WayIn[];
  /** Whether mail may come in by a way that only one of the two has. */
  readonly differ: boolean;
}

const waysIn = (tenant: ExchangeTenant, recipient: Recipient | undefined): readonly WayIn[] =>
  routesTo(tenant, recipient).map((route) => ({
    name: routeName(route),
    isAuthenticated: isAuthenticated(route),
  }));

export const commonWaysIn = (before: Side, after: Side, recipients: RecipientPair): CommonWaysIn => {
  const was = waysIn(before.tenant, recipients.before);
  const is = waysIn(after.tenant, recipients.after);
  const common = is.filter((one) => was.some((other) => isSameValue(one, other)));
  return { common, differ: common.length < was.length || common.length < is.length };
};
