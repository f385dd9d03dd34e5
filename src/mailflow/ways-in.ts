/** The ways one real mail may come in to a recipient, as a message names them. */
import { routesTo } from "./exchange/routes";
import type { ExchangeTenant, Recipient } from "./exchange/tenant";
import type { Message } from "./message";

/** Values of a message's `route`: the gateway's connector, its host where it has none, `undefined` for straight. */
export const waysIn = (
  tenant: ExchangeTenant,
  recipient: Recipient | undefined,
): readonly Message["route"][] => [
  ...new Set(
    routesTo(tenant, recipient).map((route) =>
      route.kind === "direct" ? undefined : (route.connector?.name ?? route.host),
    ),
  ),
];

/** The mail on one of its ways. One that names its own way keeps it. */
export const comingBy = (message: Message, way: Message["route"]): Message =>
  message.route === undefined && way !== undefined ? { ...message, route: way } : message;
