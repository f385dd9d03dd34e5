/** Facts that nobody publishes and that a company declares: what they settle, and what they leave open (design section 2). */
import type { DeclaredFacts } from "../../../../src/mailflow/facts";
import {
  aboveTheAllow,
  allowAircall,
  type LabelledTenant,
  quarantine,
  type RawObject,
  tenant,
} from "./labelled-tenant";
import type { ReferenceRow } from "./reference-rows";

type Case = readonly [
  string,
  RawObject,
  DeclaredFacts,
  Pick<LabelledTenant, "verdict" | "finding">,
  ...ReferenceRow[],
];

const caught = {
  verdict: "blocked",
  finding: { stage: "transport-rules", rule: "Rule", outcome: "quarantined" },
} as const;
const dismissed = { verdict: "proven" } as const;
const undecided = { verdict: "undecided", finding: { stage: "transport-rules", rule: "Rule" } } as const;

const network: RawObject = { SenderIpRanges: ["54.240.8.0/24"] };
const envelope: RawObject = { SenderDomainIs: ["amazonses.com"], SenderAddressLocation: "Envelope" };
const either: RawObject = { SenderDomainIs: ["amazonses.com"], SenderAddressLocation: "HeaderOrEnvelope" };

// biome-ignore format: one rule and fact, one line
const cases: readonly Case[] = [
  ["a rule on a network catches mail that is declared to come from inside it", network, { sendingAddresses: ["54.240.8.64/26"] }, caught, "2.2 SenderIpRanges"],
  ["a rule on a network spares mail that is declared to come from elsewhere", network, { sendingAddresses: ["54.240.9.0/24", "54.240.10.7"] }, dismissed, "2.2 SenderIpRanges"],
  ["a rule on the envelope's domain catches mail that is declared to have it", envelope, { envelopeDomains: ["amazonses.com"] }, caught, "2.2 SenderAddressLocation Envelope", "9.2"],
  ["a rule on the envelope's domain catches mail from a declared subdomain", envelope, { envelopeDomains: ["eu-west-1.amazonses.com"] }, caught, "2.2 SenderAddressLocation Envelope", "9.1"],
  ["a rule on the envelope's domain spares mail that is declared to have another", envelope, { envelopeDomains: ["mail.aircall.io"] }, dismissed, "2.2 SenderAddressLocation Envelope", "9.2"],
  ["a rule on header or envelope spares mail that is declared to have neither", either, { envelopeDomains: ["mail.aircall.io"] }, dismissed, "2.2 SenderAddressLocation HeaderOrEnvelope", "9.2"],
  ["a declared address says nothing of the envelope's domain", envelope, { sendingAddresses: ["54.240.8.0/24"] }, undecided, "2.2 SenderAddressLocation Envelope"],
  ["declared TLS says nothing of the sending address", network, { usesTls: true }, undecided, "2.2 SenderIpRanges"],
];

export const declaredFacts: readonly LabelledTenant[] = [
  ...cases.map(
    ([title, conditions, facts, label, ...rows]): LabelledTenant => ({
      title,
      cites: "exchange-online.md 2.2, 9.1, 9.2; design 2",
      rows,
      export: aboveTheAllow(quarantine("Rule", conditions)).build(),
      facts,
      ...label,
    }),
  ),
  {
    title: "an allow on the envelope's domain alone reaches all mail that is declared to have it",
    cites: "exchange-online.md 2.2, 5; design 2",
    rows: ["2.2 SenderAddressLocation Envelope"],
    export: tenant()
      .withRule(
        allowAircall({ From: null, SenderDomainIs: ["amazonses.com"], SenderAddressLocation: "Envelope" }),
      )
      .build(),
    facts: { envelopeDomains: ["amazonses.com"] },
    verdict: "proven",
  },
  {
    title: "an allow on the envelope's domain alone reaches an unknown part of the mail",
    cites: "exchange-online.md 2.2, 9.2",
    rows: ["2.2 SenderAddressLocation Envelope", "9.2"],
    export: tenant()
      .withRule(
        allowAircall({ From: null, SenderDomainIs: ["amazonses.com"], SenderAddressLocation: "Envelope" }),
      )
      .build(),
    verdict: "undecided",
  },
];
