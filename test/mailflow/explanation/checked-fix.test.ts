/** Every fix that is reported does what it says, once its own lines are run. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { decide } from "../../../src/mailflow/decide";
import { explain } from "../../../src/mailflow/explanation/explain";
import type { Finding } from "../../../src/mailflow/finding";
import { toTenant } from "../../../src/tenants/exchange/export/native-export";
import { exportWith, randomTenant } from "../../properties/arbitrary-tenant";
import { runs } from "../../properties/runs";
import { runCommands } from "./run-commands";

const asOf = new Date("2026-11-22T12:00:00Z");

/** What a finding is about, told without the code under test. */
const isAbout = (left: Finding, right: Finding): boolean =>
  left.code === right.code &&
  left.rule === right.rule &&
  left.details.entry === right.details.entry &&
  left.details.policy === right.details.policy &&
  left.senders.some((sender) => right.senders.includes(sender));

describe("a checked fix", function () {
  this.timeout(0);

  it("removes its finding, adds no block and leads to the verdict it names", () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(randomTenant, ({ rules, filter }) => {
        const parts = exportWith(rules, filter);
        const tenant = toTenant(parts, "random");
        const { findings, narrowness } = explain(tenant, decide(tenant, { asOf }), { asOf });
        for (const finding of [...findings, ...narrowness.findings]) {
          const { explanation } = finding;
          if (explanation?.kind !== "explained" || explanation.fix.kind === "none") continue;
          const { commands, steps, verdictAfter, narrownessAfter, provesTenant } = explanation.fix;
          for (const { kind } of steps) seen.set(kind, (seen.get(kind) ?? 0) + 1);
          const after = decide(toTenant(runCommands(parts, commands), "random"), { asOf });
          const left = [...after.findings, ...after.narrowness.findings];
          const shown = () => JSON.stringify({ finding, rules: parts["Get-TransportRule"], left });
          assert.ok(!left.some((other) => isAbout(other, finding)), shown());
          assert.equal(after.verdict, verdictAfter, shown());
          assert.equal(after.narrowness.verdict, narrownessAfter, shown());
          assert.equal(
            provesTenant,
            after.verdict === "proven" &&
              after.changesAt.length === 0 &&
              ["narrow", "no-bypass"].includes(after.narrowness.verdict),
          );
        }
      }),
      runs(80),
    );
    if (process.env.MAILFLOW_SHOW !== undefined) console.log(seen);
    assert.ok(seen.size >= 3, `only ${[...seen.keys()].join(", ")} were tried`);
  });
});
