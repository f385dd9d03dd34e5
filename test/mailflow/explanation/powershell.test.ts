/** Lines for PowerShell: no name may end its own text. */
import assert from "node:assert/strict";
import { line, quoted } from "../../../src/mailflow/explanation/powershell";
import { quarantine, tenant } from "../exchange/labelled/tenant-builder";
import { explanationOf } from "./explained-tenant";
import { parseLine } from "./run-commands";

describe("a PowerShell line", () => {
  it("doubles every mark that PowerShell takes for a single quotation mark", () => {
    assert.equal(quoted("it's"), "'it''s'");
    assert.equal(quoted("‘a’ ‚b‛"), "'‘‘a’’ ‚‚b‛‛'");
    assert.equal(quoted('$(Get-Mailbox) `n "x"'), "'$(Get-Mailbox) `n \"x\"'");
  });

  it("writes each kind of value as PowerShell reads it", () => {
    assert.equal(
      line("Set-Thing", {
        Identity: "a b",
        On: true,
        Off: false,
        None: null,
        Number: -1,
        List: ["a", "b'c"],
        Change: { Remove: ["x"] },
      }),
      "Set-Thing -Identity 'a b' -On $true -Off $false -None $null -Number -1 -List 'a','b''c' -Change @{Remove='x'}",
    );
  });

  it("keeps a hostile name inside its quotation marks", () => {
    const name = "x'; Remove-Mailbox -Identity 'boss";
    const parts = tenant()
      .withRule({ ...quarantine(name, {}), SubjectContainsWords: ["code"] })
      .withRule({ Name: "Allow 'Aircall'", From: ["noreply@aircall.io"], SetSCL: -1 })
      .build();
    const { fix } = explanationOf(parts, "rule-blocks");
    assert.ok(fix.kind === "found");
    for (const command of fix.commands) {
      const { cmdlet } = parseLine(command);
      assert.match(cmdlet, /^(?:New|Set)-TransportRule$/u);
    }
  });

  it("names a rule by its GUID where the name cannot be printed", () => {
    const parts = tenant()
      .withRule({
        Name: "Wide\u0007",
        From: ["noreply@aircall.io"],
        SetSCL: -1,
        Guid: "7d9b0b6e-0000-4000-8000-000000000001",
      })
      .build();
    const { fix } = explanationOf(parts, "bypass-without-authentication");
    assert.ok(fix.kind === "found");
    assert.match(fix.commands[0] ?? "", /-Identity '7d9b0b6e-/u);
  });
});
