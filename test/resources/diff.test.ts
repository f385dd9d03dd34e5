/** Diff by a property table. */
import assert from "node:assert/strict";
import type { InputsDefinition } from "../../src/resources/definition";
import { changedProperties, diff } from "../../src/resources/diff";
import { formatPath, formatPositions } from "../../src/resources/path";
import { unknownMarkers } from "../../src/resources/unknown";
import type { Value, ValueObject } from "../../src/resources/value";

const list = (ordered: boolean): InputsDefinition["inputs"][string] => ({
  docs: "",
  type: { kind: "list", ordered, items: { kind: "string", ignoreCase: true } },
});

const definition: InputsDefinition = {
  inputs: {
    title: { type: { kind: "string" }, replaceOnChange: true, docs: "" },
    load: { type: { kind: "string", format: "size" }, docs: "" },
    tags: list(false),
    steps: list(true),
    readers: {
      docs: "",
      type: { kind: "list", ordered: false, repeats: true, items: { kind: "string", ignoreCase: true } },
    },
    labels: { type: { kind: "map", values: { kind: "string" } }, docs: "" },
    fact: { type: { kind: "any" }, docs: "" },
    observed: { type: { kind: "any" }, addedByCheck: true, docs: "" },
    rules: {
      docs: "",
      type: {
        kind: "list",
        ordered: true,
        keyedBy: "name",
        items: {
          kind: "object",
          name: "Rule",
          docs: "",
          properties: {
            name: { type: { kind: "string" }, required: true, docs: "" },
            setScl: { type: { kind: "integer" }, docs: "" },
            words: { ...list(false) },
          },
        },
      },
    },
  },
};

const changes = (
  olds: ValueObject,
  news: ValueObject,
  ignoreChanges: readonly string[] = [],
): readonly string[] =>
  diff(definition, olds, news, ignoreChanges).map(
    ({ path, kind, replace }) => `${kind}${replace ? "-replace" : ""} ${formatPath(path)}`,
  );

const positions = (olds: readonly Value[], news: readonly Value[]): readonly string[] =>
  diff(definition, { rules: olds }, { rules: news }).map(
    ({ path, kind }) => `${kind} ${formatPositions(path)}`,
  );

const rules = (...names: readonly string[]): ValueObject => ({ rules: names.map((name) => ({ name })) });

describe("diff", () => {
  it("names added, deleted and updated properties", () =>
    assert.deepEqual(changes({ load: "1 MB", steps: ["a"] }, { load: "2 MB", tags: ["x"] }), [
      "update load",
      "add tags",
      "delete steps",
    ]));

  it("asks for a replacement where the table says so", () =>
    assert.deepEqual(changes({ title: "a" }, { title: "b" }), ["update-replace title"]));

  it("compares meanings: sizes by bytes, sets without order, words without case", () =>
    assert.deepEqual(changes({ load: "1 MB", tags: ["a", "b"] }, { load: "1024 KB", tags: ["B", "a"] }), []));
  it("sees one item more where an item may repeat, and no other order", () => {
    assert.deepEqual(changes({ readers: ["a", "B"] }, { readers: ["b", "a"] }), []);
    assert.deepEqual(changes({ readers: ["a", "b"] }, { readers: ["a", "b", "A"] }), ["update readers"]);
    assert.deepEqual(changes({ tags: ["a", "b"] }, { tags: ["a", "b", "A"] }), []);
  });

  it("compares lists whose order counts position by position", () =>
    assert.deepEqual(changes({ steps: ["a", "b"] }, { steps: ["b", "b", "c"] }), [
      "update steps[0]",
      "add steps[2]",
    ]));

  it("compares maps entry by entry", () =>
    assert.deepEqual(changes({ labels: { a: "1", b: "2" } }, { labels: { a: "1", "c d": "3" } }), [
      'delete labels["b"]',
      'add labels["c d"]',
    ]));

  it("compares any JSON as a whole, whatever the order of its keys", () => {
    assert.deepEqual(changes({ fact: { a: 1, b: [2] } }, { fact: { b: [2], a: 1 } }), []);
    assert.deepEqual(changes({ fact: { a: 1, b: [2] } }, { fact: { b: [3], a: 1 } }), ["update fact"]);
  });

  it("names the property of the item of a keyed list", () =>
    assert.deepEqual(
      changes(
        { rules: [{ name: "Allow Aircall", setScl: 5, words: ["a"] }] },
        { rules: [{ name: "Allow Aircall", setScl: -1 }] },
      ),
      ['update rules["Allow Aircall"].setScl', 'delete rules["Allow Aircall"].words'],
    ));

  it("names added and deleted items by their keys", () =>
    assert.deepEqual(changes(rules("A", "B"), rules("B", "C")), ['delete rules["A"]', 'add rules["C"]']));

  it("names only the item that moved", () =>
    assert.deepEqual(changes(rules("A", "B", "C", "D"), rules("D", "A", "B", "C")), ['update rules["D"]']));

  it("gives the list as a whole where keys are to come, missing or double", () => {
    assert.deepEqual(changes(rules("A"), rules(unknownMarkers.string)), ["update rules"]);
    assert.deepEqual(changes(rules("A"), { rules: [{}] }), ["update rules"]);
    assert.deepEqual(changes(rules("A"), rules("A", "A")), ["update rules"]);
  });

  it("counts a value to come as a change, at any depth", () => {
    const coming = unknownMarkers.string;
    assert.deepEqual(changes({ title: "a" }, { title: coming }), ["update-replace title"]);
    assert.deepEqual(changes({ tags: ["a", "b"] }, { tags: ["a", coming] }), ["update tags"]);
    assert.deepEqual(changes({ tags: ["a", coming] }, { tags: ["a", coming] }), ["update tags"]);
    assert.deepEqual(
      changes({ rules: [{ name: "A", setScl: 1 }] }, { rules: [{ name: "A", setScl: coming }] }),
      ['update rules["A"].setScl'],
    );
    assert.deepEqual(changes(rules("A"), { rules: unknownMarkers.list }), ["update rules"]);
  });

  it("does not look at what check added", () =>
    assert.deepEqual(changes({ observed: 1 }, { observed: 2 }), []));

  it("does not look where changes are ignored", () => {
    const olds = {
      load: "1 MB",
      rules: [
        { name: "A", setScl: 1 },
        { name: "B", setScl: 1 },
      ],
    };
    const news = {
      load: "2 MB",
      rules: [
        { name: "A", setScl: 2 },
        { name: "B", setScl: 2 },
      ],
    };
    assert.deepEqual(changes(olds, news, ["load", 'rules["A"].setScl']), ['update rules["B"].setScl']);
    assert.deepEqual(changes(olds, news, ["load", "rules[*].setScl"]), []);
    assert.deepEqual(changes(olds, news, ["rules"]), ["update load"]);
  });

  it("knows the positions of items that stayed in place, and of what was added below them", () =>
    assert.deepEqual(
      positions(
        [{ name: "A" }, { name: "B", setScl: 1 }],
        [{ name: "A" }, { name: "B", setScl: 2 }, { name: "C" }],
      ),
      ["update rules[1].setScl", "add rules[2]"],
    ));

  it("knows no positions where they would mean two items", () => {
    const [a, b, c] = [{ name: "A" }, { name: "B" }, { name: "C" }];
    assert.deepEqual(positions([a, b], [c, a, b]), ['add rules["C"]']);
    assert.deepEqual(positions([a, b], [a, c]), ['delete rules["B"]', 'add rules["C"]']);
  });

  it("tells each changed property once", () =>
    assert.deepEqual(changedProperties(diff(definition, rules("A", "B"), { ...rules("C"), load: "1 B" })), [
      "load",
      "rules",
    ]));
});
