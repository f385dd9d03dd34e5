/** Nothing is written that blocks: the table of design section 6 through the real CLI, zero write calls each. */
import assert from "node:assert/strict";
import { allowAircall, tenant } from "../mailflow/exchange/labelled/labelled-tenant";
import { allow, quarantineCodes } from "../policies/judged-tenant";
import { buildOnce, type Inputs, type Stack, startStack } from "./stack";

const urn = "urn:pulumi:test::end-to-end::mailflow:exchange:TransportRules::transport-rules";

/** A tenant with a rule far below that would block Aircall mail if nothing shielded it. */
const shielded = () =>
  tenant()
    .withRule({
      Name: "Far below",
      FromScope: "NotInOrganization",
      SubjectOrBodyContainsWords: ["code"],
      Quarantine: true,
    })
    .build();

const healthy: Inputs = { rules: [allow] };
const blocking: Inputs = { rules: [quarantineCodes, allow] };

/** A stack for the tests of one suite. */
const stackFor = (
  seed: Parameters<typeof startStack>[0],
  options?: Parameters<typeof startStack>[1],
): (() => Stack) => {
  let stack: Stack | undefined;
  before(async () => {
    buildOnce();
    stack = await startStack(seed, options);
  });
  after(async () => stack?.close());
  return () => {
    assert.ok(stack, "the stack was not started");
    return stack;
  };
};

const rejected = async (stack: Stack, command: readonly string[], wanted: RegExp): Promise<void> => {
  const before = stack.writes();
  const { code, output } = await stack.run(command);
  assert.equal(code, 1, output);
  assert.equal(stack.writes() - before, 0, "the tenant was written to");
  assert.match(output, wanted);
  assert.doesNotMatch(output, /^\s+at .*\(.*:\d+:\d+\)/mu, "a stack trace was shown");
};

describe("nothing is written that blocks", () => {
  describe("on create", () => {
    const stack = stackFor(tenant().build());
    for (const [how, command] of [
      ["in a preview", ["preview"]],
      ["in an update with its preview", ["up", "--yes"]],
      ["in an update without a preview", ["up", "--yes", "--skip-preview"]],
      ["with --target of the resource", ["up", "--yes", "--skip-preview", "--target", urn]],
    ] as const)
      it(`a violation stops the operation ${how}`, async () => {
        stack().declare(blocking);
        await rejected(
          stack(),
          command,
          /aircall-mail-not-blocked[\s\S]*"Codes"[\s\S]*Message that shows it/u,
        );
      });
  });

  describe("on update", () => {
    const stack = stackFor(shielded());
    before(async () => {
      stack().declare(healthy);
      const { code, output } = await stack().run(["up", "--yes"]);
      assert.equal(code, 0, output);
      assert.deepEqual(stack().ruleNames(), ["Allow Aircall", "Far below"]);
    });
    for (const [how, command] of [
      ["with its preview", ["up", "--yes"]],
      ["without a preview", ["up", "--yes", "--skip-preview"]],
      ["with --target", ["up", "--yes", "--skip-preview", "--target", urn]],
    ] as const) {
      it(`a rule that blocks is rejected ${how}`, async () => {
        stack().declare(blocking);
        await rejected(stack(), command, /"Codes"/u);
      });
      it(`the removal of an allow that shields from a block further down is rejected ${how}`, async () => {
        stack().declare({ rules: [{ ...allow, enabled: false }] });
        await rejected(stack(), command, /"Far below"/u);
      });
    }
    it("the plan after an update is empty", async () => {
      stack().declare(healthy);
      const { code, output } = await stack().run(["preview", "--expect-no-changes"]);
      assert.equal(code, 0, output);
    });
    it("the guard refuses to destroy the allow", async () => {
      stack().declare(healthy);
      const before = stack().writes();
      const { code, output } = await stack().run(["destroy", "--yes"]);
      assert.notEqual(code, 0, output);
      assert.equal(stack().writes() - before, 0);
      assert.match(output, /"Far below"/u);
      assert.deepEqual(stack().ruleNames(), ["Allow Aircall", "Far below"]);
    });
  });

  describe("without any pack", () => {
    const stack = stackFor(shielded(), { policyPack: false });
    it("the guard refuses a rule that newly blocks, on create", async () => {
      stack().declare(blocking);
      await rejected(stack(), ["up", "--yes", "--skip-preview"], /"Codes"/u);
    });
    it("the guard refuses a rule that newly blocks, on update, also with --target", async () => {
      stack().declare(healthy);
      assert.equal((await stack().run(["up", "--yes"])).code, 0);
      stack().declare(blocking);
      await rejected(stack(), ["up", "--yes", "--skip-preview"], /"Codes"/u);
      await rejected(stack(), ["up", "--yes", "--skip-preview", "--target", urn], /"Codes"/u);
    });
  });

  describe("where the verdict is not possible", () => {
    const stack = stackFor(tenant().withRule(allowAircall()).build());
    it("a value that is unknown in the preview gets the pack's own verdict, naming the property", async () => {
      stack().declare({
        rules: [allow],
        comesLater: { mailboxes: ["anna@contoso.example"], prohibitSendReceiveQuota: "1 GB" },
      });
      await rejected(stack(), ["preview"], /rules\.0\.comments[\s\S]*not known before the update/u);
    });
    it("a tenant that refuses the credential is a mandatory failure that says so", async () => {
      stack().declare(healthy);
      stack().company.server.revokeTokens();
      const before = stack().writes();
      const { code, output } = await startedWith(stack(), { AIRCALL_MAILFLOW_CLIENT_SECRET: "wrong" });
      assert.equal(code, 1, output);
      assert.equal(stack().writes() - before, 0);
      assert.match(output, /could not be read/u);
    });
    it("so is a tenant that cannot be reached", async () => {
      const { code, output } = await startedWith(stack(), {
        AIRCALL_MAILFLOW_ENDPOINT: "http://127.0.0.1:9",
      });
      assert.equal(code, 1, output);
      assert.match(output, /could not be read/u);
    });
  });
});

/** A preview of another stack on the same tenant, with other environment. */
const startedWith = async (stack: Stack, environment: Readonly<Record<string, string>>) => {
  const other = await startStack({}, { environment: { ...stack.company.environment, ...environment } });
  try {
    other.declare({ rules: [allow] });
    return await other.run(["preview"]);
  } finally {
    await other.close();
  }
};
