/** Settings are handed to the policies without people, and decide the same there. */
import assert from "node:assert/strict";
import { settingParts } from "../../../src/resources/exchange/observed-parts";
import { settingsWithoutPeople } from "../../../src/resources/exchange/observed-settings";
import { toTenant } from "../../../src/tenants/exchange/export/native-export";

/** One object per part with every list of people filled, as an unselected export prints it. */
const objects: Readonly<Record<(typeof settingParts)[number], Readonly<Record<string, unknown>>>> = {
  "Get-HostedContentFilterPolicy": {
    Name: "Default",
    SpamAction: "Redirect",
    MarkAsSpamFormTagsInHtml: "On",
    MarkAsSpamHolograms: "On",
    RedirectToRecipients: ["ann@contoso.example"],
    TestModeBccToRecipients: ["ann@contoso.example"],
    AllowedSenderDomains: ["aircall.io"],
  },
  "Get-HostedContentFilterRule": {
    Name: "r",
    Priority: 0,
    Enabled: false,
    HostedContentFilterPolicy: "Default",
    Comments: "asked for by ann",
  },
  "Get-HostedConnectionFilterPolicy": {
    Name: "Default",
    IPAllowList: ["192.0.2.1"],
    AdminDisplayName: "ann",
  },
  "Get-AntiPhishPolicy": {
    Name: "Default",
    EnableTargetedUserProtection: true,
    TargetedUserProtectionAction: "Quarantine",
    TargetedUsersToProtect: ["Ann;ann@contoso.example"],
    TargetedUserActionRecipients: ["ann@contoso.example"],
  },
  "Get-AntiPhishRule": { Name: "r", Priority: 0, AntiPhishPolicy: "Default", LastModifiedBy: "ann" },
  "Get-MalwareFilterPolicy": {
    Name: "Default",
    FileTypes: ["exe"],
    InternalSenderAdminAddress: "ann@contoso.example",
  },
  "Get-MalwareFilterRule": { Name: "r", Priority: 0, MalwareFilterPolicy: "Default", Comments: "ann" },
  "Get-EOPProtectionPolicyRule": { Name: "Strict Preset Security Policy", State: "Enabled", Comments: "ann" },
  "Get-ATPProtectionPolicyRule": { Name: "Strict Preset Security Policy", State: "Enabled", Comments: "ann" },
  "Get-TenantAllowBlockListItems": {
    Value: "aircall.io",
    Action: "Allow",
    ListType: "Sender",
    Notes: "ann asked",
    LastModifiedDateTime: "2026-01-01",
    ModifiedBy: "ann",
  },
  "Get-TenantAllowBlockListSpoofItems": {
    SpoofedUser: "aircall.io",
    SendingInfrastructure: "*",
    Action: "Block",
    ModifiedBy: "ann",
  },
  "Get-InboundConnector": {
    Name: "Gateway",
    SenderIPAddresses: ["192.0.2.0/24"],
    RequireTls: true,
    EFSkipLastIP: true,
    EFUsers: ["ann@contoso.example"],
    Comment: "ann",
  },
  "Get-AcceptedDomain": { DomainName: "contoso.example", DomainType: "Authoritative" },
  "Get-TransportConfig": {
    MaxReceiveSize: "25 MB",
    DisablePlusAddressInRecipients: false,
    JournalingReportNdrTo: "ann@contoso.example",
  },
  "Get-HostedOutboundSpamFilterPolicy": {
    Name: "Default",
    AutoForwardingMode: "Off",
    NotifyOutboundSpamRecipients: ["ann@contoso.example"],
    BccSuspiciousOutboundAdditionalRecipients: ["ann@contoso.example"],
  },
};

describe("settings handed to the policies", () => {
  for (const part of settingParts)
    it(`name nobody in ${part}`, () =>
      assert.doesNotMatch(JSON.stringify(settingsWithoutPeople(part, [objects[part]])), /ann/iu));

  it("decide the same: the tenant made of them is the same but for who is protected", () => {
    const before = toTenant(Object.fromEntries(settingParts.map((part) => [part, [objects[part]]])), "t");
    const after = toTenant(
      Object.fromEntries(settingParts.map((part) => [part, settingsWithoutPeople(part, [objects[part]])])),
      "t",
    );
    const [connector] = before.inboundConnectors ?? [];
    assert.deepEqual(after, {
      ...before,
      inboundConnectors: [{ ...connector, efUsers: ["(somebody)"] }],
    });
  });

  it("keep apart a list of people that is empty", () => {
    const [connector] = settingsWithoutPeople("Get-InboundConnector", [{ Name: "g", EFUsers: [] }, null]);
    assert.deepEqual(connector, { Name: "g", EFUsers: [] });
  });
});
