/** The directory by address (aircall.md 4.3). */
import assert from "node:assert/strict";
import { addressBookOf } from "../../src/readiness/address-book";
import type { DirectoryEntry } from "../../src/readiness/facts";
import { directoryOf } from "./people";

const at = (local: string): string => `${local}@contoso.example`;
const entry = (local: string, more: Partial<DirectoryEntry> = {}) =>
  directoryOf({ email: at(local), ...more });

describe("an address book", () => {
  it("finds objects by primary address and by alias, whatever the case", () => {
    const book = addressBookOf([entry("Vera.Roth", { aliases: [at("Vera")] })]);
    assert.equal(book.entryOf(at("vera.roth"))?.email, at("Vera.Roth"));
    assert.equal(book.entryOf(at("vera"))?.email, at("Vera.Roth"));
    assert.equal(book.primaryOf(at("vera")), at("vera.roth"));
    assert.equal(book.primaryOf(at("nora")), at("nora"));
    assert.equal(book.entryOf(at("nora")), undefined);
  });
  it("leaves a primary address to its object, though another claims it as an alias", () => {
    const book = addressBookOf([entry("vera", { aliases: [at("nora")] }), entry("nora")]);
    const { email, kind } = book.entryOf(at("nora")) ?? entry("x");
    assert.deepEqual([email, kind], [at("nora"), "mailbox"]);
  });
  it("takes an alias that two objects claim for nobody's", () => {
    const book = addressBookOf([
      entry("vera", { aliases: [at("desk")] }),
      entry("nora", { aliases: [at("desk")] }),
    ]);
    const { kind, kindText } = book.entryOf(at("desk")) ?? entry("x");
    assert.deepEqual([kind, kindText], ["other", "nora@contoso.example, vera@contoso.example"]);
    assert.equal(book.mailboxOf(at("desk")), at("desk"));
  });
  it("brings several directories on one address together", () => {
    const book = addressBookOf([
      entry("vera", {
        kind: "other",
        kindText: "Mailbox",
        aliases: [at("v")],
        acceptsOutsideSenders: undefined,
      }),
      entry("VERA", { aliases: [at("vr")], acceptsOutsideSenders: false }),
    ]);
    const { kind, kindText, acceptsOutsideSenders } = book.entryOf(at("vera")) ?? entry("x");
    assert.deepEqual([kind, kindText, acceptsOutsideSenders], ["mailbox", "UserMailbox", false]);
    assert.equal(book.primaryOf(at("v")), at("vera"));
    assert.equal(book.primaryOf(at("vr")), at("vera"));
  });
  it("believes none of two directories that contradict each other", () => {
    const book = addressBookOf([
      entry("vera", { acceptsOutsideSenders: true }),
      entry("vera", { kind: "shared-mailbox", kindText: "SharedMailbox", acceptsOutsideSenders: false }),
    ]);
    const { kind, kindText, acceptsOutsideSenders } = book.entryOf(at("vera")) ?? entry("x");
    assert.deepEqual(
      [kind, kindText, acceptsOutsideSenders],
      ["other", "SharedMailbox, UserMailbox", undefined],
    );
  });
  it("believes the mail system that refuses an address", () => {
    const book = addressBookOf([entry("vera"), entry("vera", { kind: "nobody", kindText: "" })]);
    assert.equal(book.entryOf(at("vera"))?.kind, "nobody");
  });

  for (const [what, directory, left, right, isOne] of [
    ["a plus-tag", [], at("vera+phone"), at("vera"), true],
    ["two plus-tags", [], at("vera+a"), at("vera+b"), true],
    [
      "a plus-tag of an alias",
      [entry("vera.roth", { aliases: [at("vera")] })],
      at("vera+a"),
      at("vera.roth"),
      true,
    ],
    ["dots at Gmail, and its other name", [], "v.era@gmail.com", "vera+x@googlemail.com", true],
    ["dots elsewhere", [], at("v.era"), at("vera"), false],
    ["a tag that is the whole local part", [], at("+a"), at("+b"), false],
    [
      "two mailboxes of the directory",
      [entry("vera+phone"), entry("vera")],
      at("vera+phone"),
      at("vera"),
      false,
    ],
    ["a mailbox with a plus in its name", [entry("vera+phone")], at("vera+phone"), at("vera"), false],
    [
      "two contacts with one mailbox at Gmail",
      ["v.era@gmail.com", "vera@gmail.com"].map((email) => directoryOf({ email, kind: "outside" })),
      "v.era@gmail.com",
      "vera@gmail.com",
      true,
    ],
    ["an alias", [entry("vera", { aliases: [at("roth")] })], at("roth"), at("vera"), true],
  ] as const)
    it(`sees ${isOne ? "one mailbox" : "two mailboxes"} in ${what}`, () => {
      const { mailboxOf } = addressBookOf(directory);
      assert.equal(mailboxOf(left) === mailboxOf(right), isOne);
    });
});
