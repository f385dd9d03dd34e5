/** The arrows of the design hold: imports go one way, and the heart imports nothing of ours and does no I/O. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative, sep } from "node:path";

const root = join(__dirname, "..", "..");

/** What each part may import besides itself; a part that is missing here is no part. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  "src/mailflow": [],
  "src/tenants": ["src/mailflow"],
  "src/resources": ["src/tenants", "src/mailflow"],
  "src/provider": ["src/resources", "src/tenants", "src/mailflow"],
  "src/readiness": ["src/tenants", "src/mailflow"],
  "src/report": ["src/readiness", "src/tenants", "src/mailflow"],
  "src/cli": ["src/report", "src/readiness", "src/resources", "src/tenants", "src/mailflow"],
  policies: ["src/readiness", "src/resources", "src/tenants", "src/mailflow"],
  stacks: ["src/readiness", "src/resources", "src/tenants", "src/mailflow"],
};

const sources = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(folder, file));

const importsOf = (file: string): readonly string[] =>
  [...readFileSync(join(root, file), "utf8").matchAll(/(?:from|import\()\s*"([^"]+)"/gu)].map(
    ([, name]) => name ?? "",
  );

const partOf = (path: string): string | undefined =>
  Object.keys(arrows).find((part) => path === normalize(part) || path.startsWith(normalize(part) + sep));

describe("imports", () => {
  for (const [part, allowed] of Object.entries(arrows))
    it(`${part} imports ${allowed.length === 0 ? "nothing of ours" : allowed.join(", ")} and itself only`, () => {
      for (const file of sources(part))
        for (const name of importsOf(file).filter(
          (one) => one.startsWith(".") && !one.endsWith("package.json"),
        )) {
          const target = partOf(relative(root, join(root, dirname(file), name)));
          assert.ok(
            target === part || (target !== undefined && allowed.includes(target)),
            `${file} imports ${name}`,
          );
        }
    });
  it("src/mailflow does no I/O and reads no clock", () => {
    for (const file of sources("src/mailflow")) {
      assert.deepEqual(
        importsOf(file).filter((name) => name.startsWith("node:") || name.startsWith("@pulumi")),
        [],
        file,
      );
      assert.doesNotMatch(
        readFileSync(join(root, file), "utf8"),
        /new Date\(\)|Date\.now\(|process\.|console\.|fetch\(/u,
        file,
      );
    }
  });
  it("only src/mailflow/language knows refa and the regular-expression parser", () => {
    for (const part of Object.keys(arrows))
      for (const file of sources(part))
        if (importsOf(file).some((name) => name === "refa" || name.includes("regexpp")))
          assert.ok(file.startsWith(normalize("src/mailflow/language/")), file);
  });

  /** The reference evaluator: its stages, and the conditions of a transport rule on one message. */
  const evaluator = (file: string): boolean =>
    /^src\/mailflow\/exchange\/(?:evaluator\/|evaluate\.ts$|transport-rules\/(?:holds|explain|explosive|situation|text-match)\.ts$)/u.test(
      file.split(sep).join("/"),
    );
  /** Types, tables and the directory: all that both semantics may read (design section 4). */
  const shared = new Set(
    [
      ...["message", "outcome", "size"],
      ...["tenant", "tenant-filters", "tenant-recipients", "trace", "directory"].map(
        (name) => `exchange/${name}`,
      ),
      ...["precedence", "advanced-filters", "mailbox/inbox-rule-table"].map((name) => `exchange/${name}`),
      ...["table", "state", "match", "set-conditions"].map((name) => `exchange/transport-rules/${name}`),
    ].map((name) => normalize(`src/mailflow/${name}.ts`)),
  );
  const targetsOf = (file: string): readonly string[] =>
    importsOf(file)
      .filter((name) => name.startsWith("."))
      .map((name) => `${relative(root, join(root, dirname(file), name))}.ts`);

  it("the reference evaluator imports no stage of the decider, only tables and types", () => {
    for (const file of sources("src/mailflow").filter(evaluator))
      for (const target of targetsOf(file))
        assert.ok(evaluator(target) || shared.has(target), `${file} imports ${target}`);
  });
  it("no stage of the decider imports the reference evaluator", () => {
    // What a trace is speaks of three-valued truth, a type of the evaluator's.
    for (const file of sources("src/mailflow/exchange").filter((one) => !evaluator(one)))
      for (const target of targetsOf(file))
        if (file !== normalize("src/mailflow/exchange/trace.ts"))
          assert.ok(!evaluator(target), `${file} imports ${target}`);
  });
});
