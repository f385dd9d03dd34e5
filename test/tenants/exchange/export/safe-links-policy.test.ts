/** Safe Links policies as they are printed. */
import assert from "node:assert/strict";
import { toTenant } from "../../../../src/tenants/exchange/export/native-export";
import { safeLinksPolicy } from "../../../../src/tenants/exchange/export/safe-links-policy";
import { fromScubaGear } from "../../../../src/tenants/exchange/export/scubagear";

describe("a Safe Links policy", () => {
  it("is read with the flags it was printed with", () => {
    assert.deepEqual(
      safeLinksPolicy({
        Name: "All",
        Identity: "All",
        IsBuiltInProtection: false,
        EnableSafeLinksForEmail: true,
        DisableUrlRewrite: "False",
        DoNotRewriteUrls: ["*.awstrack.me/*"],
      }),
      {
        name: "All",
        isDefault: false,
        enableSafeLinksForEmail: true,
        disableUrlRewrite: false,
        doNotRewriteUrls: ["*.awstrack.me/*"],
      },
    );
  });

  it("has flags that are not known where they were not printed", () => {
    assert.deepEqual(safeLinksPolicy({ Identity: "Old", IsEnabled: true, DoNotRewriteUrls: null }), {
      name: "Old",
      isDefault: false,
      enableSafeLinksForEmail: undefined,
      disableUrlRewrite: undefined,
      doNotRewriteUrls: [],
    });
  });

  it("is bound by its own rules and by the presets of Defender", () => {
    const tenant = toTenant(
      {
        "Get-SafeLinksPolicy": { Name: "All" },
        "Get-SafeLinksRule": [{ Name: "R", SafeLinksPolicy: "All", Priority: "0", State: "Enabled" }],
        "Get-ATPProtectionPolicyRule": [
          { Name: "Strict Preset Security Policy", SafeLinksPolicy: "Strict1", State: "Enabled" },
          { Name: "Standard Preset Security Policy", State: "Disabled" },
        ],
      },
      "t",
    );
    assert.deepEqual(
      tenant.safeLinksPolicies?.map(({ name }) => name),
      ["All"],
    );
    assert.deepEqual(
      tenant.safeLinksRules?.map(({ policy, priority }) => [policy, priority]),
      [["All", 0]],
    );
    assert.deepEqual(
      tenant.atpProtectionPolicyRules?.map(({ level, safeLinksPolicy: policy }) => [level, policy]),
      [
        ["Strict", "Strict1"],
        ["Standard", undefined],
      ],
    );
  });

  it("is not read where the export has no such part, and none where it is empty", () => {
    assert.equal(toTenant({}, "t").safeLinksPolicies, undefined);
    assert.deepEqual(toTenant({ "Get-SafeLinksPolicy": [] }, "t").safeLinksPolicies, []);
  });

  it("is read from ScubaGear's export by its name there", () => {
    const native = fromScubaGear({
      safe_links_policies: [{ Name: "All" }],
      safe_links_rules: [null],
      securitysuite_successful_commands: ["Get-SafeLinksPolicy", "Get-SafeLinksRule"],
    });
    const tenant = toTenant(native, "t");
    assert.deepEqual([tenant.safeLinksPolicies?.length, tenant.safeLinksRules?.length], [1, 0]);
  });
});
