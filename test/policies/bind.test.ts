import assert from "node:assert/strict";
import type { ResourceValidationArgs } from "@pulumi/policy";
import * as policy from "@pulumi/policy";
import { boundPolicies } from "../../policies/bind";
import { mailboxQuota } from "../../src/resources/exchange/mailbox-quota";
import { transportRules } from "../../src/resources/exchange/transport-rules";
import { allow, checkedInputs, quarantineCodes } from "./judged-tenant";

/** Exported at run time, missing from the types (pulumi.md 3.1). */
const unknownCheckingProxy = Reflect.get(policy, "unknownCheckingProxy") as <Props>(props: Props) => Props;

const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

const reports = (
  type: string,
  props: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, readonly string[]> =>
  new Map(
    boundPolicies.map((bound) => {
      const texts: string[] = [];
      const validate = bound.validateResource;
      assert.ok(typeof validate === "function");
      const args = {
        type,
        props: unknownCheckingProxy(props),
        urn: "urn:pulumi:x",
        name: "x",
        getConfig: () => ({ minimum: "1 GB" }),
      };
      validate(args as unknown as ResourceValidationArgs, (text) => void texts.push(text));
      return [bound.name, texts];
    }),
  );

describe("the policies as Pulumi runs them", () => {
  it("report a blocking rule by name", () => {
    const found = reports(transportRules.token, { ...checkedInputs({ rules: [quarantineCodes, allow] }) });
    assert.match(found.get("aircall-mail-not-blocked")?.join() ?? "", /Codes/u);
  });
  it("give a verdict of their own where a value is unknown, naming the property", () => {
    const found = reports(transportRules.token, {
      ...checkedInputs({ rules: [allow] }),
      rules: [{ ...allow, name: unknownText }],
    });
    for (const [name, texts] of found)
      if (name !== "mailbox-quota-holds-login-mail") assert.match(texts.join(), /rules\.0\.name/u, name);
  });
  it("say so where the tenant could not be read", () => {
    const found = reports(transportRules.token, {
      rules: [allow],
      observed: { source: "live", problem: "the address does not answer." },
    });
    assert.match(
      found.get("tenant-read-as-needed")?.join() ?? "",
      /could not be read: the address does not answer/u,
    );
    assert.match(
      reports(transportRules.token, { rules: [allow] })
        .get("tenant-read-as-needed")
        ?.join() ?? "",
      /no reading/u,
    );
  });
  it("judge the quota floor, and an unknown one", () => {
    const name = "mailbox-quota-holds-login-mail";
    assert.match(
      reports(mailboxQuota.token, { prohibitSendReceiveQuota: "1 MB" }).get(name)?.join() ?? "",
      /less than/u,
    );
    assert.match(
      reports(mailboxQuota.token, { prohibitSendReceiveQuota: unknownText }).get(name)?.join() ?? "",
      /not known/u,
    );
  });
  it("leave other resources alone", () =>
    assert.ok([...reports("aws:s3/bucket:Bucket", {}).values()].every((texts) => texts.length === 0)));
  it("turn a defect into one report and keep the others' findings", () => {
    const found = reports(transportRules.token, {
      rules: "no list",
      observed: { parts: {}, readAt: "x", unknownUsers: [] },
    });
    assert.match([...found.values()].flat().join(), /failed on urn:pulumi:x/u);
  });
});
