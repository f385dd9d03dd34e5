/** Enhanced Filtering for Connectors: whether the service looks past a gateway to the true source (exchange-online.md 3.6, 3.8). */
import type { Truth } from "./truth";
import type { Place } from "./ways";

type Source = Pick<Place, "tenant" | "message" | "recipient">;

/** Whether the hop before the gateway is judged instead of the gateway. `false` for mail that came straight. */
export const looksPastGateway = ({ tenant, message, recipient }: Source): Truth => {
  if (message.route === undefined) return false;
  const route = message.route.toLowerCase();
  const connector = tenant.inboundConnectors?.find(({ name }) => name.toLowerCase() === route);
  if (connector === undefined) return undefined;
  if (!connector.efSkipLastIp && connector.efSkipIps.length === 0) return false;
  if (connector.efTestMode) return undefined;
  if (connector.efUsers.length === 0) return true;
  const address = (recipient?.address ?? message.recipient).toLowerCase();
  return connector.efUsers.some((user) => user.toLowerCase() === address) ? true : undefined;
};

/** The address that lists and rules see: behind a gateway the gateway's, unless it is skipped; then it is not known. */
export const judgedAddress = (place: Source): string | undefined =>
  looksPastGateway(place) === false ? place.message.sourceIp : undefined;
