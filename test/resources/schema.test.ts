/** The package schema. */
import assert from "node:assert/strict";
import { mailflowPackage } from "../../src/resources/mailflow-package";
import { packageSchema } from "../../src/resources/schema";
import { isObject, type Value, type ValueObject } from "../../src/resources/value";

const schema = packageSchema(mailflowPackage, "1.2.3");

const at = (value: Value | undefined, ...path: readonly string[]): Value | undefined =>
  path.reduce<Value | undefined>((inner, name) => (isObject(inner) ? inner[name] : undefined), value);

const references = (value: Value): readonly string[] => {
  if (Array.isArray(value)) return (value as readonly Value[]).flatMap(references);
  if (!isObject(value)) return [];
  return Object.entries(value as ValueObject).flatMap(([name, inner]) =>
    name === "$ref" && typeof inner === "string" ? [inner] : references(inner),
  );
};

describe("the package schema", () => {
  it("has every resource under its token", () =>
    assert.deepEqual(Object.keys(at(schema, "resources") as ValueObject), [
      "mailflow:exchange:TransportRules",
      "mailflow:exchange:MailboxQuota",
    ]));

  it("refers only to types it has", () => {
    for (const reference of references(schema))
      if (reference.startsWith("#/types/"))
        assert.notEqual(at(schema, "types", reference.slice("#/types/".length)), undefined, reference);
  });

  it("keeps the client secret secret and replaces on another tenant", () => {
    assert.equal(at(schema, "provider", "inputProperties", "clientSecret", "secret"), true);
    assert.equal(at(schema, "provider", "inputProperties", "tenant", "willReplaceOnChanges"), true);
  });

  it("does not offer what only the provider adds", () => {
    const resource = at(schema, "resources", "mailflow:exchange:TransportRules");
    assert.equal(at(resource, "inputProperties", "observed"), undefined);
    assert.equal(at(resource, "properties", "observed"), undefined);
    assert.equal(at(resource, "properties", "guids", "type"), "object");
  });

  it("survives JSON", () => assert.deepEqual(JSON.parse(JSON.stringify(schema)), schema));
});
