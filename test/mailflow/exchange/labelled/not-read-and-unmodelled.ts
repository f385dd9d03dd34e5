/** What was not read is undecided by name, but only where it can matter. */
import { contentFilterPolicy, policyRule } from "./healthy-tenant";
import {
  aboveTheAllow,
  aircallSenders,
  allowAircall,
  fromOutside,
  type LabelledTenant,
  quarantine,
  type Stage,
  tenant,
} from "./labelled-tenant";

const notRead = (title: string, cmdlet: string, stage: Stage, cites: string): LabelledTenant => ({
  title,
  cites: `${cites}; design 2`,
  export: tenant().withRule(allowAircall()).without(cmdlet).build(),
  verdict: "undecided",
  finding: { stage, names: cmdlet },
});

export const notReadAndUnmodelled: readonly LabelledTenant[] = [
  notRead(
    "without the mail flow rules nothing is known",
    "Get-TransportRule",
    "transport-rules",
    "exchange-online.md 3.1",
  ),
  notRead(
    "without the anti-spam policies a blocked sender may be overlooked",
    "Get-HostedContentFilterPolicy",
    "anti-spam",
    "exchange-online.md 3.4",
  ),
  notRead(
    "without the connection filter a blocked address may be overlooked",
    "Get-HostedConnectionFilterPolicy",
    "connection-filter",
    "exchange-online.md 3.8",
  ),
  notRead(
    "without the Tenant Allow/Block List a blocked sender may be overlooked there",
    "Get-TenantAllowBlockListItems",
    "tenant-allow-block-list",
    "exchange-online.md 3.4",
  ),
  notRead(
    "without the inbound connectors a restriction may be overlooked",
    "Get-InboundConnector",
    "connectors",
    "exchange-online.md 3.8",
  ),
  notRead(
    "without the anti-phishing policies impersonation protection may be overlooked",
    "Get-AntiPhishPolicy",
    "anti-phishing",
    "exchange-online.md 3.6",
  ),
  {
    title: "without the preset rules an allowed list may be hidden",
    cites: "exchange-online.md 3.3; design 2",
    export: tenant()
      .with("Get-HostedContentFilterPolicy", [contentFilterPolicy({ AllowedSenders: aircallSenders })])
      .without("Get-EOPProtectionPolicyRule")
      .build(),
    verdict: "undecided",
    finding: { stage: "anti-spam", names: "Get-EOPProtectionPolicyRule" },
  },
  {
    title: "without the rules of anti-spam policies it is unknown whom a blocking one binds",
    cites: "exchange-online.md 3.3; design 2",
    export: tenant()
      .with("Get-HostedContentFilterPolicy", [
        contentFilterPolicy({ AllowedSenders: aircallSenders }),
        contentFilterPolicy({
          Name: "Custom",
          Identity: "Custom",
          IsDefault: false,
          BlockedSenderDomains: ["aircall.io"],
        }),
      ])
      .without("Get-HostedContentFilterRule")
      .build(),
    verdict: "undecided",
    finding: { stage: "anti-spam", names: "Get-HostedContentFilterRule" },
  },
  {
    title: "a blocking policy for a group whose members were not read is undecided",
    cites: "exchange-online.md 3.3; design 2",
    export: tenant()
      .withGroup("sales@contoso.example", ["anna@contoso.example"])
      .with("Get-HostedContentFilterPolicy", [
        contentFilterPolicy({ AllowedSenders: aircallSenders }),
        contentFilterPolicy({
          Name: "Custom",
          Identity: "Custom",
          IsDefault: false,
          BlockedSenderDomains: ["aircall.io"],
        }),
      ])
      .with("Get-HostedContentFilterRule", [
        policyRule("Custom", 0, {
          HostedContentFilterPolicy: "Custom",
          SentToMemberOf: ["sales@contoso.example"],
        }),
      ])
      .without("Get-DistributionGroupMember")
      .build(),
    verdict: "undecided",
    finding: { stage: "anti-spam", names: "Get-DistributionGroupMember" },
    messages: [{ message: {}, outcome: "undecided", why: "whether she is a member was not read" }],
  },
  {
    title: "a certain block outweighs a part that was not read",
    cites: "design 2; exchange-online.md 2.7",
    export: aboveTheAllow(quarantine("Outside", fromOutside))
      .without("Get-HostedConnectionFilterPolicy")
      .build(),
    verdict: "blocked",
    finding: { stage: "transport-rules", rule: "Outside", certainty: "certain", outcome: "quarantined" },
  },
  {
    title: "a missing guarantee is outweighed by a part that was not read",
    cites: "design 2",
    export: tenant().without("Get-InboundConnector").build(),
    verdict: "undecided",
    narrowness: "no-bypass",
    finding: { stage: "connectors", names: "Get-InboundConnector" },
  },
  {
    title: "group members that no setting asks for need not be read",
    cites: "design 7",
    export: tenant()
      .withRule(allowAircall())
      .without("Get-DistributionGroup")
      .without("Get-DistributionGroupMember")
      .build(),
    verdict: "proven",
    narrowness: "narrow",
  },
];
