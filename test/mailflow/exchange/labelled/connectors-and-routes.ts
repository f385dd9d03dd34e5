/** Restricted connectors against where the MX points and what is declared of Aircall's mail (exchange-online.md 3.8). */
import { connectionFilterPolicy, inboundConnector } from "./healthy-tenant";
import { allowAircall, type LabelledTenant, type RawObject, tenant } from "./labelled-tenant";
import type { ReferenceRow } from "./reference-rows";

const microsoft = "contoso-example.mail.protection.outlook.com";
const gateway = "eu-smtp-inbound-1.gateway.example";
const cites = "exchange-online.md 3.8, 9.12, 9.13";

const allowed = (...connectors: readonly RawObject[]) =>
  tenant().withRule(allowAircall()).with("Get-InboundConnector", connectors.map(inboundConnector));
const atMicrosoft = (...connectors: readonly RawObject[]) =>
  allowed(...connectors)
    .withDns(microsoft)
    .build();
const behindGateway = (...connectors: readonly RawObject[]) =>
  allowed(...connectors)
    .withDns(gateway)
    .build();

const addresses: RawObject = {
  Name: "Lock down",
  RestrictDomainsToIPAddresses: true,
  SenderIPAddresses: ["185.58.84.0/24"],
};
const certificate = (name: string): RawObject => ({
  Name: "Certificate",
  RequireTls: true,
  RestrictDomainsToCertificate: true,
  TlsSenderCertificateName: name,
});
const tls: RawObject = { Name: "TLS", RequireTls: true };

const fatal = {
  verdict: "blocked",
  finding: { stage: "connectors", certainty: "likely", outcome: "rejected" },
} as const;
const rejected = { verdict: "blocked", finding: { stage: "connectors", outcome: "rejected" } } as const;
const undecided = { verdict: "undecided", finding: { stage: "connectors" } } as const;
const proven = { verdict: "proven", narrowness: "narrow" } as const;

type Case = readonly [
  string,
  LabelledTenant["export"],
  Pick<LabelledTenant, "verdict" | "narrowness" | "finding" | "facts" | "messages">,
  ...ReferenceRow[],
];

const inside = { message: { sourceIp: "185.58.84.9" }, outcome: "inbox", why: "inside the range" } as const;
const outside = {
  message: { sourceIp: "54.240.8.17" },
  outcome: "rejected",
  why: "outside the range",
} as const;
const toAddresses = { messages: [inside, outside] };

// biome-ignore format: one case, few lines
const cases: readonly Case[] = [
  ["a lock to addresses is fatal where the MX points at Microsoft", atMicrosoft(addresses), { ...fatal, ...toAddresses }, "3.8 MX at Microsoft", "3.8 RestrictDomainsToIPAddresses", "9.12"],
  ["a host under mx.microsoft is Microsoft's too", allowed(addresses).withDns("contoso-example.a-v1.mx.microsoft").build(), fatal, "3.8 MX at Microsoft"],
  ["a connector for everybody reads the same without the form of the read-back", atMicrosoft({ ...addresses, SenderDomains: ["*"] }), fatal, "3.8 SenderDomains *", "3.8 read-back form"],
  ["a lock of aircall.io alone may be fatal: which address selects a connector is not published", atMicrosoft({ ...addresses, SenderDomains: ["aircall.io"] }), undecided, "3.8 SenderDomains domain"],
  ["a lock of notify.aircall.io alone may be fatal to the invitations", atMicrosoft({ ...addresses, SenderDomains: ["smtp:notify.aircall.io;1"] }), undecided, "3.8 SenderDomains domain", "3.8 read-back form"],
  ["a lock of *.aircall.io may be fatal to every sender", atMicrosoft({ ...addresses, SenderDomains: ["smtp:*.aircall.io;1"] }), undecided, "3.8 SenderDomains *.domain", "9.1"],
  ["a lock of *.aircall.io is fatal where the envelope is declared to be Aircall's too", atMicrosoft({ ...addresses, SenderDomains: ["smtp:*.aircall.io;1"] }), { ...fatal, facts: { envelopeDomains: ["aircall.io"] } }, "3.8 SenderDomains *.domain"],
  ["a lock of a partner's domain is nothing to Aircall", atMicrosoft({ ...addresses, SenderDomains: ["partner.example", "*.call.io"] }), proven, "3.8 SenderDomains domain"],
  ["a disabled lock refuses nothing where the MX points at Microsoft", atMicrosoft({ ...addresses, Enabled: false }), proven, "3.8 Enabled"],
  ["a lock on a connector from on-premises servers refuses nothing", atMicrosoft({ ...addresses, ConnectorType: "OnPremises" }), proven, "3.8 Partner only"],
  ["a lock is harmless where the declared sending addresses lie inside", atMicrosoft(addresses), { ...proven, facts: { sendingAddresses: ["185.58.84.0/25"] } }, "3.8 RestrictDomainsToIPAddresses"],
  ["a lock refuses mail where the declared sending addresses lie outside", atMicrosoft(addresses), { ...rejected, facts: { sendingAddresses: ["54.240.8.0/24"] } }, "3.8 RestrictDomainsToIPAddresses"],
  ["a lock refuses some mail where one declared address lies outside", atMicrosoft(addresses), { ...rejected, facts: { sendingAddresses: ["185.58.84.7", "54.240.8.17"] } }, "3.8 RestrictDomainsToIPAddresses"],
  ["a lock to a gateway's certificate is fatal where the MX points at Microsoft", atMicrosoft(certificate("*.gateway.example")), fatal, "3.8 RestrictDomainsToCertificate", "3.8 MX at Microsoft", "9.12"],
  ["a lock to a certificate of Amazon's may be met", atMicrosoft(certificate("*.amazonses.com")), undecided, "3.8 RestrictDomainsToCertificate"],
  ["a lock to a certificate of Aircall's may be met", atMicrosoft(certificate("mail.aircall.io")), undecided, "3.8 RestrictDomainsToCertificate"],
  ["whether Aircall sends with TLS is not published", atMicrosoft(tls), { ...undecided, messages: [
    { message: { tls: true }, outcome: "inbox", why: "it came with TLS" },
    { message: { tls: false }, outcome: "rejected", why: "it came without" },
    { message: {}, outcome: "undecided", why: "whether it came with TLS is not known" },
  ] }, "3.8 RequireTls", "9.12"],
  ["a demand of TLS is met where TLS is declared", atMicrosoft(tls), { ...proven, facts: { usesTls: true } }, "3.8 RequireTls"],
  ["a demand of TLS refuses mail that is declared to come without", atMicrosoft(tls), { ...rejected, facts: { usesTls: false } }, "3.8 RequireTls"],
  ["declared TLS does not meet a lock to addresses", atMicrosoft({ ...addresses, RequireTls: true }), { ...fatal, facts: { usesTls: true } }, "3.8 RestrictDomainsToIPAddresses"],
  ["whether a narrower connector for aircall.io opens the lock is not published", atMicrosoft(addresses, { Name: "Aircall", SenderDomains: ["smtp:*.aircall.io;1"] }), undecided, "3.8 narrower connector"],
  ["a lock to the gateway is meant where the MX is the gateway, whose own policy is not seen", behindGateway(addresses), { verdict: "undecided" }, "3.8 MX elsewhere", "9.12", "9.13"],
  ["a gateway whose hops are skipped still has a policy that is not seen", behindGateway({ ...addresses, EFSkipLastIP: true }), { verdict: "undecided" }, "3.8 MX elsewhere", "9.13"],
  ["behind a gateway whose hops are not skipped an allow on dmarc=pass may never act", behindGateway(addresses), { verdict: "undecided", finding: { stage: "transport-rules", names: "allow" } }, "3.8 MX elsewhere", "9.13"],
  ["a gateway without any connector still has a policy that is not seen", behindGateway(), { verdict: "undecided" }, "3.8 MX elsewhere", "9.13"],
  ["declared addresses say nothing of a gateway's policy", behindGateway(addresses), { verdict: "undecided", facts: { sendingAddresses: ["185.58.84.0/25"] } }, "3.8 MX elsewhere"],
  ["a lock with an MX that was not read may be meant or fatal", allowed(addresses).build(), undecided, "3.8 RestrictDomainsToIPAddresses"],
  ["without connectors an MX at Microsoft is the plain route", atMicrosoft(), proven, "3.8 MX at Microsoft"],
  ["mail from on-premises servers that is treated as internal is other mail than Aircall's", atMicrosoft({ Name: "Hybrid", ConnectorType: "OnPremises", TreatMessagesAsInternal: true, RequireTls: true }), proven, "3.8 TreatMessagesAsInternal"],
];

const withLists = (lists: RawObject) =>
  tenant()
    .withRule(allowAircall())
    .with("Get-HostedConnectionFilterPolicy", [connectionFilterPolicy(lists)])
    .build();

export const connectorsAndRoutes: readonly LabelledTenant[] = [
  ...cases.map(
    ([title, parts, label, ...rows]): LabelledTenant => ({
      title,
      cites: `${cites}, 9.1`,
      rows,
      export: parts,
      ...label,
    }),
  ),
  {
    title: "refusing anonymous mail in the tenant's own name is nothing to Aircall",
    cites: "exchange-online.md 3.8",
    rows: ["3.8 RejectDirectSend"],
    export: tenant()
      .withRule(allowAircall())
      .with("Get-OrganizationConfig", [{ Name: "contoso", RejectDirectSend: true }])
      .build(),
    ...proven,
  },
  {
    title: "Microsoft's own list of good senders takes no mail away and proves nothing",
    cites: "exchange-online.md 3.8",
    rows: ["3.8 EnableSafeList"],
    export: tenant()
      .with("Get-HostedConnectionFilterPolicy", [connectionFilterPolicy({ EnableSafeList: true })])
      .build(),
    verdict: "not-guaranteed",
    finding: { stage: "anti-spam" },
  },
  {
    title: "a blocked range that holds none of the declared addresses is dismissed",
    cites: "exchange-online.md 3.8",
    rows: ["3.8 IPBlockList"],
    export: withLists({ IPBlockList: ["203.0.113.0/24"] }),
    facts: { sendingAddresses: ["54.240.8.0/24"] },
    ...proven,
  },
  {
    title: "a blocked range that holds a declared address refuses mail",
    cites: "exchange-online.md 3.4, 3.8, 9.12",
    rows: ["3.8 IPBlockList", "9.12"],
    export: withLists({ IPBlockList: ["54.240.8.0/25"] }),
    facts: { sendingAddresses: ["54.240.8.0/24"] },
    verdict: "blocked",
    finding: { stage: "connection-filter", outcome: "rejected" },
  },
];
