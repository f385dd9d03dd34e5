/** A walk that begins where the walks of other recipients parted finds what it finds from the first rule on. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { keptMatches } from "../../../../src/mailflow/exchange/transport-rules/kept-matches";
import { keptRegions } from "../../../../src/mailflow/exchange/transport-rules/kept-regions";
import { sharedStarts } from "../../../../src/mailflow/exchange/transport-rules/shared-starts";
import { stateKey } from "../../../../src/mailflow/exchange/transport-rules/state";
import { walkTransportRules } from "../../../../src/mailflow/exchange/transport-rules/walk";
import type { Walk } from "../../../../src/mailflow/exchange/transport-rules/walking";
import { aircallClass, forgedClass } from "../../../../src/mailflow/message-class";
import { numbered, rule, tenantWith } from "../../../properties/arbitrary-tenant";
import { runs } from "../../../properties/runs";

const sender = "noreply@aircall.io";

/** Everything a walk says, but for the texts of its witnesses. */
const told = ({ endings, branches, exhausted }: Walk) => ({
  endings: endings.map(({ rule: { name }, ending, standing }) => [name, ending.outcome, standing.kind]),
  branches: branches.map(({ state, sclRules, standing }) => [stateKey(state), sclRules, standing.kind]),
  exhausted,
});

/** Half of the rules look at the recipient. */
const mixed = fc.array(
  fc.tuple(
    rule,
    fc.constantFrom(
      {},
      { SentTo: ["anna@contoso.example"] },
      { ExceptIfSentTo: ["ben@contoso.example"] },
      { RedirectMessageTo: ["ben@contoso.example"] },
    ),
  ),
  { minLength: 2, maxLength: 7 },
);

describe("where walks of several recipients part", () => {
  it("is where a later walk begins, and it finds what it finds from the first rule on", () => {
    let later = 0;
    fc.assert(
      fc.property(mixed, fc.boolean(), (parts, isForged) => {
        const tenant = tenantWith(numbered(parts.map(([one, more]) => ({ ...one, ...more }))));
        const rules = tenant.transportRules ?? [];
        const messages = isForged ? forgedClass(sender) : aircallClass(sender);
        const asking = () => ({ matchesOf: keptMatches(), ...keptRegions(messages) });
        const [ask, starts] = [asking(), sharedStarts(rules)];
        for (const recipient of [...(tenant.recipients ?? []), ...(tenant.recipients ?? [])]) {
          const around = { tenant, messages, recipient };
          if ((starts.furthest(around, ask.matchesOf)?.place ?? 0) > 0) later += 1;
          assert.deepEqual(
            told(walkTransportRules(tenant, rules, messages, recipient, ask, starts)),
            told(walkTransportRules(tenant, rules, messages, recipient, asking(), sharedStarts(rules))),
          );
        }
      }),
      runs(300),
    );
    assert.ok(later > 0, "no walk began later");
  });
});
