/** Cutting JSON into records gives what parsing it as a whole gives, wherever the pieces end. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { cutRecords } from "../../src/tenants/json-records";
import { runs } from "../properties/runs";

class NoJson extends Error {}

/** What the records put together again are. */
const assembled = (pieces: readonly Uint8Array[]): unknown => {
  const found: Record<string, unknown> = {};
  const cutter = cutRecords({
    wants: () => true,
    take: ({ name, isItem, bytes }) => {
      const value: unknown = JSON.parse(Buffer.from(bytes).toString("utf8"));
      const list = found[name];
      if (isItem && Array.isArray(list)) list.push(value);
      else
        Object.defineProperty(found, name, { value, enumerable: true, configurable: true, writable: true });
    },
    fail: ({ found: what, expected }) => {
      throw new NoJson(`${what} ${expected}`);
    },
  });
  for (const piece of pieces) cutter.write(piece);
  cutter.end();
  return found;
};

const names = fc.constantFrom("Get-TransportRule", "dns", 'a"b', "é\\", "", "x,y", "[]{}");
const objects = fc.dictionary(
  names,
  fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 3 }),
    fc.array(fc.record({ Name: fc.constantFrom("é", '"', "\\", "a\\", "{[,]}", "😀") }), { maxLength: 3 }),
  ),
  { maxKeys: 4 },
);
const cuts = fc.array(fc.nat({ max: 400 }), { maxLength: 5 });

const piecesOf = (bytes: Uint8Array, at: readonly number[]): readonly Uint8Array[] => {
  const edges = [0, ...at.map((cut) => Math.min(cut, bytes.length)), bytes.length].sort((a, b) => a - b);
  return edges.slice(1).map((edge, place) => bytes.slice(edges[place], edge));
};

const outcome = (body: () => unknown): unknown => {
  try {
    return { value: body() };
  } catch (error) {
    if (error instanceof NoJson || error instanceof SyntaxError) return "no JSON";
    throw error;
  }
};

describe("cutting JSON into records", function () {
  this.timeout(120_000);

  it("loses and adds nothing, wherever the pieces end", () => {
    fc.assert(
      fc.property(objects, cuts, fc.constantFrom(undefined, 1, "\t"), (object, at, indent) => {
        const text = JSON.stringify(object, undefined, indent);
        assert.deepEqual(assembled(piecesOf(Buffer.from(text), at)), JSON.parse(text));
      }),
      runs(500),
    );
  });

  it("takes no text for JSON that is none, and every other for what it is", () => {
    const signs = fc.constantFrom("{", "}", "[", "]", ",", ":", '"', "\\", "0", "x", " ", "");
    const spoiled = fc
      .tuple(objects, fc.nat({ max: 200 }), signs, fc.boolean())
      .map(([object, at, sign, replaces]) => {
        const text = JSON.stringify(object);
        const place = Math.min(at, text.length);
        // Half a character is no text in any file.
        return Buffer.from(text.slice(0, place) + sign + text.slice(place + (replaces ? 1 : 0))).toString();
      });
    const isOnce = (text: string): boolean => {
      const found = [...text.matchAll(/"((?:[^"\\]|\\.)*)"\s*:/gu)].map(([, name]) => name);
      return new Set(found).size === found.length;
    };
    fc.assert(
      fc.property(spoiled.filter(isOnce), cuts, (text, at) => {
        const whole = outcome(() => JSON.parse(text));
        const isObject = typeof whole === "object" && text.trimStart().startsWith("{");
        assert.deepEqual(
          outcome(() => assembled(piecesOf(Buffer.from(text), at))),
          isObject ? whole : "no JSON",
        );
      }),
      runs(1_000),
    );
  });

  it("keeps nothing of what nobody wants", () => {
    const taken: string[] = [];
    const cutter = cutRecords({
      wants: (name) => name === "b",
      take: ({ name, bytes }) => taken.push(`${name} ${Buffer.from(bytes).toString()}`),
      fail: ({ found }) => {
        throw new NoJson(found);
      },
    });
    cutter.write(Buffer.from('{"a":[{"x":"'));
    cutter.write(Buffer.from('\\"]}"},2],"b":[1'));
    cutter.write(Buffer.from('2],"c":{}}'));
    cutter.end();
    assert.deepEqual(taken, ["b []", "b 12"]);
  });
});
