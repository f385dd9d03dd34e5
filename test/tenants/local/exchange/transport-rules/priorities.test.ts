import assert from "node:assert/strict";
import fc from "fast-check";
import type { CmdletObject } from "../../../../../src/tenants/exchange/identity";
import type { CmdletContext } from "../../../../../src/tenants/local/exchange/cmdlet";
import { CmdletError } from "../../../../../src/tenants/local/exchange/cmdlet-error";
import {
  seededState,
  type TenantState,
  transportRules,
} from "../../../../../src/tenants/local/exchange/state";
import { transportRuleCmdlets } from "../../../../../src/tenants/local/exchange/transport-rules/cmdlets";

const context: CmdletContext = {
  tenant: "contoso.onmicrosoft.com",
  now: () => new Date("2026-03-01T00:00:00Z"),
  quirks: { bareHashTableClears: true, removeWorks: true },
};

/** A step of the model: what is done, to which rule of those there are, at which priority (some out of range). */
const steps = fc.array(
  fc.record({
    action: fc.constantFrom("new", "move", "remove", "switch"),
    rule: fc.nat(20),
    priority: fc.option(fc.integer({ min: -1, max: 12 }), { nil: undefined }),
  }),
  { maxLength: 60 },
);

const namesOf = (state: TenantState): readonly unknown[] => transportRules(state).map(({ Name }) => Name);

const run = (state: TenantState, cmdlet: string, parameters: CmdletObject): TenantState =>
  transportRuleCmdlets[cmdlet]?.(state, parameters, context).state ?? state;

describe("priorities of transport rules (exchange-online.md 1.8)", () => {
  it("stay 0 to n-1 without gaps, in the order a plain list would have, whatever is inserted, moved and removed", () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        let state = seededState({});
        const model: string[] = [];
        let made = 0;
        for (const { action, rule, priority } of sequence) {
          const at = model.length === 0 ? -1 : rule % model.length;
          const identity = model[at] ?? "";
          const most = action === "new" ? model.length : model.length - 1;
          const allowed = priority === undefined || (priority >= 0 && priority <= most);
          const place = priority === undefined ? {} : { Priority: priority };
          const write = (cmdlet: string, parameters: CmdletObject): void => {
            state = run(state, cmdlet, parameters);
          };
          if (action === "new") {
            const name = `N${made}`;
            made += 1;
            if (allowed) {
              write("New-TransportRule", { Name: name, Quarantine: true, ...place });
              model.splice(priority ?? model.length, 0, name);
            } else {
              assert.throws(
                () => write("New-TransportRule", { Name: name, Quarantine: true, ...place }),
                /priority is invalid/,
              );
            }
          } else if (at === -1) {
            assert.throws(() => write("Set-TransportRule", { Identity: "none", ...place }), CmdletError);
          } else if (action === "move") {
            if (allowed) {
              write("Set-TransportRule", { Identity: identity, ...place });
              if (priority !== undefined) {
                model.splice(at, 1);
                model.splice(priority, 0, identity);
              }
            } else {
              assert.throws(
                () => write("Set-TransportRule", { Identity: identity, ...place }),
                /priority is invalid/,
              );
            }
          } else if (action === "remove") {
            write("Remove-TransportRule", { Identity: identity, Confirm: false });
            model.splice(at, 1);
          } else {
            write("Disable-TransportRule", { Identity: identity, Confirm: false });
          }
          assert.deepEqual(namesOf(state), model);
          assert.deepEqual(
            transportRules(state).map(({ Priority }) => Priority),
            model.map((_, index) => index),
          );
        }
      }),
      { numRuns: 200 },
    );
  });

  it("are made dense when a tenant is seeded from an export with gaps and doubles", () => {
    const rule = (Name: string, Priority: number) => ({ Name, Priority, Quarantine: true });
    const state = seededState({
      "Get-TransportRule": [rule("c", 7), rule("a", 0), rule("d", 7), rule("b", 3)],
    });
    assert.deepEqual(namesOf(state), ["a", "b", "c", "d"]);
    assert.deepEqual(
      transportRules(state).map(({ Priority }) => Priority),
      [0, 1, 2, 3],
    );
  });
});
