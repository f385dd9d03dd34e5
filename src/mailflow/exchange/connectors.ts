/** Inbound connectors: refusal before any rule or list (exchange-online.md 3.8). Only Partner restrictions act. */
import { domainOf } from "../message";
import { type Issue, notRead } from "./issue";
import type { ExchangeTenant, InboundConnector } from "./tenant";

/** `*`, `contoso.com`, `*.contoso.com` (domain and subdomains). */
export const coversDomain = (pattern: string, domain: string): boolean => {
  const wanted = pattern.toLowerCase();
  if (wanted === "*") return true;
  if (!wanted.startsWith("*.")) return wanted === domain;
  const root = wanted.slice(2);
  return domain === root || domain.endsWith(`.${root}`);
};

/** What the connector demands, in words; empty where it demands nothing. */
export const restrictionsOf = (connector: InboundConnector): readonly string[] => [
  ...(connector.connectorType === "Partner" && connector.restrictDomainsToIpAddresses
    ? ["accepts listed IP addresses only"]
    : []),
  ...(connector.connectorType === "Partner" && connector.restrictDomainsToCertificate
    ? ["accepts one TLS certificate only"]
    : []),
  ...(connector.connectorType === "Partner" && connector.requireTls
    ? ["refuses connections without TLS"]
    : []),
  ...(connector.skipsListedHops ? ["skips listed hops, as behind a gateway"] : []),
];

export const decideConnectors = (tenant: ExchangeTenant, sender: string): readonly Issue[] => {
  if (tenant.inboundConnectors === undefined) return [notRead("connectors", "Get-InboundConnector")];
  const domain = domainOf(sender);
  // The envelope domain, which Aircall does not publish, may select a connector too.
  const domains = [domain, "aircall.io", "amazonses.com"];
  return tenant.inboundConnectors.flatMap((connector): readonly Issue[] => {
    const restrictions = restrictionsOf(connector);
    const covered =
      connector.senderDomains.length === 0 ||
      connector.senderDomains.some((pattern) => domains.some((one) => coversDomain(pattern, one)));
    if (!connector.enabled || restrictions.length === 0 || !covered) return [];
    const restriction = restrictions.join(" and ");
    return [
      {
        code: "connector-may-reject",
        stage: "connectors",
        implies: "undecided",
        details: { connector: connector.name, restriction },
      },
    ];
  });
};
