/** The classes programs use. */
import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { MailboxQuota } from "../../src/resources/exchange/generated/mailbox-quota";
import { TransportRules } from "../../src/resources/exchange/generated/transport-rules";
import { Provider } from "../../src/resources/generated/provider";

describe("a class for programs", () => {
  const registered: pulumi.runtime.MockResourceArgs[] = [];

  before(async () => {
    await pulumi.runtime.setMocks({
      newResource: (resource) => {
        registered.push(resource);
        return { id: `${resource.name}-id`, state: { ...resource.inputs, guids: { A: "1" } } };
      },
      call: () => ({}),
    });
  });

  const value = <Inner>(output: pulumi.Output<Inner>): Promise<pulumi.Unwrap<Inner>> =>
    new Promise((resolve) => {
      output.apply((inner) => resolve(inner as pulumi.Unwrap<Inner>));
    });

  it("registers its inputs under its token, and has the outputs", async () => {
    const provider = new Provider("tenant", { tenant: "contoso", clientSecret: "s3cret" });
    const rules = new TransportRules("rules", { rules: [{ name: "A", setScl: -1 }] }, { provider });
    assert.deepEqual(await value(rules.guids), { A: "1" });
    assert.deepEqual(await value(rules.rules), [{ name: "A", setScl: -1 }]);
    const [first, second] = ["tenant", "rules"].map((name) =>
      registered.find((resource) => resource.name === name),
    );
    assert.equal(first?.type, "pulumi:providers:mailflow");
    assert.notEqual(first?.inputs.clientSecret, "s3cret", "the client secret travels as a secret");
    assert.equal(second?.type, "mailflow:exchange:TransportRules");
    assert.deepEqual(second?.inputs, { rules: [{ name: "A", setScl: -1 }] });
  });

  it("knows its own instances", () => {
    const quota = new MailboxQuota("quota", { group: "g", prohibitSendReceiveQuota: "50 GB" });
    assert.equal(MailboxQuota.isInstance(quota), true);
    assert.equal(TransportRules.isInstance(quota), false);
    assert.equal(MailboxQuota.isInstance(undefined), false);
    assert.equal(MailboxQuota.__pulumiType, "mailflow:exchange:MailboxQuota");
  });

  it("looks up what exists by its id", async () => {
    const found = MailboxQuota.get("found", "the-id");
    assert.equal(await value(found.id), "the-id");
    assert.equal(registered.find(({ name }) => name === "found")?.id, "the-id");
  });
});
