/** What is refused before any rule: blocked addresses and restricted connectors. */
import { connectionFilterPolicy, inboundConnector } from "./healthy-tenant";
import { allowAircall, type LabelledTenant, type RawObject, tenant } from "./labelled-tenant";

const withLists = (lists: RawObject) =>
  tenant()
    .withRule(allowAircall())
    .with("Get-HostedConnectionFilterPolicy", [connectionFilterPolicy(lists)])
    .build();

const withConnector = (connector: RawObject) =>
  tenant()
    .withRule(allowAircall())
    .with("Get-InboundConnector", [inboundConnector(connector)])
    .build();

const gatewayOnly: RawObject = {
  Name: "Lock down to the gateway",
  RequireTls: true,
  RestrictDomainsToIPAddresses: true,
  SenderIPAddresses: ["185.58.84.0/24"],
};

const proven = { verdict: "proven", narrowness: "narrow" } as const;
const refusedMaybe = { verdict: "undecided", finding: { stage: "connectors" } } as const;

export const connectionFilterAndConnectors: readonly LabelledTenant[] = [
  {
    title: "a blocked public range may hold Aircall's sending addresses",
    cites: "exchange-online.md 3.4, 3.8; aircall.md 1.3",
    rows: ["3.8 IPBlockList"],
    export: withLists({ IPBlockList: ["54.240.8.0/24"] }),
    verdict: "undecided",
    finding: { stage: "connection-filter", names: "IPBlockList" },
    messages: [
      { message: { sourceIp: "54.240.8.17" }, outcome: "rejected", why: "inside the range, at the edge" },
      { message: { sourceIp: "54.240.9.17" }, outcome: "inbox", why: "outside the range" },
      { message: {}, outcome: "undecided", why: "the sending address is not known" },
    ],
  },
  {
    title: "a blocked range written with a dash may hold Aircall's sending addresses",
    cites: "exchange-online.md 3.8; aircall.md 1.3",
    export: withLists({ IPBlockList: ["54.240.8.10-54.240.8.20"] }),
    verdict: "undecided",
    finding: { stage: "connection-filter", names: "IPBlockList" },
    messages: [
      {
        message: { sourceIp: "54.240.8.20" },
        outcome: "rejected",
        why: "the end of the range belongs to it",
      },
      { message: { sourceIp: "54.240.8.21" }, outcome: "inbox", why: "one after the end" },
    ],
  },
  {
    title: "blocked private addresses never send mail over the Internet",
    cites: "exchange-online.md 3.8",
    export: withLists({ IPBlockList: ["10.1.2.0/24", "172.16.0.9", "192.168.4.1-192.168.4.9"] }),
    ...proven,
  },
  {
    title: "an allowed address beats the same address on the block list",
    cites: "exchange-online.md 3.8",
    rows: ["3.8 allow beats block", "3.8 IPAllowList"],
    export: withLists({ IPBlockList: ["54.240.8.17"], IPAllowList: ["54.240.8.17"] }),
    verdict: "proven",
    narrowness: "undecided",
    messages: [{ message: { sourceIp: "54.240.8.17" }, outcome: "inbox", why: "allow beats block" }],
  },
  {
    title: "who can send from an allowed address is not known",
    cites: "exchange-online.md 3.4, 3.8, 5",
    export: withLists({ IPAllowList: ["54.240.8.0/24"] }),
    verdict: "proven",
    narrowness: "undecided",
  },
  {
    title: "a connector that locks every domain to the gateway refuses mail that skips it, if the MX lets it",
    cites: "exchange-online.md 3.8, 9.12",
    rows: ["3.8 SenderDomains *", "3.8 RestrictDomainsToIPAddresses", "9.12"],
    export: withConnector(gatewayOnly),
    ...refusedMaybe,
  },
  {
    title: "a connector that locks every domain to a certificate refuses mail that skips the gateway",
    cites: "exchange-online.md 3.8, 9.12",
    rows: ["3.8 RestrictDomainsToCertificate", "9.12"],
    export: withConnector({
      Name: "Certificate only",
      RequireTls: true,
      RestrictDomainsToCertificate: true,
      TlsSenderCertificateName: "*.gateway.example",
    }),
    ...refusedMaybe,
  },
  {
    title: "a restricted connector for *.aircall.io covers the domain and its subdomains",
    cites: "exchange-online.md 3.8, 9.1",
    rows: ["3.8 SenderDomains *.domain", "9.1"],
    export: withConnector({ ...gatewayOnly, SenderDomains: ["smtp:*.aircall.io;1"] }),
    ...refusedMaybe,
  },
  {
    title: "a restricted connector for a partner's domain does not touch Aircall mail",
    cites: "exchange-online.md 3.8",
    export: withConnector({ ...gatewayOnly, SenderDomains: ["smtp:partner.example;1", "smtp:*.call.io;1"] }),
    ...proven,
  },
  {
    title: "a disabled connector refuses nothing",
    cites: "exchange-online.md 3.8",
    rows: ["3.8 Enabled"],
    export: withConnector({ ...gatewayOnly, Enabled: false }),
    ...proven,
  },
  {
    title: "restrictions act on connectors of the Partner type only",
    cites: "exchange-online.md 3.8",
    rows: ["3.8 Partner only"],
    export: withConnector({ ...gatewayOnly, ConnectorType: "OnPremises" }),
    ...proven,
  },
  {
    title: "a connector without restrictions refuses nothing",
    cites: "exchange-online.md 3.8",
    export: withConnector({ RequireTls: false }),
    ...proven,
  },
];
