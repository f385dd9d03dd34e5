/** Values on the wire. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { eitherSecret, receive, type Secrecy, send } from "../../../src/provider/kit/wire";
import { unknownMarkers } from "../../../src/resources/unknown";
import { isObject, type Value, type ValueObject } from "../../../src/resources/value";
import { json } from "../../resources/laws/inputs";
import { secret, struct, values } from "./engine";

/** Protobuf maps cannot hold this key. */
const plain = (value: Value): boolean => !JSON.stringify(value).includes("__proto__");

const object = fc.dictionary(fc.string({ minLength: 1 }), json, { noNullPrototype: true }).filter(plain);
const same = (value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

/** Marks some parts of a value, as a program does. */
const withSecrets = (value: Value, dice: readonly boolean[]): Value => {
  let throws = 0;
  const mark = (inner: Value): Value => {
    const marked = Array.isArray(inner)
      ? (inner as readonly Value[]).map(mark)
      : isObject(inner)
        ? Object.fromEntries(Object.entries(inner).map(([name, property]) => [name, mark(property)]))
        : inner;
    throws += 1;
    return dice[throws % dice.length] ? secret(marked) : marked;
  };
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mark(inner)]))
    : value;
};

const texts = (value: Value, hidden: boolean): readonly string[] => {
  if (Array.isArray(value)) return (value as readonly Value[]).flatMap((item) => texts(item, hidden));
  if (!isObject(value)) return hidden ? [] : [JSON.stringify(value)];
  const inside = hidden || Object.values(value).includes("1b47061264138c4ac30d75fd1eb44270");
  return Object.values(value).flatMap((item) => texts(item, inside));
};

describe("values on the wire", () => {
  it("arrive as they were sent", () =>
    fc.assert(
      fc.property(object, (given) => assert.deepEqual(same(receive(send(given)).values), same(given))),
    ));

  it("come out plain, and go back with nothing secret in the open", () =>
    fc.assert(
      fc.property(object, fc.array(fc.boolean(), { minLength: 1 }), (given, dice) => {
        const marked = withSecrets(given, dice) as ValueObject;
        const received = receive(struct(marked));
        assert.deepEqual(same(received.values), same(given));
        const open = new Map<string, number>();
        for (const text of texts(marked, false)) open.set(text, (open.get(text) ?? 0) + 1);
        for (const text of texts(values(send(received.values, received.secrecy)), false)) {
          const left = (open.get(text) ?? 0) - 1;
          assert.ok(left >= 0, `${text} was secret`);
          open.set(text, left);
        }
      }),
    ));

  it("of the kind output and resource reference come out as the value and the id", () => {
    const marker = "4dabf18193072939515e22adb298388d";
    const output = { [marker]: "d0e6a833031e9bbcd3f4e8bde6ca49a4" };
    const { values: received, secrecy } = receive(
      struct({
        known: { ...output, value: "v" },
        hidden: { ...output, value: "v", secret: true },
        coming: output,
        resource: { [marker]: "5cf8f73096256a8f31e491e813e4eb8e", urn: "urn", id: "id" },
      }),
    );
    assert.deepEqual(received, { known: "v", hidden: "v", coming: unknownMarkers.string, resource: "id" });
    assert.deepEqual(secrecy, { hidden: "all" });
  });

  it("leave out what has no value", () => {
    const holes = { a: undefined, b: { c: undefined, d: 1 }, e: [undefined, 1] } as unknown as ValueObject;
    assert.deepEqual(values(send(holes)), { b: { d: 1 }, e: [null, 1] });
  });

  it("are secret as a whole where a list holds a secret, or where an object became something else", () => {
    const { secrecy } = receive(struct({ list: ["a", secret("b")], object: { inner: secret("c") } }));
    assert.deepEqual(values(send({ list: ["b", "a"], object: "c" }, secrecy)), {
      list: secret(["b", "a"]),
      object: secret("c"),
    });
    assert.deepEqual(values(send({ a: "b" }, "all")), { a: secret("b") });
  });

  it("are secret where either side says so", () => {
    const left: Secrecy = { a: "all", b: { c: "all" } };
    assert.deepEqual(eitherSecret(left, { b: { d: "all" }, a: { e: "all" } }), {
      a: "all",
      b: { c: "all", d: "all" },
    });
    assert.equal(eitherSecret(left, "all"), "all");
  });
});
