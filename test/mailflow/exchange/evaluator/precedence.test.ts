/** The table of exchange-online.md 3.4, cell by cell: each setting alone against each verdict of the filter. */
import assert from "node:assert/strict";
import type { ExchangeTenant } from "../../../../src/mailflow/exchange/tenant";
import { type FilterVerdict, filterVerdicts, type Message } from "../../../../src/mailflow/message";
import type { Outcome } from "../../../../src/mailflow/outcome";
import {
  allow,
  connector,
  ends,
  healthy,
  run,
  withConnection,
  withContent,
  withJunk,
  withList,
  withPhish,
  withRules,
} from "./given";

type Ends = Outcome | "undecided";
type Cells = Readonly<Record<Exclude<FilterVerdict, "impersonation">, Ends>>;

/** A policy whose actions tell the verdicts apart: phish is redirected, high-confidence spam deleted, spam and bulk junked, spoof quarantined. */
const distinct = withPhish(
  { honorDmarcPolicy: false, authenticationFailAction: "Quarantine" },
  withContent({
    phishSpamAction: "Redirect",
    highConfidenceSpamAction: "Delete",
    bulkSpamAction: "ModifySubject",
  }),
);

const pair = (action: "Allow" | "Block", tenant: ExchangeTenant): ExchangeTenant => ({
  ...tenant,
  tenantAllowBlockListSpoofItems: [
    { spoofedUser: "aircall.io", sendingInfrastructure: "*", spoofType: "External", action },
  ],
});

const address = "54.240.8.17";

// biome-ignore format: one setting, one line, as in the reference
const table: Readonly<Record<string, { tenant: ExchangeTenant; cells: Cells }>> = {
  "no setting":                 { tenant: distinct, cells: { malware: "quarantined", "high-confidence-phish": "quarantined", phish: "redirected", spoof: "quarantined", "high-confidence-spam": "deleted", spam: "junk", bulk: "junk", clean: "inbox" } },
  "a rule's SCL -1":            { tenant: withRules([allow], distinct), cells: { malware: "quarantined", "high-confidence-phish": "quarantined", phish: "inbox", spoof: "inbox", "high-confidence-spam": "inbox", spam: "inbox", bulk: "inbox", clean: "inbox" } },
  "a rule's SCL 5":             { tenant: withRules([{ SetSCL: 5 }], distinct), cells: { malware: "quarantined", "high-confidence-phish": "quarantined", phish: "redirected", spoof: "redirected", "high-confidence-spam": "deleted", spam: "junk", bulk: "junk", clean: "junk" } },
  "a rule's SCL 9":             { tenant: withRules([{ SetSCL: 9 }], distinct), cells: { malware: "quarantined", "high-confidence-phish": "quarantined", phish: "redirected", spoof: "redirected", "high-confidence-spam": "deleted", spam: "deleted", bulk: "deleted", clean: "deleted" } },
  "the IP Allow List":          { tenant: withConnection({ ipAllowList: [address] }, distinct), cells: { malware: "quarantined", "high-confidence-phish": "quarantined", phish: "inbox", spoof: "quarantined", "high-confidence-spam": "inbox", spam: "inbox", bulk: "inbox", clean: "inbox" } },
  "the IP Block List":          { tenant: withConnection({ ipBlockList: [address] }, distinct), cells: { malware: "rejected", "high-confidence-phish": "rejected", phish: "rejected", spoof: "rejected", "high-confidence-spam": "rejected", spam: "rejected", bulk: "rejected", clean: "rejected" } },
  "an allowed sender":          { tenant: withContent({ allowedSenders: ["noreply@aircall.io"] }, distinct), cells: { malware: "quarantined", "high-confidence-phish": "quarantined", phish: "inbox", spoof: "inbox", "high-confidence-spam": "inbox", spam: "inbox", bulk: "inbox", clean: "inbox" } },
  "a blocked sender":           { tenant: withContent({ blockedSenders: ["noreply@aircall.io"] }, distinct), cells: { malware: "quarantined", "high-confidence-phish": "quarantined", phish: "redirected", spoof: "redirected", "high-confidence-spam": "deleted", spam: "junk", bulk: "junk", clean: "junk" } },
  "a sender allow of the list": { tenant: withList([{ action: "Allow", expirationDate: "2026-12-01T00:00:00Z" }], distinct), cells: { malware: "quarantined", "high-confidence-phish": "quarantined", phish: "inbox", spoof: "inbox", "high-confidence-spam": "inbox", spam: "inbox", bulk: "inbox", clean: "inbox" } },
  "a sender block of the list": { tenant: withList([{}], distinct), cells: { malware: "quarantined", "high-confidence-phish": "quarantined", phish: "quarantined", spoof: "quarantined", "high-confidence-spam": "quarantined", spam: "quarantined", bulk: "quarantined", clean: "quarantined" } },
  "a spoof allow of the list":  { tenant: pair("Allow", distinct), cells: { malware: "quarantined", "high-confidence-phish": "quarantined", phish: "redirected", spoof: "inbox", "high-confidence-spam": "deleted", spam: "junk", bulk: "junk", clean: "inbox" } },
  // Phish beside a blocked pair has "spoof/phish action": here they differ.
  "a spoof block of the list":  { tenant: pair("Block", distinct), cells: { malware: "quarantined", "high-confidence-phish": "quarantined", phish: "undecided", spoof: "quarantined", "high-confidence-spam": "quarantined", spam: "quarantined", bulk: "quarantined", clean: "quarantined" } },
};

// biome-ignore format: one list, one line, as in the reference
const userTable: Readonly<Record<string, { tenant: ExchangeTenant; cells: Cells }>> = {
  "the user's safe senders":    { tenant: withJunk({ trustedSendersAndDomains: ["noreply@aircall.io"] }, distinct), cells: { malware: "quarantined", "high-confidence-phish": "quarantined", phish: "inbox", spoof: "inbox", "high-confidence-spam": "inbox", spam: "inbox", bulk: "inbox", clean: "inbox" } },
  "the user's blocked senders": { tenant: withJunk({ blockedSendersAndDomains: ["noreply@aircall.io"] }, distinct), cells: { malware: "quarantined", "high-confidence-phish": "quarantined", phish: "redirected", spoof: "quarantined", "high-confidence-spam": "junk", spam: "junk", bulk: "junk", clean: "junk" } },
};

/** A spoof fails DMARC, everything else passes. */
const judged = (verdict: FilterVerdict): Partial<Message> => ({
  filterVerdict: verdict,
  sourceIp: address,
  ...(verdict === "spoof" ? { dmarc: "fail", dkim: "none", dkimDomain: "" } : {}),
});

const columns = filterVerdicts.filter((verdict) => verdict !== "impersonation");

describe("who wins where a setting meets a verdict (exchange-online.md 3.4)", () => {
  for (const [setting, { tenant, cells }] of Object.entries(table))
    for (const verdict of columns)
      it(`${setting} and ${verdict}: ${cells[verdict]}`, () =>
        assert.equal(ends(tenant, judged(verdict)), cells[verdict]));

  for (const [list, { tenant, cells }] of Object.entries(userTable))
    for (const verdict of columns)
      it(`${list} and ${verdict}: ${cells[verdict]}`, () =>
        assert.equal(ends(tenant, judged(verdict), "mailbox"), cells[verdict]));

  it("lists of one user are outside the organisation's scope", () => {
    const blocked = withJunk({ blockedSendersAndDomains: ["noreply@aircall.io"] });
    assert.equal(ends(blocked, { filterVerdict: "clean" }), "inbox");
  });
});

describe("allow against block (exchange-online.md 3.4)", () => {
  const allowed = withRules([allow]);
  const blockedEntry = { blockedSenders: ["noreply@aircall.io"] };
  const lasting = { action: "Allow", expirationDate: "2026-12-01T00:00:00Z" } as const;
  const verdicts: readonly (FilterVerdict | undefined)[] = [undefined, "clean", "spam", "phish"];
  // biome-ignore format: one pair, one line
  const unpublished: Readonly<Record<string, ExchangeTenant>> = {
    "SCL -1 and a blocked sender": withContent(blockedEntry, allowed),
    "an allowed and a blocked sender": withContent({ ...blockedEntry, allowedSenders: ["noreply@aircall.io"] }),
    "an allowed sender and a rule's SCL 6": withRules([{ SetSCL: 6 }], withContent({ allowedSenders: ["noreply@aircall.io"] })),
    "an allow of the list and a rule's SCL 6": withRules([{ SetSCL: 6 }], withList([lasting])),
    "SCL -1 and a spoof block": pair("Block", allowed),
  };
  for (const [title, tenant] of Object.entries(unpublished))
    for (const filterVerdict of verdicts)
      it(`${title}: undecided where the verdict is ${filterVerdict ?? "not known"}`, () =>
        assert.equal(ends(tenant, filterVerdict === undefined ? {} : { filterVerdict }), "undecided"));

  it("a sender block of the list beats SCL -1, since it counts as high-confidence phish", () =>
    assert.equal(ends(withList([{}], allowed)), "quarantined"));
  it("inside the list a block beats an allow", () =>
    assert.equal(ends(withList([lasting, {}])), "quarantined"));
  it("a spoof block beats a spoof allow", () => {
    const both = {
      ...healthy,
      tenantAllowBlockListSpoofItems: (["Allow", "Block"] as const).map((action) => ({
        spoofedUser: "*",
        sendingInfrastructure: "aircall.io",
        spoofType: undefined,
        action,
      })),
    };
    assert.equal(ends(both, { filterVerdict: "clean" }), "junk");
  });
  it("behind a gateway a rule's allow may lift even high-confidence phish", () => {
    const routed = { ...allowed, inboundConnectors: [connector({})] };
    const message = { filterVerdict: "high-confidence-phish", route: "Gateway" } as const;
    assert.equal(ends(routed, message), "undecided");
    assert.equal(ends(allowed, { filterVerdict: "high-confidence-phish" }), "quarantined");
  });
  it("an IP allow without a DMARC result leaves phish open", () =>
    assert.equal(
      ends(withConnection({ ipAllowList: [address] }), {
        sourceIp: address,
        filterVerdict: "phish",
        dmarc: "none",
      }),
      "undecided",
    ));
});

describe("the user against the organisation (exchange-online.md 3.4)", () => {
  const safe = { trustedSendersAndDomains: ["noreply@aircall.io"] };
  const blocked = { blockedSendersAndDomains: ["noreply@aircall.io"] };
  const user = (tenant: ExchangeTenant, message: Partial<Message>) => ends(tenant, message, "mailbox");

  it("a blocked sender of the user goes to Junk past every allow of the organisation", () => {
    for (const tenant of [
      withRules([allow]),
      withContent({ allowedSenders: ["noreply@aircall.io"] }),
      withList([{ action: "Allow", expirationDate: "2026-12-01T00:00:00Z" }]),
    ])
      assert.equal(user(withJunk(blocked, tenant), {}), "junk");
  });
  it("a safe sender does not beat a block of the list", () =>
    assert.equal(user(withJunk(safe, withList([{}])), { filterVerdict: "clean" }), "quarantined"));
  it("a safe sender beats a blocked sender of the anti-spam policy", () =>
    assert.equal(
      user(withJunk(safe, withContent({ blockedSenders: ["noreply@aircall.io"] })), {
        filterVerdict: "clean",
      }),
      "inbox",
    ));
  it("a safe sender beats a rule's SCL block", () =>
    assert.equal(user(withJunk(safe, withRules([{ SetSCL: 9 }])), { filterVerdict: "clean" }), "inbox"));
  it("a safe sender beats a DMARC policy that is honoured", () => {
    const rejected = {
      filterVerdict: "spoof",
      dmarc: "fail",
      headers: { "authentication-results": ["dmarc=fail action=oreject header.from=aircall.io"] },
    } as const;
    assert.equal(user(healthy, rejected), "rejected");
    assert.equal(user(withJunk(safe), rejected), "inbox");
  });
  it("a safe domain is not honoured where the action is Quarantine, a safe address is", () => {
    const quarantining = withContent({ spamAction: "Quarantine" });
    const domain = withJunk({ trustedSendersAndDomains: ["aircall.io"] }, quarantining);
    assert.equal(user(domain, { filterVerdict: "spam" }), "quarantined");
    assert.equal(user(withJunk(safe, quarantining), { filterVerdict: "spam" }), "inbox");
  });
  it("safe wins over blocked for the same entry", () =>
    assert.equal(user(withJunk({ ...safe, ...blocked }), { filterVerdict: "spam" }), "inbox"));
  it("whether a safe domain beats a blocked address is not published", () =>
    assert.equal(
      user(withJunk({ trustedSendersAndDomains: ["aircall.io"], ...blocked }), { filterVerdict: "clean" }),
      "undecided",
    ));
  it("a safe sender takes the mail past every verdict", () => {
    const { outcome, bypassed } = run(withJunk(safe), {}, "mailbox");
    assert.deepEqual({ outcome, bypassed }, { outcome: "inbox", bypassed: true });
  });
});
