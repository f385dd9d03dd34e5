/** ScubaGear's export: what counts as read. */
import assert from "node:assert/strict";
import { fromScubaGear, isScubaGearExport } from "../../../../src/tenants/exchange/export/scubagear";

const rule = { Name: "External", Priority: 0 };

describe("ScubaGear's export", () => {
  it("is told by its lists of commands", () => {
    assert.equal(isScubaGearExport({ exo_successful_commands: [] }), true);
    assert.equal(isScubaGearExport({ baseline_version: "1", module_version: "1.8.0" }), true);
    assert.equal(isScubaGearExport({ "Get-TransportRule": [] }), false);
  });

  it("gives a part that was read", () => {
    const source = { transport_rule: [rule], exo_successful_commands: ["Get-TransportRule"] };
    assert.deepEqual(fromScubaGear(source), { "Get-TransportRule": [rule] });
  });

  it("takes a null for nothing found, which is read and empty", () => {
    const source = { outbound_connectors: [null], exo_successful_commands: ["Get-OutboundConnector"] };
    assert.deepEqual(fromScubaGear(source), { "Get-OutboundConnector": [] });
  });

  it("leaves out a part whose cmdlet did not succeed, though its list is there and empty", () => {
    const source = {
      transport_rule: [],
      exo_successful_commands: [],
      exo_unsuccessful_commands: ["Get-TransportRule"],
    };
    assert.deepEqual(fromScubaGear(source), {});
  });

  it("leaves out a part whose cmdlet succeeded and whose objects were not kept", () => {
    assert.deepEqual(
      fromScubaGear({ securitysuite_successful_commands: ["Get-HostedContentFilterPolicy"] }),
      {},
    );
  });

  it("reads the lists of every product and release", () => {
    const source = {
      hosted_content_filter_policies: [{ Name: "Default" }],
      malware_filter_policies: { Name: "Default" },
      securitysuite_successful_commands: ["Get-HostedContentFilterPolicy"],
      defender_successful_commands: "Get-MalwareFilterPolicy",
    };
    assert.deepEqual(Object.keys(fromScubaGear(source)), [
      "Get-HostedContentFilterPolicy",
      "Get-MalwareFilterPolicy",
    ]);
  });
});
