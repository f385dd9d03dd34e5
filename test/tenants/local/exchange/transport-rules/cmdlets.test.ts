import assert from "node:assert/strict";
import { isListKind, parameters } from "../../../../../src/mailflow/exchange/transport-rules/table";
import type { CmdletObject } from "../../../../../src/tenants/exchange/identity";
import type { CmdletContext, CmdletResult } from "../../../../../src/tenants/local/exchange/cmdlet";
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

const run = (state: TenantState, cmdlet: string, given: CmdletObject): CmdletResult => {
  const result = transportRuleCmdlets[cmdlet]?.(state, given, context);
  assert.ok(result !== undefined);
  return result;
};

const start = seededState({
  "Get-TransportRule": [
    { Name: "One", SubjectContainsWords: ["alpha", "beta"], PrependSubject: "[x] " },
    { Name: "Two", Quarantine: true, State: "Disabled" },
  ],
});

const ruleAfter = (given: CmdletObject): CmdletObject => {
  const { state } = run(start, "Set-TransportRule", { Identity: "One", ...given });
  return transportRules(state ?? start)[0] ?? {};
};

const table = (content: object = {}) => ({ "@odata.type": "#Exchange.GenericHashTable", ...content });

describe("clearing a list (exchange-online.md 1.7)", () => {
  it("is not done by an empty array, which leaves it as it is", () => {
    const { state, warnings } = run(start, "Set-TransportRule", {
      Identity: "One",
      SubjectContainsWords: [],
    });
    assert.equal(state, undefined);
    assert.match(warnings?.[0] ?? "", /no settings/);
  });

  it("is done by a bare hash table", () => {
    assert.equal(ruleAfter({ SubjectContainsWords: table() }).SubjectContainsWords, null);
  });

  it("is done by taking every value out", () => {
    assert.deepEqual(ruleAfter({ SubjectContainsWords: table({ Remove: ["ALPHA"] }) }).SubjectContainsWords, [
      "beta",
    ]);
    assert.equal(
      ruleAfter({ SubjectContainsWords: table({ Remove: ["alpha", "beta"] }) }).SubjectContainsWords,
      null,
    );
  });

  it("is apart from replacing and adding", () => {
    assert.deepEqual(ruleAfter({ SubjectContainsWords: ["gamma"] }).SubjectContainsWords, ["gamma"]);
    assert.deepEqual(
      ruleAfter({ SubjectContainsWords: table({ Add: ["gamma"], Remove: ["beta"] }) }).SubjectContainsWords,
      ["alpha", "gamma"],
    );
  });
});

describe("the transport-rule cmdlets of the embedded tenant", () => {
  it("print every parameter of the table for a rule of which one action is set", () => {
    const { value } = run(start, "New-TransportRule", { Name: "Three", Quarantine: true });
    const rule = value?.[0] ?? {};
    for (const parameter of parameters.filter(
      ({ name }) => name !== "NotifySender" && name !== "Quarantine",
    )) {
      assert.ok(parameter.name in rule, parameter.name);
      const expected =
        parameter.kind === "flag" ? false : parameter.role === "setting" ? (parameter.default ?? null) : null;
      assert.equal(rule[parameter.name], expected, parameter.name);
    }
    assert.deepEqual(
      [rule.State, rule.Mode, rule.Priority, rule.Identity],
      ["Enabled", "Enforce", 2, "Three"],
    );
    assert.match(String(rule.Guid), /^[0-9a-f-]{36}$/);
  });

  it("bind a value of every parameter and print it again", () => {
    const sample = (kind: string, values: readonly string[] | undefined): unknown => {
      const text =
        values?.[0] ?? { size: "10 MB (10,485,760 bytes)", date: "2026-05-01T00:00:00.000Z" }[kind] ?? "text";
      return kind === "flag"
        ? true
        : kind === "integer"
          ? 5
          : isListKind(parameters.find((p) => p.kind === kind)?.kind ?? "text")
            ? [text]
            : text;
    };
    const all = parameters.filter(({ name }) => name !== "SenderNotificationType");
    const wanted = Object.fromEntries(all.map(({ name, kind, values }) => [name, sample(kind, values)]));
    const rule = run(seededState({}), "New-TransportRule", { Name: "All", ...wanted }).value?.[0] ?? {};
    for (const { name } of all) {
      assert.deepEqual(rule[name === "NotifySender" ? "SenderNotificationType" : name], wanted[name], name);
    }
  });

  it("return every rule for an Identity that does not exist, and one for one that does (exchange-online.md 1.4)", () => {
    const count = (given: CmdletObject): number | undefined =>
      run(start, "Get-TransportRule", given).value?.length;
    assert.equal(count({ Identity: "nobody" }), 2);
    assert.equal(count({ Identity: null }), 2);
    assert.equal(count({ Identity: "ONE" }), 1);
    assert.equal(count({ State: "Disabled" }), 1);
  });

  it("return 1,000 rules unless they are told otherwise, and say so", () => {
    const many = seededState({
      "Get-TransportRule": Array.from({ length: 1_001 }, (_, index) => ({ Name: `R${index}` })),
    });
    const { value, warnings } = run(many, "Get-TransportRule", {});
    assert.deepEqual([value?.length, warnings?.length], [1_000, 1]);
    assert.equal(run(many, "Get-TransportRule", { ResultSize: "Unlimited" }).value?.length, 1_001);
    assert.throws(() => run(many, "New-TransportRule", { Name: "x", Quarantine: true }), /limit/);
  });

  it("refuse what the service refuses, and write nothing", () => {
    const refusals: readonly (readonly [string, CmdletObject, RegExp])[] = [
      ["New-TransportRule", { Name: "One", Quarantine: true }, /already exists/],
      ["New-TransportRule", { Name: "x".repeat(65), Quarantine: true }, /64 characters/],
      ["New-TransportRule", { Quarantine: true }, /64 characters/],
      ["New-TransportRule", { Name: "x", SubjectContainsWords: ["a"] }, /at least one action/],
      [
        "New-TransportRule",
        { Name: "x", Quarantine: true, Nonsense: 1 },
        /matches parameter name 'Nonsense'/,
      ],
      [
        "New-TransportRule",
        { Name: "x", Quarantine: true, SubjectContainsWords: ["a".repeat(129)] },
        /128 characters/,
      ],
      ["New-TransportRule", { Name: "x", SetSCL: 10 }, /-1 to 9/],
      ["New-TransportRule", { Name: "x", Quarantine: true, FromScope: "Elsewhere" }, /InOrganization/],
      [
        "New-TransportRule",
        { Name: "x", Quarantine: true, HeaderContainsWords: ["a"] },
        /HeaderContainsMessageHeader/,
      ],
      ["New-TransportRule", { Name: "x", Quarantine: "perhaps" }, /true or false/],
      ["New-TransportRule", { Name: "x", Quarantine: true, ExpiryDate: "some day" }, /no date/],
      ["New-TransportRule", { Name: "x", Quarantine: true, MessageSizeOver: "big" }, /no size/],
      ["Set-TransportRule", { Identity: "nobody", Quarantine: true }, /couldn't be found/],
      ["Set-TransportRule", { Quarantine: true }, /Identity/],
      ["Set-TransportRule", { Identity: "One", Enabled: false }, /'Enabled'/],
      ["Set-TransportRule", { Identity: "One", UseLegacyRegex: true }, /'UseLegacyRegex'/],
      ["Set-TransportRule", { Identity: "One", Name: "two" }, /already exists/],
      ["Set-TransportRule", { Identity: "One", Priority: 2 }, /priority is invalid/],
      ["Set-TransportRule", { Identity: "One", PrependSubject: null }, /at least one action/],
      ["Remove-TransportRule", { Identity: "One" }, /confirmation/],
      ["Disable-TransportRule", { Identity: "One" }, /confirmation/],
      ["Get-TransportRule", { ExcludeConditionActionDetails: true }, /ExcludeConditionActionDetails/],
    ];
    for (const [cmdlet, given, text] of refusals) {
      assert.throws(() => run(start, cmdlet, given), text, `${cmdlet} ${JSON.stringify(given)}`);
    }
  });

  it("switch rules on and off, and remark where they were so already", () => {
    const { state } = run(start, "Enable-TransportRule", { Identity: "Two" });
    assert.equal(transportRules(state ?? start)[1]?.State, "Enabled");
    assert.equal(run(start, "Enable-TransportRule", { Identity: "One" }).warnings?.length, 1);
  });
});
