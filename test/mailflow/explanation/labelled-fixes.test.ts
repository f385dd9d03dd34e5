/** Every fix that is found for a hand-labelled tenant does what it says, once its own lines are run. */
import assert from "node:assert/strict";
import { type DecideOptions, decide } from "../../../src/mailflow/decide";
import { explain } from "../../../src/mailflow/explanation/explain";
import type { EditKind } from "../../../src/mailflow/explanation/explanation";
import type { Finding } from "../../../src/mailflow/finding";
import { toTenant } from "../../../src/tenants/exchange/export/native-export";
import { labelledTenants } from "../exchange/labelled/index";
import { defaultAsOf, type LabelledTenant } from "../exchange/labelled/labelled-tenant";
import { runCommands } from "./run-commands";

const optionsOf = ({ asOf = defaultAsOf, scope, facts, users }: LabelledTenant): DecideOptions => ({
  asOf: new Date(asOf),
  ...(scope === undefined ? {} : { scope }),
  ...(facts === undefined ? {} : { facts }),
  ...(users === undefined ? {} : { users }),
});

const isAbout = (left: Finding, right: Finding): boolean =>
  left.code === right.code &&
  left.rule === right.rule &&
  left.details.entry === right.details.entry &&
  left.details.policy === right.details.policy &&
  left.senders.some((sender) => right.senders.includes(sender));

/** Kinds of change that some labelled tenant must be mended by, or nobody saw them work. */
const expected: readonly EditKind[] = [
  "put-allow-first",
  "turn-on-allow-first",
  "let-allow-stop",
  "add-allow-first",
  "require-dmarc",
  "remove-blocked-entries",
  "remove-allowed-entries",
  "remove-tenant-list-entry",
  "remove-spoof-entry",
  "remove-blocked-addresses",
  "remove-allowed-addresses",
  "lift-connector-restriction",
  "skip-gateway",
  "raise-size-limit",
  "keep-copy",
  "turn-off-moderation",
  "clear-restriction",
  "unblock-for-user",
  "trust-for-user",
  "turn-off-inbox-rule",
  "allow-file-types",
  "exempt-from-impersonation",
];

describe("checked fixes of labelled tenants", function () {
  this.timeout(0);

  it("remove their findings and lead to the verdicts they name", () => {
    const seen = new Set<string>();
    for (const labelled of labelledTenants) {
      const options = optionsOf(labelled);
      const tenant = toTenant(labelled.export, "labelled");
      const { findings, narrowness } = explain(tenant, decide(tenant, options), options);
      for (const finding of [...findings, ...narrowness.findings]) {
        const { explanation } = finding;
        if (explanation?.kind !== "explained" || explanation.fix.kind === "none") continue;
        const { steps, commands, verdictAfter, narrownessAfter } = explanation.fix;
        for (const { kind } of steps) seen.add(kind);
        const after = decide(toTenant(runCommands(labelled.export, commands), "labelled"), options);
        const told = `${labelled.title}: ${finding.message} ${commands.join(" ")}`;
        const left = [...after.findings, ...after.narrowness.findings];
        assert.ok(!left.some((other) => isAbout(other, finding)), told);
        assert.equal(after.verdict, verdictAfter, told);
        assert.equal(after.narrowness.verdict, narrownessAfter, told);
      }
    }
    assert.deepEqual(
      expected.filter((kind) => !seen.has(kind)),
      [],
    );
  });
});
