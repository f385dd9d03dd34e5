/** `diff` on the example company: what got worse, what has no effect, exit codes, formats, languages. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { allowedExample, exampleUsers } from "./example-tenant";
import { runCli, temporaryFiles } from "./run-cli";

const asOf = ["--as-of", "2026-12-01"];

type Rule = Readonly<Record<string, unknown>>;

const people = z.strictObject({ count: z.number(), sample: z.array(z.string()) });

const fate = z.strictObject({
  fate: z.string(),
  outcome: z.string().optional(),
  stage: z.string().optional(),
  rule: z.string().optional(),
  because: z.string().optional(),
});

const side = z.strictObject({
  file: z.string(),
  tenant: z.string(),
  verdict: z.string(),
  narrowness: z.string(),
});

/** Nothing more, nothing less. */
const report = z.strictObject({
  before: side,
  after: side,
  asOf: z.iso.datetime(),
  changes: z.array(
    z.strictObject({
      kind: z.string(),
      about: z.enum(["delivery", "narrowness"]),
      certainty: z.enum(["certain", "likely", "content-dependent"]).optional(),
      sender: z.string().includes("@"),
      recipients: people,
      before: fate,
      after: fate,
      because: z.string().optional(),
      code: z.string().optional(),
      rules: z.array(z.string()),
      message: z.string().min(1),
      witness: z.looseObject({ subject: z.string(), eml: z.string().includes("\r\nSubject: ") }).optional(),
    }),
  ),
  rules: z.array(
    z.strictObject({
      rule: z.string(),
      edits: z.array(z.looseObject({ kind: z.string() })),
      effect: z.enum(["changes", "none", "none-now", "not-settled"]),
      message: z.string(),
    }),
  ),
  parts: z.array(z.string()),
  recipients: z.strictObject({ onlyBefore: people, onlyAfter: people, missing: z.array(z.string()) }),
  changesAt: z.array(
    z.strictObject({ at: z.iso.datetime(), verdict: z.string(), narrowness: z.string(), cause: z.string() }),
  ),
  assumptions: z.array(z.strictObject({ id: z.string(), text: z.string(), source: z.string() })).min(1),
});

describe("diff", function () {
  // Each test starts processes; a loaded machine may take long, and that is no failure.
  this.timeout(120_000);
  const files = temporaryFiles();

  const example = allowedExample();
  const rules: readonly Rule[] = example["Get-TransportRule"] ?? [];
  const asItWas = (): string => files.write("before.json", JSON.stringify(example));
  const asItWillBe = (edited: readonly Rule[], more: Readonly<Record<string, unknown>> = {}): string =>
    files.write(
      "after.json",
      JSON.stringify({
        ...example,
        "Get-TransportRule": edited.map((rule, Priority) => ({ ...rule, Priority })),
        ...more,
      }),
    );
  const edit = (name: string, change: Rule): readonly Rule[] =>
    rules.map((rule) => (rule.Name === name ? { ...rule, ...change } : rule));

  it("ends 0 where a rule was renamed, and says that this has no effect", async () => {
    const changed = edit("Newsletters to Junk", {
      Name: "Junk for newsletters",
      Identity: "Junk for newsletters",
    });
    const { exitCode, stdout, stderr } = await runCli(["diff", asItWas(), asItWillBe(changed), ...asOf]);
    assert.equal(exitCode, 0, stdout + stderr);
    assert.match(
      stdout,
      /^NOTHING GOT WORSE: .*\n.*before\.json → .*after\.json, as of 2026-12-01T00:00Z\n/u,
    );
    assert.match(stdout, /Delivery: PROVEN → PROVEN\n/u);
    assert.match(stdout, /No mail fares differently\./u);
    const flat = stdout.replace(/\s+/gu, " ");
    assert.match(
      flat,
      /The transport rule "Newsletters to Junk" was renamed to "Junk for newsletters": no effect\./u,
    );
    assert.equal(stderr, "");
  });

  it("ends 1 where the allow rule was removed, with a mail that was replayed on both sides", async () => {
    const { exitCode, stdout } = await runCli(["diff", asItWas(), asItWillBe(rules.slice(1)), ...asOf]);
    assert.equal(exitCode, 1, stdout);
    assert.match(stdout, /^WORSE: /u);
    assert.match(stdout, /Delivery: PROVEN → BLOCKED\n/u);
    assert.match(stdout, /1\. newly blocked\n/u);
    assert.match(
      stdout,
      /To whom .*\n(?:.*\n)*? {3}Through +"Allow Aircall"\n {3}Shown by +a mail that was replayed before and after/u,
    );
    assert.match(stdout, /no longer guaranteed/u);
    assert.match(
      stdout.replace(/\s+/gu, " "),
      /"Allow Aircall" was removed: mail fares differently \(see 1/u,
    );
  });

  it("ends 0 the other way round", async () => {
    const { exitCode, stdout } = await runCli(["diff", asItWillBe(rules.slice(1)), asItWas(), ...asOf]);
    assert.equal(exitCode, 0, stdout);
    assert.match(stdout, /1\. no longer blocked\n/u);
    assert.match(stdout, /newly guaranteed/u);
  });

  it("ends 3 where the guarantee alone is lost", async () => {
    const { exitCode, stdout } = await runCli([
      "diff",
      files.write("alone.json", JSON.stringify({ ...example, "Get-TransportRule": rules.slice(0, 1) })),
      asItWillBe([]),
      ...asOf,
    ]);
    assert.equal(exitCode, 3, stdout);
    assert.match(stdout, /^LESS SURE: /u);
  });

  it("prints the JSON of the documented shape, each claim with a mail", async () => {
    const { exitCode, stdout } = await runCli([
      "diff",
      asItWas(),
      asItWillBe(rules.slice(1)),
      "--users",
      exampleUsers,
      "--format",
      "json",
      ...asOf,
    ]);
    assert.equal(exitCode, 1);
    const parsed = report.parse(JSON.parse(stdout));
    assert.equal(parsed.before.verdict, "proven");
    for (const { kind, witness } of parsed.changes)
      assert.equal(witness !== undefined, !kind.endsWith("undecided"), kind);
  });

  it("names recipients that only one of the two holds", async () => {
    const mailboxes = (example["Get-Mailbox"] ?? []).slice(1);
    const gone = String(example["Get-Mailbox"]?.[0]?.PrimarySmtpAddress);
    const recipients = (example["Get-Recipient"] ?? []).filter(
      ({ PrimarySmtpAddress }) => PrimarySmtpAddress !== gone,
    );
    const { stdout } = await runCli([
      "diff",
      asItWas(),
      asItWillBe(rules, { "Get-Mailbox": mailboxes, "Get-Recipient": recipients }),
      ...asOf,
    ]);
    assert.ok(
      stdout.includes(`Recipients that only the first holds:\n   - 1 recipient, such as ${gone}`),
      stdout,
    );
  });

  it("speaks French, and writes Markdown", async () => {
    const french = await runCli(["diff", asItWas(), asItWillBe(rules.slice(1)), "--locale", "fr", ...asOf]);
    assert.equal(french.exitCode, 1);
    assert.match(french.stdout, /^PIRE\u00a0: après le changement/u);
    assert.match(french.stdout, /1\. désormais bloqué\n/u);
    assert.match(french.stdout.replace(/\s+/gu, " "), /« ?Allow Aircall ?» a été supprimée/u);
    assert.doesNotMatch(french.stdout, /The transport rule|before the change|To whom/u);
    const out = files.path("diff.md");
    const markdown = await runCli([
      "diff",
      asItWas(),
      asItWillBe(rules.slice(1)),
      "--format",
      "markdown",
      "--out",
      out,
      ...asOf,
    ]);
    assert.equal(markdown.stdout, "");
    assert.match(readFileSync(out, "utf8"), /^### WORSE: .*\n(?:.*\n)*?\| Delivery \| PROVEN \| BLOCKED \|/u);
  });

  it("ends 2 where an input is bad, by the name of the file", async () => {
    const bad = files.write("bad.json", "[1, 2]");
    const { exitCode, stderr, stdout } = await runCli(["diff", asItWas(), bad, ...asOf]);
    assert.equal(exitCode, 2);
    assert.match(stderr, /bad\.json/u);
    assert.equal(stdout, "");
    assert.equal((await runCli(["diff", asItWas()])).exitCode, 2);
  });
});
