/** Verdict times action of the anti-spam policy, cell by cell (exchange-online.md 3.5). */
import assert from "node:assert/strict";
import type { HostedContentFilterPolicy, SpamAction } from "../../../../src/mailflow/exchange/tenant";
import type { Outcome } from "../../../../src/mailflow/outcome";
import { ends, healthy, run, withContent, withRules } from "./given";

// biome-ignore format: one action, one line
const cells: Readonly<Record<SpamAction, Readonly<Record<"spam" | "high-confidence-spam" | "phish" | "bulk", Outcome>>>> = {
  MoveToJmf:     { spam: "junk",        "high-confidence-spam": "junk",        phish: "junk",        bulk: "junk" },
  AddXHeader:    { spam: "junk",        "high-confidence-spam": "junk",        phish: "inbox",       bulk: "inbox" },
  ModifySubject: { spam: "junk",        "high-confidence-spam": "junk",        phish: "junk",        bulk: "junk" },
  Redirect:      { spam: "redirected",  "high-confidence-spam": "redirected",  phish: "redirected",  bulk: "redirected" },
  Delete:        { spam: "deleted",     "high-confidence-spam": "deleted",     phish: "deleted",     bulk: "deleted" },
  Quarantine:    { spam: "quarantined", "high-confidence-spam": "quarantined", phish: "quarantined", bulk: "quarantined" },
  NoAction:      { spam: "inbox",       "high-confidence-spam": "inbox",       phish: "inbox",       bulk: "inbox" },
};

const parameterOf = {
  spam: "spamAction",
  "high-confidence-spam": "highConfidenceSpamAction",
  phish: "phishSpamAction",
  bulk: "bulkSpamAction",
} as const satisfies Readonly<Record<string, keyof HostedContentFilterPolicy>>;

describe("what an action does with a verdict (exchange-online.md 3.5)", () => {
  for (const [action, row] of Object.entries(cells) as [SpamAction, (typeof cells)[SpamAction]][])
    for (const verdict of ["spam", "high-confidence-spam", "phish", "bulk"] as const)
      it(`${action} on ${verdict}: ${row[verdict]}`, () =>
        assert.equal(
          ends(withContent({ [parameterOf[verdict]]: action }), { filterVerdict: verdict }),
          row[verdict],
        ));

  it("high-confidence phish is quarantined or redirected, nothing else", () => {
    assert.equal(
      ends(withContent({ highConfidencePhishAction: "Quarantine" }), {
        filterVerdict: "high-confidence-phish",
      }),
      "quarantined",
    );
    assert.equal(
      ends(withContent({ highConfidencePhishAction: "Redirect" }), {
        filterVerdict: "high-confidence-phish",
      }),
      "redirected",
    );
  });
  it("MarkAsSpamBulkMail off ignores the threshold", () =>
    assert.equal(
      ends(withContent({ markAsSpamBulkMail: false, bulkSpamAction: "Delete" }), { filterVerdict: "bulk" }),
      "inbox",
    ));
  it("BulkMovesEnabled may move what arrives to Promotions, allowed or not", () => {
    const moving = withContent({ bulkMovesEnabled: true });
    for (const tenant of [moving, withRules([{ SetSCL: -1 }], moving)]) {
      const { outcome, endings } = run(tenant, { filterVerdict: "clean" });
      assert.equal(outcome, "undecided");
      assert.deepEqual(
        endings.map((one) => one.outcome),
        ["inbox", "moved"],
      );
    }
  });
  it("SCL 5 and 6 ask for spam, 7 to 9 for high-confidence spam, 0 to 4 for nothing (2.8)", () => {
    const policy = withContent({ spamAction: "Quarantine", highConfidenceSpamAction: "Delete" });
    const expected = {
      0: "inbox",
      4: "inbox",
      5: "quarantined",
      6: "quarantined",
      7: "deleted",
      9: "deleted",
    };
    for (const [scl, outcome] of Object.entries(expected))
      assert.equal(
        ends(withRules([{ SetSCL: Number(scl) }], policy), { filterVerdict: "clean" }),
        outcome,
        scl,
      );
  });
  it("of several stamps the later wins (2.8)", () => {
    assert.equal(ends(withRules([{ SetSCL: -1 }, { SetSCL: 6 }]), { filterVerdict: "clean" }), "junk");
    assert.equal(ends(withRules([{ SetSCL: 6 }, { SetSCL: -1 }])), "inbox");
    assert.equal(ends(withRules([{ SetSCL: -1 }, { SetSCL: 0 }])), "undecided");
  });
  it("a message whose verdict is not known is no inbox unless it is bypassed", () => {
    const { outcome, bypassed, endings } = run(healthy);
    assert.deepEqual({ outcome, bypassed }, { outcome: "undecided", bypassed: false });
    assert.match(endings[0]?.because ?? "", /^the classifier decides/u);
  });
  it("where even clean mail is lost, and no verdict saves it, the clean one tells where", () =>
    assert.equal(
      ends(withContent({ blockedSenders: ["noreply@aircall.io"], phishSpamAction: "Quarantine" })),
      "junk",
    ));
  it("a blocked sender whose phishing action only marks is not lost for sure", () =>
    assert.equal(
      ends(withContent({ blockedSenders: ["noreply@aircall.io"], phishSpamAction: "AddXHeader" })),
      "undecided",
    ));
});
