/** Inbound connectors: refusal before any rule or list (exchange-online.md 3.8). Only restrictions of Partner connectors act. */
import type { DeclaredFacts } from "../facts";
import { domainOf } from "../message";
import { addressOutside, areInside } from "./addresses";
import { type Issue, notRead } from "./issue";
import type { Route } from "./routes";
import type { ExchangeTenant, InboundConnector } from "./tenant";

/** `*`, `contoso.com`, `*.contoso.com` (domain and subdomains). */
const coversDomain = (pattern: string, domain: string): boolean => {
  const wanted = pattern.toLowerCase();
  if (wanted === "*") return true;
  if (!wanted.startsWith("*.")) return wanted === domain;
  const root = wanted.slice(2);
  return domain === root || domain.endsWith(`.${root}`);
};

const covers = ({ senderDomains }: InboundConnector, domain: string): boolean =>
  senderDomains.length === 0 || senderDomains.some((pattern) => coversDomain(pattern, domain));

/** Whether the connector is for the sender's mail; which address selects it is not published, nor is the envelope's. */
const selects = (
  connector: InboundConnector,
  sender: string,
  { envelopeDomains = ["aircall.io", "amazonses.com"] }: DeclaredFacts,
): "surely" | "possibly" | "never" => {
  const patterns = connector.senderDomains.map((pattern) => pattern.toLowerCase());
  if (patterns.length === 0 || patterns.includes("*")) return "surely";
  // The envelope may be in any subdomain of its domains.
  const envelope = envelopeDomains.every((domain) => patterns.includes(`*.${domain.toLowerCase()}`));
  if (envelope && covers(connector, domainOf(sender))) return "surely";
  const possible = [domainOf(sender), ...envelopeDomains].some(
    (domain) =>
      covers(connector, domain) ||
      connector.senderDomains.some((pattern) => pattern.toLowerCase().endsWith(`.${domain}`)),
  );
  return possible ? "possibly" : "never";
};

/** Addresses of the Internet to take a sender's from that no list of a company holds. */
const anyAddress = ["54.240.0.0/16", "203.0.113.0/24"];

type Restriction = "none" | "refuses" | "unknown";

/** What one demand of a connector means for Aircall's mail, and the fields of a message that it refuses. */
interface Demand {
  readonly text: string;
  readonly restriction: Restriction;
  readonly values: ReadonlyMap<string, string>;
}

const noValues: ReadonlyMap<string, string> = new Map();

const byAddress = (connector: InboundConnector, facts: DeclaredFacts): Demand => {
  const { sendingAddresses } = facts;
  const text = "accepts listed IP addresses only";
  if (sendingAddresses !== undefined && areInside(sendingAddresses, connector.senderIpAddresses))
    return { text, restriction: "none", values: noValues };
  const address = addressOutside(sendingAddresses ?? anyAddress, connector.senderIpAddresses);
  return address === undefined
    ? { text, restriction: "unknown", values: noValues }
    : { text, restriction: "refuses", values: new Map([["sourceIp", address]]) };
};

/** Aircall's mail comes from Amazon SES (aircall.md 1.3), so another company's certificate is not its own. */
const byCertificate = ({ tlsSenderCertificateName: name }: InboundConnector): Demand => {
  const text = "accepts one TLS certificate only";
  const mayBeTheirs =
    name === undefined || /(?:^|[.*])(?:aircall\.io|amazonses\.com|amazonaws\.com|amazon\.com)$/iu.test(name);
  return mayBeTheirs
    ? { text, restriction: "unknown", values: noValues }
    : { text, restriction: "refuses", values: new Map([["certificateNames", "amazonses.com"]]) };
};

const byTls = ({ usesTls }: DeclaredFacts): Demand => ({
  text: "refuses connections without TLS",
  restriction: usesTls === undefined ? "unknown" : usesTls ? "none" : "refuses",
  values: usesTls === false ? new Map([["tls", "no"]]) : noValues,
});

const skipsHops: Demand = {
  text: "skips listed hops, as behind a gateway",
  restriction: "unknown",
  values: noValues,
};

/** What an enabled connector demands of mail that comes straight from Aircall. */
const demandsOf = (connector: InboundConnector, facts: DeclaredFacts): readonly Demand[] => {
  const skipping = connector.efSkipLastIp || connector.efSkipIps.length > 0 ? [skipsHops] : [];
  if (connector.connectorType !== "Partner") return skipping;
  return [
    ...(connector.restrictDomainsToIpAddresses ? [byAddress(connector, facts)] : []),
    ...(connector.restrictDomainsToCertificate ? [byCertificate(connector)] : []),
    ...(connector.requireTls ? [byTls(facts)] : []),
    ...skipping,
  ];
};

/** A refusal is told only where the MX record says that mail comes straight to the connector. */
export const decideConnectors = (
  tenant: ExchangeTenant,
  sender: string,
  route: Route,
  facts: DeclaredFacts,
): readonly Issue[] => {
  const stage = "connectors";
  if (tenant.inboundConnectors === undefined) return [notRead(stage, "Get-InboundConnector")];
  if (route.kind === "gateway") return [];
  const selecting = tenant.inboundConnectors
    .filter(({ enabled }) => enabled)
    .map((connector) => ({ connector, selected: selects(connector, sender, facts) }))
    .filter(({ selected }) => selected !== "never");
  return selecting.flatMap(({ connector, selected }): readonly Issue[] => {
    const demands = demandsOf(connector, facts).filter(({ restriction }) => restriction !== "none");
    if (demands.length === 0) return [];
    const details = {
      connector: connector.name,
      restriction: demands.map(({ text }) => text).join(" and "),
    };
    const refusal = demands.find(({ restriction }) => restriction === "refuses");
    // A more specific connector may take the mail instead: which one wins is not published (exchange-online.md 3.8).
    if (
      refusal === undefined ||
      selected !== "surely" ||
      selecting.length > 1 ||
      route.mailExchanger === "assumed"
    )
      return [{ code: "connector-may-reject", stage, implies: "undecided", details }];
    return [
      {
        code: "connector-rejects",
        stage,
        implies: "blocked",
        certainty: "likely",
        outcome: "rejected",
        details,
        values: refusal.values,
      },
    ];
  });
};

/** Connectors that may refuse a forger's mail: who can meet their demands is not known. */
export const connectorsInTheWay = (tenant: ExchangeTenant, sender: string): readonly string[] =>
  (tenant.inboundConnectors ?? [])
    .filter(
      (connector) =>
        connector.enabled &&
        selects(connector, sender, {}) !== "never" &&
        demandsOf(connector, {}).length > 0,
    )
    .map(({ name }) => name);

/** A connector that treats mail as internal takes it past the filter by its sender domain alone. */
export const decideConnectorNarrowness = (tenant: ExchangeTenant, sender: string): readonly Issue[] => {
  const domain = domainOf(sender);
  const accepted = (tenant.acceptedDomains ?? []).some(
    ({ domainName, matchSubDomains }) =>
      domainName.toLowerCase() === domain ||
      (matchSubDomains && domain.endsWith(`.${domainName.toLowerCase()}`)),
  );
  if (!accepted) return [];
  return (tenant.inboundConnectors ?? [])
    .filter(
      (connector) => connector.enabled && connector.treatMessagesAsInternal && covers(connector, domain),
    )
    .map(
      ({ name }): Issue => ({
        code: "connector-treats-as-internal",
        stage: "connectors",
        implies: "undecided",
        details: { connector: name },
      }),
    );
};

/** What the gateway in front does is not visible, and without Enhanced Filtering it breaks authentication (9.13). */
export const decideGateway = (route: Route): readonly Issue[] => {
  if (route.kind === "direct") return [];
  const stage = "connectors";
  return [
    { code: "gateway-in-front", stage, implies: "undecided", details: { host: route.host } },
    ...(route.enhancedFiltering
      ? []
      : [
          {
            code: "gateway-breaks-authentication",
            stage,
            implies: "undecided",
            details: { host: route.host },
          } as const,
        ]),
  ];
};
