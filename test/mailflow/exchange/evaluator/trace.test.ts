/** What a trace tells a help desk: every stage in order, what it looked at, and the guesses taken. */
import assert from "node:assert/strict";
import { exchangeStages } from "../../../../src/mailflow/outcome";
import { allow, connector, healthy, run, withConnection, withList, withRules } from "./given";

describe("the trace", () => {
  it("has a step for each stage, in the order of the service (exchange-online.md 3.1)", () => {
    const { trace } = run(withRules([allow]), {}, "mailbox");
    const stages = [...new Set(trace.map(({ stage }) => stage))];
    const last = stages.indexOf("mailbox");
    assert.deepEqual(
      stages.filter((_stage, place) => place <= last),
      exchangeStages.filter((stage) => stages.includes(stage)),
    );
    assert.deepEqual([...stages].sort(), [...exchangeStages].sort());
  });
  it("ends each stage it enters with a conclusion in words", () => {
    for (const { text } of run(healthy, {}, "mailbox").trace) assert.match(text, /\S/u);
  });
  it("says under which guess a step is taken, and an ending too", () => {
    const { trace, endings } = run(withConnection({ ipBlockList: ["54.240.8.0/24"] }, withRules([allow])));
    const guess = "the IP Block List holds the address";
    assert.deepEqual(endings.find(({ outcome }) => outcome === "rejected")?.when, [guess]);
    assert.deepEqual(trace.find(({ rule }) => rule === "Rule 0")?.when, [`not: ${guess}`]);
  });
  it("takes no guess where everything is known", () => {
    const tenant = { ...withRules([allow]), inboundConnectors: [connector({ requireTls: true })] };
    const { trace, endings } = run(tenant, { tls: true, filterVerdict: "spam" });
    assert.ok([...trace, ...endings].every(({ when }) => when === undefined));
  });
  it("shortens a long body", () => {
    const { trace } = run(withRules([{ SubjectOrBodyContainsWords: ["lottery"] }]), {
      body: "word ".repeat(9_000),
    });
    const found = trace.find(({ rule }) => rule === "Rule 0")?.conditions?.[0]?.found ?? "";
    assert.ok(found.length <= 160 && found.endsWith("…"), found);
  });
  it("names the list entry that decides", () => {
    const { trace, endings } = run(withList([{}]));
    assert.equal(trace.find(({ rule }) => rule?.includes("noreply@aircall.io"))?.matched, true);
    assert.equal(endings[0]?.stage, "tenant-allow-block-list");
  });
});
