/** The ways mail comes to a recipient: straight to the service, or through a gateway in front (exchange-online.md 3.8). */
import { domainOf } from "../message";
import type { ExchangeTenant, InboundConnector, Recipient } from "./tenant";

export type Route =
  /** `mailExchanger`: whether the MX record says so, or it is assumed (assumption `mx-at-provider`). */
  | { readonly kind: "direct"; readonly mailExchanger: "read" | "assumed" }
  | {
      readonly kind: "gateway";
      readonly host: string;
      /** The connector that the gateway's mail comes in by; `undefined` where none is made for it. */
      readonly connector: InboundConnector | undefined;
      /** Whether the service looks past the gateway for the source, so that SPF and DMARC hold. */
      readonly enhancedFiltering: boolean;
    };

/** Hosts of Exchange Online's own MX records. */
const isProviderHost = (host: string): boolean =>
  /(?:\.mail\.protection\.outlook\.com|\.mx\.microsoft|\.mail\.protection\.partner\.outlook\.cn|\.mail\.protection\.office365\.us)\.?$/iu.test(
    host,
  );

const skipsHops = ({ efSkipLastIp, efSkipIps, efUsers, efTestMode }: InboundConnector): boolean =>
  (efSkipLastIp || efSkipIps.length > 0) && efUsers.length === 0 && !efTestMode;

/** Connectors that a gateway's mail may come in by: those made for mail of every domain. */
export const gatewayConnectors = (tenant: ExchangeTenant): readonly InboundConnector[] =>
  (tenant.inboundConnectors ?? []).filter(
    ({ enabled, senderDomains }) => enabled && (senderDomains.length === 0 || senderDomains.includes("*")),
  );

/** Hosts of the MX record of the domain in which the recipient is written to, `undefined` where not read. */
const hostsFor = (
  tenant: ExchangeTenant,
  recipient: Recipient | undefined,
): readonly string[] | undefined => {
  if (recipient === undefined || tenant.mailExchangers === undefined) return undefined;
  const domain = domainOf(recipient.writtenTo ?? recipient.address);
  const found = Object.entries(tenant.mailExchangers).find(([name]) => name.toLowerCase() === domain);
  return found?.[1].length === 0 ? undefined : found?.[1];
};

/** Every way by which Aircall's mail comes to the recipient, by its MX record; straight where that was not read. */
export const routesTo = (tenant: ExchangeTenant, recipient: Recipient | undefined): readonly Route[] => {
  const hosts = hostsFor(tenant, recipient);
  if (hosts === undefined) return [{ kind: "direct", mailExchanger: "assumed" }];
  const gateways = hosts.filter((host) => !isProviderHost(host));
  const direct = hosts.some(isProviderHost);
  const [host] = gateways;
  const connectors = gatewayConnectors(tenant);
  const through: readonly Route[] =
    host === undefined
      ? []
      : (connectors.length === 0 ? [undefined] : connectors).map((connector) => ({
          kind: "gateway",
          host,
          connector,
          enhancedFiltering: connector !== undefined && skipsHops(connector),
        }));
  return [...(direct ? [{ kind: "direct", mailExchanger: "read" } as const] : []), ...through];
};

/** What the routes to a recipient look at, as a text: equal texts mean equal routes. */
export const routeKey = (tenant: ExchangeTenant): ((recipient: Recipient) => string) => {
  if (tenant.mailExchangers === undefined) return () => "";
  return (recipient) => (hostsFor(tenant, recipient) ?? []).join();
};
