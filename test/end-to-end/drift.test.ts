/** What somebody changes by hand is found, judged and repaired, through the real CLI. */
import assert from "node:assert/strict";
import { tenant } from "../mailflow/exchange/labelled/labelled-tenant";
import { allow } from "../policies/judged-tenant";
import { buildOnce, type Stack, startStack } from "./stack";

describe("drift", () => {
  let stack: Stack;
  before(async () => {
    buildOnce();
    stack = await startStack(
      tenant()
        .withRule({
          Name: "Banner",
          FromScope: "NotInOrganization",
          PrependSubject: "[External] ",
          StopRuleProcessing: true,
        })
        .build(),
    );
    stack.declare({ rules: [allow] });
    const { code, output } = await stack.run(["up", "--yes"]);
    assert.equal(code, 0, output);
  });
  after(async () => stack?.close());

  const refresh = () => stack.run(["refresh", "--preview-only", "--expect-no-changes", "--diff"]);
  const byHand = (cmdlet: string, parameters: Readonly<Record<string, unknown>>) =>
    stack.company.client.invoke(cmdlet, parameters);

  it("is none right after the update", async () => {
    const { code, output } = await refresh();
    assert.equal(code, 0, output);
  });

  for (const [what, cmdlet, parameters] of [
    ["a disabled rule", "Disable-TransportRule", { Identity: "Allow Aircall", Confirm: false }],
    ["a changed parameter", "Set-TransportRule", { Identity: "Allow Aircall", SetSCL: 5 }],
    ["a rule moved below another", "Set-TransportRule", { Identity: "Allow Aircall", Priority: 1 }],
    [
      "a foreign rule put above",
      "New-TransportRule",
      {
        Name: "By hand",
        Priority: 0,
        FromScope: "NotInOrganization",
        SubjectContainsWords: ["code"],
        Quarantine: true,
      },
    ],
    ["a removed rule", "Remove-TransportRule", { Identity: "Allow Aircall", Confirm: false }],
  ] as const)
    it(`${what} leaves with exit code 7, and \`up --refresh\` repairs it`, async () => {
      await byHand(cmdlet, parameters);
      const found = await refresh();
      assert.equal(found.code, 7, found.output);
      assert.notEqual((await stack.company.decide()).verdict, "proven");
      const repaired = await stack.run(["up", "--refresh", "--yes"]);
      assert.equal(repaired.code, 0, repaired.output);
      assert.equal((await stack.company.decide()).verdict, "proven");
      assert.equal(stack.ruleNames()[0], "Allow Aircall");
      assert.equal((await refresh()).code, 0);
    });

  it("a refresh does not make a proven tenant lenient again: what blocks is rejected, however it came", async () => {
    stack.declare({ rules: [{ ...allow, enabled: false }] });
    const { code, output } = await stack.run(["preview", "--refresh"]);
    assert.equal(code, 1, output);
    assert.match(output, /aircall-mail-not-blocked[\s\S]*"By hand"/u);
    stack.declare({ rules: [allow] });
  });

  it("the guard keeps the allow while a rule below would block without it", async () => {
    const { code, output } = await stack.run(["destroy", "--yes"]);
    assert.equal(code, 1, output);
    assert.match(output, /"By hand"/u);
    assert.equal(stack.ruleNames()[0], "Allow Aircall");
  });

  it("the stack is destroyed where nothing blocks without it", async () => {
    await byHand("Remove-TransportRule", { Identity: "By hand", Confirm: false });
    const { code, output } = await stack.run(["destroy", "--yes"]);
    assert.equal(code, 0, output);
    assert.ok(!stack.ruleNames().includes("Allow Aircall"));
  });
});
