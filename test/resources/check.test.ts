/** Check by a property table. */
import assert from "node:assert/strict";
import { check } from "../../src/resources/check";
import type { InputsDefinition } from "../../src/resources/definition";
import { unknownMarkers } from "../../src/resources/unknown";
import type { ValueObject } from "../../src/resources/value";

const shelf: InputsDefinition = {
  inputs: {
    title: { type: { kind: "string", maxLength: 5 }, required: true, docs: "" },
    colour: { type: { kind: "string", values: ["red", "blue"] }, default: "red", docs: "" },
    weight: { type: { kind: "number" }, docs: "" },
    width: { type: { kind: "integer", range: [1, 9] }, docs: "" },
    locked: { type: { kind: "boolean" }, sameAsAbsent: false, docs: "" },
    load: { type: { kind: "string", format: "size" }, docs: "" },
    tags: { type: { kind: "list", ordered: false, items: { kind: "string", ignoreCase: true } }, docs: "" },
    readers: {
      type: { kind: "list", ordered: false, repeats: true, items: { kind: "string", ignoreCase: true } },
      docs: "",
    },
    left: { type: { kind: "string" }, with: "right", docs: "" },
    right: { type: { kind: "string" }, docs: "" },
    labels: { type: { kind: "map", values: { kind: "integer" } }, docs: "" },
    books: {
      docs: "",
      type: {
        kind: "list",
        ordered: true,
        keyedBy: "name",
        items: {
          kind: "object",
          name: "Book",
          docs: "",
          properties: {
            name: { type: { kind: "string" }, required: true, docs: "" },
            pages: { type: { kind: "integer", range: [1, 900] }, docs: "" },
          },
        },
      },
    },
    observed: { type: { kind: "any" }, addedByCheck: true, docs: "" },
  },
};

const inputsOf = (news: ValueObject): ValueObject => {
  const { inputs, failures } = check(shelf, news);
  assert.deepEqual(failures, []);
  return inputs;
};

const failuresOf = (news: ValueObject): readonly string[] =>
  check(shelf, { title: "a", ...news }).failures.map(({ property, reason }) => `${property} ${reason}`);

describe("check", () => {
  it("fills in defaults", () => assert.deepEqual(inputsOf({ title: "a" }), { title: "a", colour: "red" }));

  it("drops what is the same as absent: null, the empty list, the value the service takes anyway", () =>
    assert.deepEqual(inputsOf({ title: "a", width: null, tags: [], locked: false }), {
      title: "a",
      colour: "red",
    }));

  it("keeps the order of a set as written, without its duplicates", () =>
    assert.deepEqual(inputsOf({ title: "a", tags: ["Y", "x", "y"] }).tags, ["Y", "x"]));

  it("keeps the duplicates of a list in which they mean something", () =>
    assert.deepEqual(inputsOf({ title: "a", readers: ["Y", "x", "y"] }).readers, ["Y", "x", "y"]));

  it("writes text of a format in normal form", () =>
    assert.equal(inputsOf({ title: "a", load: "1024 KB" }).load, "1 MB"));

  it("drops what only the provider adds, and what the engine adds for itself", () =>
    assert.deepEqual(inputsOf({ title: "a", observed: 1, __defaults: [] }), { title: "a", colour: "red" }));

  it("lets values to come pass, at any depth", () => {
    const unknown = unknownMarkers.string;
    assert.deepEqual(inputsOf({ title: unknown, width: unknown, left: "l", right: unknown }).width, unknown);
    assert.deepEqual(inputsOf({ title: "a", books: unknownMarkers.list }).books, unknownMarkers.list);
    const books = [{ name: unknown, pages: unknown }, { name: unknown }, unknown];
    assert.deepEqual(inputsOf({ title: "a", books }).books, books);
  });

  const refusals: readonly (readonly [string, ValueObject, readonly string[]])[] = [
    ["a missing property", { title: null }, ["title is required"]],
    ["a wrong type", { width: "3" }, ["width must be a whole number from 1 to 9, but is text"]],
    ["a wrong type of a truth value", { locked: "yes" }, ["locked must be a boolean, but is text"]],
    ["an object in place of text", { title: {} }, ["title must be text, but is an object"]],
    ["a list in place of an object", { labels: [] }, ["labels must be an object, but is a list"]],
    ["text in place of a list", { books: "a" }, ["books must be a list, but is text"]],
    ["a number out of range", { width: 12 }, ["width must be a whole number from 1 to 9, but is 12"]],
    ["a fraction", { width: 1.5 }, ["width must be a whole number from 1 to 9, but is 1.5"]],
    [
      "a value that is not in the list",
      { colour: "green" },
      ['colour must be "red" or "blue", but is "green"'],
    ],
    ["text that is too long", { title: "éééééé" }, ["title must have at most 5 characters, but has 6"]],
    ["empty text", { title: "" }, ["title must not be empty text: leave the property out instead"]],
    [
      "text of another format",
      { load: "ten" },
      ['load must be a size such as "10 MB" (units B, KB, MB, GB, TB), but is "ten"'],
    ],
    ["half of a pair", { left: "l" }, ["left has no meaning without `right`: set both or neither"]],
    [
      "an unknown property",
      { Colour: "red", depth: 1 },
      [
        "Colour is not a property that exists here; did you mean `colour`?",
        "depth is not a property that exists here",
      ],
    ],
    [
      "a bad item, named by its key",
      { books: [{ name: "War and Peace", pages: 0 }] },
      ['books["War and Peace"].pages must be a whole number from 1 to 900, but is 0'],
    ],
    ["an item without its key", { books: [{ pages: 1 }] }, ["books[0].name is required"]],
    ["nothing as an item", { tags: ["a", null] }, ["tags[1] must not be empty"]],
    [
      "a bad value in a map",
      { labels: { "a b": "c" } },
      ['labels["a b"] must be a whole number, but is text'],
    ],
    [
      "two items of one key, whatever the case",
      { books: [{ name: "Emma" }, { name: "EMMA" }] },
      ["books[1].name is the same as at position 0: give every item its own"],
    ],
  ];
  for (const [what, news, failures] of refusals)
    it(`refuses ${what}`, () => assert.deepEqual(failuresOf(news), failures));

  it("tells all faults at once", () =>
    assert.equal(failuresOf({ width: 0, colour: 1, locked: 2 }).length, 3));

  it("never quotes the value of a secret", () => {
    const { failures } = check(shelf, { title: "a", colour: "green" }, new Set(["colour"]));
    assert.deepEqual(failures, [{ property: "colour", reason: 'must be "red" or "blue"' }]);
  });
});
