/** Facts a company declares, with an owner and a last day. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { declarableFacts } from "../../src/mailflow/declarable-facts";
import { declaredFactsOf, parseDeclaredFacts, readDeclaredFacts } from "../../src/tenants/declared-facts";
import { InputError } from "../../src/tenants/input-error";

const asOf = new Date("2026-06-15T12:00:00Z");
const entry = (fact: string, value: unknown, more: object = {}) => ({
  fact,
  value,
  owner: "it@contoso.example",
  expires: "2026-12-31",
  ...more,
});
const factsOf = (...entries: readonly object[]) => declaredFactsOf(entries, "assume", asOf).facts;

const problemOf = (read: () => unknown) => {
  try {
    read();
  } catch (error) {
    assert.ok(error instanceof InputError);
    return error.problem;
  }
  return assert.fail("nothing was refused");
};

describe("declared facts", () => {
  it("are those of the model, by their names in a file", () =>
    assert.deepEqual(
      [...declarableFacts.keys()],
      ["sending-addresses", "envelope-domains", "uses-tls", "countries", "languages", "bulk-complaint-level"],
    ));

  it("are taken for known, each with its value in words, its owner and its end", () => {
    const { facts, declared, expired } = declaredFactsOf(
      [
        entry("sending-addresses", ["54.240.0.0/18", "192.0.2.1 - 192.0.2.9", "2001:db8::/32"]),
        entry("envelope-domains", "AmazonSES.com"),
        entry("uses-tls", true),
        entry("countries", ["us", "UK"]),
        entry("languages", ["en", "FR", "en"]),
        entry("bulk-complaint-level", 0),
      ],
      "assume",
      asOf,
    );
    assert.deepEqual(facts, {
      sendingAddresses: ["54.240.0.0/18", "192.0.2.1-192.0.2.9", "2001:db8::/32"],
      envelopeDomains: ["amazonses.com"],
      usesTls: true,
      countries: ["US", "GB"],
      languages: ["EN", "FR"],
      bulkComplaintLevel: 0,
    });
    assert.deepEqual(declared[3], {
      name: "countries",
      fact: "countries",
      value: "US, GB",
      owner: "it@contoso.example",
      expires: "2026-12-31",
    });
    assert.deepEqual(expired, []);
  });

  it("hold to the end of their last day, and never after", () => {
    const one = [entry("uses-tls", true, { expires: "2026-06-15" })];
    const at = (moment: string) => declaredFactsOf(one, "assume", new Date(moment));
    assert.deepEqual(at("2026-06-15T23:59:59Z").facts, { usesTls: true });
    const late = at("2026-06-16T00:00:00Z");
    assert.deepEqual(late.facts, {});
    assert.deepEqual(late.declared, []);
    assert.deepEqual(
      late.expired.map(({ fact }) => fact),
      ["uses-tls"],
    );
  });

  it("may be declared anew once they expired", () =>
    assert.deepEqual(factsOf(entry("uses-tls", true, { expires: "2026-01-31" }), entry("uses-tls", false)), {
      usesTls: false,
    }));

  it("are none in an empty list", () => assert.deepEqual(factsOf(), {}));
});

describe("a declared fact is refused", () => {
  const refused: readonly (readonly [string, unknown, string, RegExp, RegExp])[] = [
    [
      "that has an unknown name",
      entry("sending-adresses", []),
      "fact",
      /sending-adresses/u,
      /one of sending-addresses, /u,
    ],
    ["without a name", { value: 1, owner: "x", expires: "2026-12-31" }, "fact", /nothing/u, /one of/u],
    ["without a value", { ...entry("uses-tls", 0), value: undefined }, "value", /nothing/u, /true or false/u],
    ["without an owner", entry("uses-tls", true, { owner: "  " }), "owner", /" {2}"/u, /who answers/u],
    ["without an end", entry("uses-tls", true, { expires: undefined }), "expires", /nothing/u, /YYYY-MM-DD/u],
    [
      "that ends on no day of the calendar",
      entry("uses-tls", true, { expires: "2026-02-30" }),
      "expires",
      /2026-02-30/u,
      /last day/u,
    ],
    [
      "that ends in another format",
      entry("uses-tls", true, { expires: "31/12/2026" }),
      "expires",
      /31/u,
      /last day/u,
    ],
    [
      "whose address is none",
      entry("sending-addresses", ["10.0.0.1", "10.0.0.256"]),
      "value, 1",
      /10\.0\.0\.256/u,
      /CIDR/u,
    ],
    ["whose address is a mere number", entry("sending-addresses", "1"), "value", /"1"/u, /CIDR/u],
    [
      "whose range runs backwards",
      entry("sending-addresses", ["10.0.0.9-10.0.0.1"]),
      "value, 0",
      /10\.0\.0\.9/u,
      /range/u,
    ],
    [
      "whose range mixes families",
      entry("sending-addresses", ["0.0.0.9-fe80::1"]),
      "value, 0",
      /fe80::1/u,
      /range/u,
    ],
    ["whose block is too long", entry("sending-addresses", ["10.0.0.0/33"]), "value, 0", /33/u, /CIDR/u],
    ["whose list is empty", entry("countries", []), "value", /an empty list/u, /two letters/u],
    [
      "whose domain is an address",
      entry("envelope-domains", ["bounce@aircall.io"]),
      "value, 0",
      /bounce/u,
      /domain name/u,
    ],
    ["whose country has three letters", entry("countries", ["USA"]), "value, 0", /USA/u, /two letters/u],
    ["whose country does not exist", entry("countries", ["XX"]), "value, 0", /XX/u, /two letters/u],
    ["whose language does not exist", entry("languages", ["xx"]), "value, 0", /xx/u, /two letters/u],
    ["whose flag is a text", entry("uses-tls", "yes"), "value", /"yes"/u, /true or false/u],
    ["whose level is above the scale", entry("bulk-complaint-level", 10), "value", /10/u, /0 to 9/u],
    ["whose level is no whole number", entry("bulk-complaint-level", 2.5), "value", /2\.5/u, /0 to 9/u],
    ["that is no object", "uses-tls", "", /"uses-tls"/u, /an object with fact/u],
  ];
  for (const [title, raw, place, found, expected] of refused)
    it(title, () => {
      const problem = problemOf(() => factsOf(entry("uses-tls", true), raw as object));
      assert.equal(problem.file, "assume");
      assert.equal(problem.place, ["entry 2", place].filter((part) => part !== "").join(", "));
      assert.match(problem.found, found);
      assert.match(problem.expected, expected);
    });

  it("that has a property nobody knows", () =>
    assert.match(
      problemOf(() => factsOf(entry("uses-tls", true, { onwer: "x" }))).found,
      /the unknown property onwer/u,
    ));
  it("that was declared already", () =>
    assert.match(
      problemOf(() => factsOf(entry("uses-tls", true), entry("uses-tls", false))).found,
      /uses-tls for the second time/u,
    ));
  it("that expired and is wrong all the same", () =>
    assert.match(
      problemOf(() => factsOf(entry("uses-tls", 1, { expires: "2020-01-01" }))).expected,
      /true/u,
    ));
  for (const raw of [undefined, null, {}, "text", { assume: [] }])
    it(`where the whole is ${JSON.stringify(raw) ?? "absent"} and no list`, () =>
      assert.match(
        problemOf(() => declaredFactsOf(raw, "assume", asOf)).expected,
        /^a list of declared facts/u,
      ));
});

describe("a file of declared facts", () => {
  let directory = "";
  before(() => {
    directory = mkdtempSync(join(tmpdir(), "aircall-mailflow-facts-"));
  });
  after(() => {
    rmSync(directory, { recursive: true, force: true });
  });
  const yaml = [
    "# what we know",
    "- fact: countries",
    "  value: [NO, US]",
    "  owner: it@contoso.example",
    "  expires: 2026-12-31",
    "- fact: uses-tls",
    "  value: true",
    "  owner: it@contoso.example",
    "  expires: 2025-12-31",
  ].join("\n");

  it("is read as YAML, where a day is a text and Norway a country", async () => {
    const file = join(directory, "facts.yaml");
    writeFileSync(file, yaml);
    const { facts, expired } = await readDeclaredFacts(file, asOf);
    assert.deepEqual(facts, { countries: ["NO", "US"] });
    assert.equal(expired.length, 1);
  });
  it("is read as JSON", async () => {
    const file = join(directory, "facts.json");
    writeFileSync(file, JSON.stringify([entry("languages", "en")]));
    assert.deepEqual((await readDeclaredFacts(file, asOf)).facts, { languages: ["EN"] });
  });
  it("names the line of what is wrong", () => {
    const { file, place } = problemOf(() =>
      parseDeclaredFacts(yaml.replace("US", "USA"), "facts.yaml", asOf),
    );
    assert.deepEqual([file, place], ["facts.yaml", "line 3, entry 1, value, 1"]);
  });
  it("names the line where it is neither YAML nor JSON", () =>
    assert.match(problemOf(() => parseDeclaredFacts('[{"fact": "a"\n', "f", asOf)).place ?? "", /^line \d/u));
  it("has no name twice in one entry", () =>
    assert.match(
      problemOf(() => parseDeclaredFacts("- fact: a\n  fact: b", "f", asOf)).found,
      /neither YAML nor JSON/u,
    ));
  it("has no alias, a few of which can stand for more than memory holds", () =>
    assert.equal(problemOf(() => parseDeclaredFacts("- &a {fact: b}\n- *a", "f", asOf)).found, "an alias"));
  it("is refused where it is empty", () =>
    assert.match(problemOf(() => parseDeclaredFacts("", "f", asOf)).expected, /^a list/u));
});
