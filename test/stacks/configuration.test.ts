import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { allowRule, declaredRules } from "../../stacks/allow-rule";
import { ConfigurationError, exchangeConfiguration, readConfiguration } from "../../stacks/configuration";
import { stackSchemaText } from "../../tools/generate/stack-schema";

const root = join(__dirname, "..", "..");
const read = (value: unknown) => readConfiguration(exchangeConfiguration, "exchange", value);

const problem = (value: unknown): string => {
  try {
    read(value);
  } catch (error) {
    assert.ok(error instanceof ConfigurationError);
    return error.message;
  }
  return "";
};

describe("the stack's configuration", () => {
  it("needs nothing: the five senders, the stop, other rules kept", () => {
    const configuration = read({});
    assert.equal(configuration.senders.length, 5);
    assert.equal(configuration.allow.style, "stop");
    assert.equal(configuration.others, "keep");
  });
  it("names key, value and what is accepted where a value is wrong", () => {
    assert.match(
      problem({ quotaFloor: "much", group: "g" }),
      /aircall-mailflow:exchange\.quotaFloor: found "much"; expected a size such as "20 GB"/u,
    );
    assert.match(
      problem({ allow: { style: "perhaps" } }),
      /allow\.style: found "perhaps".*stop.*exempt-each/u,
    );
    assert.match(problem({ users: ["anna"] }), /users\.0: found "anna"; expected an address/u);
  });
  it("names an unknown key and those that are known", () =>
    assert.match(problem({ sender: [] }), /exchange\.sender: .*accepted: senders, users/u));
  it("wants `users` or `group`, not both, and one of them beside a quota floor", () => {
    assert.match(problem({ users: ["a@b.example"], group: "g@b.example" }), /not both/u);
    assert.match(problem({ quotaFloor: "1 GB" }), /beside it/u);
  });
  it("takes a list of addresses or the path of a file as users, and tells one from the other", () => {
    assert.equal(read({ users: "lists/users.csv" }).users, "lists/users.csv");
    const expected = /users: found .*; expected a list of addresses, or the path of a CSV file such as/u;
    for (const users of ["anna@contoso.com", "", 5]) assert.match(problem({ users }), expected);
    assert.match(problem({ users: [] }), /users: found \[\]; expected at least one address/u);
  });
  it("takes further files of readiness beside a file of users alone, each once", () => {
    const files = { devices: "devices.csv", mailboxes: ["a.csv", "b.csv"], directory: "directory.csv" };
    assert.deepEqual(read({ users: "users.csv", ...files }).mailboxes, files.mailboxes);
    for (const users of [undefined, ["anna@contoso.example"]])
      assert.match(
        problem({ users, devices: "devices.csv" }),
        /devices: found .*expected `users` with the path/u,
      );
    assert.match(problem({ users: "u.csv", devices: ["d.csv", "d.csv"] }), /devices: .*each file once/u);
    assert.match(problem({ users: "u.csv", devices: 5 }), /devices: found 5; expected the path of a file/u);
  });
  it("of the example is accepted", () => {
    const example = parse(readFileSync(join(root, "examples", "Pulumi.contoso.yaml"), "utf8"));
    assert.deepEqual(read(example.config["aircall-mailflow:exchange"]).users?.length, 2);
  });
  it("has a committed schema that is up to date", () =>
    assert.equal(
      readFileSync(join(root, "schema", "stack-config.json"), "utf8"),
      stackSchemaText(),
      "run: npx tsx tools/generate/stack-schema.ts",
    ));
});

describe("the declared rules", () => {
  it("start with the allow rule on named, authenticated senders, with the stop", () => {
    const [first] = declaredRules(read({}));
    assert.equal(first?.name, "Allow Aircall");
    assert.equal(first?.from?.length, 5);
    assert.deepEqual(first?.headerContainsWords, ["dmarc=pass"]);
    assert.equal(first?.stopRuleProcessing, true);
  });
  it("cover the whole domain only where that is asked for", () => {
    assert.equal(allowRule(read({})).senderDomainIs, undefined);
    assert.deepEqual(allowRule(read({ allow: { wholeDomain: true } })).senderDomainIs, ["aircall.io"]);
  });
  it("get an exception each in the style exempt-each, beside those they have", () => {
    const [first, second] = declaredRules(
      read({
        senders: ["team@aircall.io"],
        allow: { style: "exempt-each" },
        rules: [{ name: "Codes", exceptIfFrom: ["x@y.example"], quarantine: true }],
      }),
    );
    assert.equal(first?.stopRuleProcessing, undefined);
    assert.deepEqual(second?.exceptIfFrom, ["x@y.example", "team@aircall.io"]);
  });
});
