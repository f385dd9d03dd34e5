/** Changes of inbound connectors, as data and as the commands that make them. */
import type { ExchangeTenant } from "../exchange/tenant";
import { domainOf, isDomainOrSubdomain } from "../message";
import { type Edit, edit } from "./edit";
import { changed, without } from "./list-entries";
import { line } from "./powershell";

/** `contoso.com`, or `*.contoso.com` for the domain and its subdomains (exchange-online.md 3.8). */
const coversDomain = (pattern: string, domain: string): boolean =>
  pattern.startsWith("*.") ? isDomainOrSubdomain(domain, pattern.slice(2)) : pattern.toLowerCase() === domain;

/**
 * Takes Aircall's domains out of the domains a connector names. One that names no others would then cover everything,
 * and one that covers everything is a lock the tenant wants: neither is changed.
 */
export const narrowConnector = (
  tenant: ExchangeTenant,
  connectorName: string,
  senders: readonly string[],
): readonly Edit[] => {
  const connector = tenant.inboundConnectors?.find(({ name }) => name === connectorName);
  if (connector === undefined) return [];
  const domains = [...new Set([...senders.map(domainOf), "aircall.io"])];
  const removed = connector.senderDomains.filter(
    (pattern) => pattern !== "*" && domains.some((domain) => coversDomain(pattern, domain)),
  );
  const kept = without(connector.senderDomains, removed);
  if (removed.length === 0 || kept.length === 0) return [];
  const details = { connector: connectorName, entries: removed.join(", ") };
  const command = line("Set-InboundConnector", { Identity: connectorName, SenderDomains: kept });
  return [
    edit("narrow-connector", details, [command], (before) => ({
      ...before,
      inboundConnectors: changed(before.inboundConnectors, connectorName, (one) => ({
        ...one,
        senderDomains: kept,
      })),
    })),
  ];
};

/** Lets a connector take mail from anywhere. */
export const liftConnectorRestriction = (tenant: ExchangeTenant, connectorName: string): readonly Edit[] => {
  const connector = tenant.inboundConnectors?.find(({ name }) => name === connectorName);
  if (connector === undefined) return [];
  const { restrictDomainsToIpAddresses, restrictDomainsToCertificate } = connector;
  const command = line("Set-InboundConnector", {
    Identity: connectorName,
    ...(restrictDomainsToIpAddresses ? { RestrictDomainsToIPAddresses: false } : {}),
    ...(restrictDomainsToCertificate ? { RestrictDomainsToCertificate: false } : {}),
  });
  if (!restrictDomainsToIpAddresses && !restrictDomainsToCertificate) return [];
  return [
    edit("lift-connector-restriction", { connector: connectorName }, [command], (before) => ({
      ...before,
      inboundConnectors: changed(before.inboundConnectors, connectorName, (one) => ({
        ...one,
        restrictDomainsToIpAddresses: false,
        restrictDomainsToCertificate: false,
      })),
    })),
  ];
};

export const treatAsExternal = (connectorName: string): Edit =>
  edit(
    "treat-as-external",
    { connector: connectorName },
    [line("Set-InboundConnector", { Identity: connectorName, TreatMessagesAsInternal: false })],
    (tenant) => ({
      ...tenant,
      inboundConnectors: changed(tenant.inboundConnectors, connectorName, (one) => ({
        ...one,
        treatMessagesAsInternal: false,
      })),
    }),
  );

/** Looks past the gateway for the source, for everybody (exchange-online.md 3.8). */
export const skipGateway = (tenant: ExchangeTenant): readonly Edit[] =>
  (tenant.inboundConnectors ?? [])
    .filter(
      ({ enabled, efSkipLastIp, efUsers, efTestMode }) =>
        enabled && (!efSkipLastIp || efUsers.length > 0 || efTestMode),
    )
    .map(({ name }) =>
      edit(
        "skip-gateway",
        { connector: name },
        [
          line("Set-InboundConnector", {
            Identity: name,
            EFSkipLastIP: true,
            EFTestMode: false,
            EFUsers: null,
          }),
        ],
        (before) => ({
          ...before,
          inboundConnectors: changed(before.inboundConnectors, name, (one) => ({
            ...one,
            efSkipLastIp: true,
            efTestMode: false,
            efUsers: [],
          })),
        }),
      ),
    );
