/** Senders of equal keys go the same way through the rules, so that one walk serves all of them. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { keptMatches } from "../../../../src/mailflow/exchange/transport-rules/kept-matches";
import { keptRegions } from "../../../../src/mailflow/exchange/transport-rules/kept-regions";
import { senderKey } from "../../../../src/mailflow/exchange/transport-rules/shared-walks";
import { stateKey } from "../../../../src/mailflow/exchange/transport-rules/state";
import { walkTransportRules } from "../../../../src/mailflow/exchange/transport-rules/walk";
import { aircallClass, forgedClass, type MessageClass } from "../../../../src/mailflow/message-class";
import { numbered, rule, tenantWith } from "../../../properties/arbitrary-tenant";
import { runs } from "../../../properties/runs";

type Rules = Parameters<typeof tenantWith>[0];

const [atAircall, atNotify] = ["noreply@aircall.io", "noreply@notify.aircall.io"];

const senderRule = fc.constantFrom(
  { HeaderContainsMessageHeader: "Authentication-Results", HeaderContainsWords: ["header.from=aircall.io"] },
  { HeaderMatchesMessageHeader: "From", HeaderMatchesPatterns: ["@aircall\\.io"] },
  { ExceptIfHeaderMatchesMessageHeader: "From", ExceptIfHeaderMatchesPatterns: ["@notify"] },
  { SenderAddressLocation: "HeaderOrEnvelope", FromAddressContainsWords: ["notify.aircall.io"] },
  { SenderDomainIs: ["notify.aircall.io"] },
  { From: [atAircall] },
  {},
);

const rulesOf: fc.Arbitrary<Rules> = fc
  .array(fc.tuple(rule, senderRule), { minLength: 1, maxLength: 4 })
  .map((parts) => numbered(parts.map(([one, more]) => ({ ...one, ...more }))));

const toldOf = (rules: Rules, messages: MessageClass) => {
  const tenant = tenantWith(rules);
  const ask = { matchesOf: keptMatches(), ...keptRegions(messages) };
  const all = tenant.transportRules ?? [];
  return (tenant.recipients ?? []).map((recipient) => {
    const { endings, branches } = walkTransportRules(tenant, all, messages, recipient, ask);
    return [
      endings.map(({ rule: { name }, ending, standing }) => [name, ending.outcome, standing.kind]),
      branches.map(({ state, standing }) => [stateKey(state), standing.kind]),
    ];
  });
};

const keyWith = (rules: Rules) => {
  const tenant = tenantWith(rules);
  return senderKey(tenant, tenant.transportRules ?? []);
};

describe("what rules see of a sender", () => {
  it("is the same only where senders go the same way", () => {
    const found = { same: 0, apart: 0 };
    fc.assert(
      fc.property(rulesOf, fc.constantFrom(aircallClass, forgedClass), (rules, classOf) => {
        const keyOf = keyWith(rules);
        const [left, right] = [classOf(atAircall), classOf(atNotify)];
        if (keyOf(left) !== keyOf(right)) {
          found.apart += 1;
          return;
        }
        found.same += 1;
        assert.deepEqual(toldOf(rules, left), toldOf(rules, right));
      }),
      runs(300),
    );
    assert.ok(found.same > 0 && found.apart > 0, JSON.stringify(found));
  });

  it("differs by domain only where a rule reads what differs", () => {
    const isSame = (...rules: Rules): boolean => {
      const keyOf = keyWith(numbered(rules));
      return keyOf(aircallClass(atAircall)) === keyOf(aircallClass(atNotify));
    };
    assert.equal(isSame({ Name: "a", SubjectContainsWords: ["code"], Quarantine: true }), true);
    assert.equal(isSame({ Name: "a", SenderDomainIs: ["spam.example"], Quarantine: true }), true);
    assert.equal(isSame({ Name: "a", SenderDomainIs: ["notify.aircall.io"], Quarantine: true }), false);
    assert.equal(
      isSame({
        ...{ Name: "a", Quarantine: true },
        ...{ HeaderContainsMessageHeader: "authentication-results", HeaderContainsWords: ["dmarc=pass"] },
      }),
      false,
    );
    assert.equal(
      isSame({
        ...{ Name: "a", Quarantine: true },
        ...{ ExceptIfHeaderMatchesMessageHeader: "FROM", ExceptIfHeaderMatchesPatterns: ["x"] },
      }),
      false,
    );
  });
});
