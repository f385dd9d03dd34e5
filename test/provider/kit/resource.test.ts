/** The life of a resource, as the engine drives it. */
import assert from "node:assert/strict";
import { DiffResponse, PropertyDiff } from "@pulumi/pulumi/proto/provider_pb";
import { unknownMarkers } from "../../../src/resources/unknown";
import type { ValueObject } from "../../../src/resources/value";
import { type Engine, requests, secret, startEngine, struct, values } from "./engine";
import { createShelves, type Shelves } from "./shelf";

describe("a resource", () => {
  let engine: Engine;
  let shelves: Shelves;

  beforeEach(async () => {
    shelves = createShelves();
    engine = await startEngine(shelves.plugin);
    await engine.configure({ tenant: "contoso" });
  });
  afterEach(() => engine.close());

  const check = async (news: ValueObject): Promise<ValueObject> =>
    values((await engine.ask(engine.client.check, requests.check(news))).getInputs());

  const create = async (inputs: ValueObject): Promise<ValueObject> =>
    values((await engine.ask(engine.client.create, requests.create(inputs))).getProperties());

  const diff = (olds: ValueObject, news: ValueObject) =>
    engine.ask(engine.client.diff, requests.diff(olds, news));

  describe("that is checked", () => {
    it("comes back in normal form, with what the provider adds", async () =>
      assert.deepEqual(await check({ title: "a", note: null, books: [{ name: "Emma" }] }), {
        title: "a",
        books: [{ name: "Emma", pages: 1 }],
        observed: { tenant: "contoso" },
      }));

    it("has the inputs in the state at hand, with what an earlier check added to them", async () => {
      const olds = { title: "a", observed: { tenant: "contoso", seen: true } };
      const response = await engine.ask(engine.client.check, requests.check({ title: "a" }, olds));
      assert.deepEqual(values(response.getInputs()).observed, { tenant: "contoso", before: olds.observed });
    });

    it("has its faults told with their place in the reason", async () => {
      const response = await engine.ask(
        engine.client.check,
        requests.check({ books: [{ name: "E", pages: "x" }] }),
      );
      assert.deepEqual(
        response.getFailuresList().map((failure) => failure.toObject()),
        [
          { property: "", reason: "`title` is required" },
          { property: "", reason: '`books["E"].pages` must be a whole number, but is text' },
        ],
      );
    });

    it("has faults the tenant knows told too", async () => {
      const response = await engine.ask(engine.client.check, requests.check({ title: "taken" }));
      assert.equal(response.getFailuresList()[0]?.getReason(), "`title` is taken");
    });

    it("keeps values to come, and keeps secrets secret, whoever made them so", async () => {
      const checked = await check({ title: unknownMarkers.string, note: secret("n"), password: "p" });
      assert.equal(checked.title, unknownMarkers.string);
      assert.deepEqual(checked.note, secret("n"));
      assert.deepEqual(checked.password, secret("p"));
    });

    it("does not have a secret in a message", async () => {
      const news = { title: "a", books: secret([{ name: "E", pages: 4.25 }]) };
      const response = await engine.ask(engine.client.check, requests.check(news));
      assert.equal(response.getFailuresList()[0]?.getReason(), '`books["E"].pages` must be a whole number');
    });
  });

  describe("that is compared", () => {
    it("is the same as itself, whatever was added to it", async () => {
      const response = await diff({ title: "a", observed: 1 }, { title: "a", observed: 2 });
      assert.equal(response.getChanges(), DiffResponse.DiffChanges.DIFF_NONE);
      assert.deepEqual(response.getDiffsList(), []);
    });

    it("has each change by its path, and its top-level name", async () => {
      const response = await diff(
        { title: "a", note: secret("n"), books: [{ name: "A" }, { name: "B" }] },
        { title: "a", note: secret("m"), books: [{ name: "New" }, { name: "A", pages: 2 }, { name: "B" }] },
      );
      assert.equal(response.getChanges(), DiffResponse.DiffChanges.DIFF_SOME);
      assert.deepEqual(response.getDiffsList(), ["note", "books"]);
      assert.deepEqual(
        response.getDetaileddiffMap().toObject(true, (_, change) => change.toObject()),
        [
          ['books["A"].pages', { kind: PropertyDiff.Kind.UPDATE, inputdiff: true }],
          ['books["New"]', { kind: PropertyDiff.Kind.ADD, inputdiff: true }],
          ["note", { kind: PropertyDiff.Kind.UPDATE, inputdiff: true }],
        ],
      );
    });

    it("has changes by position where every item stayed in place: there the engine finds the values", async () => {
      const response = await diff(
        { title: "a", books: [{ name: "A" }] },
        { title: "a", books: [{ name: "A", pages: 2 }] },
      );
      assert.deepEqual([...response.getDetaileddiffMap().keys()], ["books[0].pages"]);
    });

    it("is replaced where it must be", async () => {
      const response = await diff({ title: "a" }, { title: "b" });
      assert.deepEqual(response.getReplacesList(), ["title"]);
      assert.equal(response.getDetaileddiffMap().get("title")?.getKind(), PropertyDiff.Kind.UPDATE_REPLACE);
    });

    it("is not compared where changes are ignored", async () => {
      const request = requests
        .diff({ title: "a", note: "n" }, { title: "a", note: "m" })
        .setIgnorechangesList(["note"]);
      assert.equal(
        (await engine.ask(engine.client.diff, request)).getChanges(),
        DiffResponse.DiffChanges.DIFF_NONE,
      );
    });

    it("has its inputs compared with inputs, not with outputs", async () => {
      const request = requests.diff({ title: "a" }, { title: "a" }, { title: "another" });
      assert.equal(
        (await engine.ask(engine.client.diff, request)).getChanges(),
        DiffResponse.DiffChanges.DIFF_NONE,
      );
    });

    it("is compared with its inputs in the state where the engine sends no others", async () => {
      const request = requests.diff({}, { title: "a" }, { title: "a", stamp: "s", total: 0 });
      request.clearOldInputs();
      const response = await engine.ask(engine.client.diff, request);
      assert.equal(response.getChanges(), DiffResponse.DiffChanges.DIFF_NONE);
    });
  });

  describe("that is written", () => {
    it("has inputs and outputs in the state, without what was only observed", async () => {
      const inputs = await check({ title: "a", books: [{ name: "Emma", pages: 5 }], password: "p" });
      assert.deepEqual(await create(inputs), {
        title: "a",
        books: [{ name: "Emma", pages: 5 }],
        password: secret("p"),
        stamp: "stamp of a",
        sizes: { Emma: 5 },
        total: 1,
      });
      assert.deepEqual(shelves.live.get("a"), {
        title: "a",
        books: [{ name: "Emma", pages: 5 }],
        password: "p",
      });
    });

    it("gives secrets plain to the behaviour and back as secrets", async () => {
      const state = await create({ title: "a", note: secret("n"), books: [{ name: secret("Emma") }] });
      assert.equal(shelves.live.get("a")?.note, "n");
      assert.deepEqual(state.note, secret("n"));
      assert.deepEqual(state.books, secret([{ name: "Emma" }]));
    });

    it("is not written in a preview, and marks every output to come as the SDK for Node.js knows it", async () => {
      const inputs = { title: "a", note: unknownMarkers.string };
      const created = await engine.ask(engine.client.create, requests.create(inputs, true));
      const updated = await engine.ask(engine.client.update, requests.update(inputs, inputs, inputs, true));
      const expected = {
        ...inputs,
        stamp: unknownMarkers.string,
        sizes: unknownMarkers.string,
        total: unknownMarkers.string,
      };
      assert.deepEqual(values(created.getProperties()), expected);
      assert.deepEqual(values(updated.getProperties()), expected);
      assert.deepEqual(shelves.journal, []);
    });

    it("is updated knowing what it was, and deleted", async () => {
      await create({ title: "a", note: "n" });
      const request = requests.update(
        { title: "a", note: "n" },
        { title: "a", stamp: "s" },
        { title: "a", note: "m" },
      );
      const updated = await engine.ask(engine.client.update, request);
      assert.equal(values(updated.getProperties()).note, "m");
      await engine.ask(engine.client.delete, requests.delete("a", { title: "a" }));
      assert.deepEqual(shelves.journal, ["create a in contoso", "update a from n to m", "delete a"]);
      assert.equal(shelves.live.size, 0);
    });

    it("is written knowing what check added to its inputs", async () => {
      const inputs = { title: "a", note: "tell", observed: { seen: 1 } };
      await engine.ask(engine.client.update, requests.update({ title: "a" }, { title: "a" }, inputs));
      const gone = requests.delete("a", { title: "a" }).setOldInputs(struct(inputs));
      await engine.ask(engine.client.delete, gone);
      assert.deepEqual(shelves.journal, [
        "update a from undefined to tell",
        'knowing {"observed":{"seen":1}}',
        "delete a",
        'knowing {"observed":{"seen":1}}',
      ]);
    });
  });
});
