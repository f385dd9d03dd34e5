/** A finding names every sender and counts every recipient it concerns, whichever rules tell the recipients apart. */
import assert from "node:assert/strict";
import { aircallSenders } from "../../src/mailflow/aircall";
import { decide } from "../../src/mailflow/decide";
import { tenantWith } from "../properties/arbitrary-tenant";

const asOf = new Date("2026-11-22T12:00:00Z");
const [anna, ben] = ["anna@contoso.example", "ben@contoso.example"];

describe("findings gathered from classes of recipients", () => {
  it("concern all recipients of a rule that looks at none, though another tells them apart", () => {
    const { findings } = decide(
      tenantWith([
        { Name: "Mark", SentTo: [ben], PrependSubject: "[x] " },
        { Name: "Lottery", SubjectContainsWords: ["lottery"], Quarantine: true },
        { Name: "For Ben", SentTo: [ben], SubjectContainsWords: ["winner"], Quarantine: true },
      ]),
      { asOf },
    );
    const blocks = findings.filter(({ code }) => code === "rule-blocks");
    assert.deepEqual(
      blocks.map(({ rule, recipients, senders }) => [rule, recipients.count, recipients.sample, senders]),
      [
        ["Lottery", 2, [anna, ben], aircallSenders],
        ["For Ben", 1, [ben], aircallSenders],
      ],
    );
  });

  it("are told apart where senders meet different recipients", () => {
    const from = aircallSenders.slice(0, 1);
    const { findings } = decide(
      tenantWith([
        { Name: "Block", From: from, SentTo: [ben], Quarantine: true },
        { Name: "Block", From: aircallSenders.slice(1), Quarantine: true },
      ]),
      { asOf },
    );
    assert.deepEqual(
      findings
        .filter(({ code }) => code === "rule-blocks")
        .map(({ senders, recipients }) => [senders, recipients.sample]),
      [
        [aircallSenders.slice(1), [anna, ben]],
        [from, [ben]],
      ],
    );
  });
});
