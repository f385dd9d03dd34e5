/** What is built runs from dist/, holds nothing stale, and is left alone when nothing changed. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { buildAll } from "../../../tools/build/build";
import { type TemporaryProject, temporaryProject } from "./temporary-project";

const commandLine = `
  async function main() {
    if (process.argv[2] === "check") console.log((await import("./commands/check")).answer());
    else console.log("help");
  }
  void main();`;

describe("the build", function () {
  // It starts real programs, which a busy computer is slow to do.
  this.timeout(60_000);

  let project: TemporaryProject;
  let said: string[];
  beforeEach(() => {
    said = [];
    project = temporaryProject({
      "src/cli/index.ts": commandLine,
      "src/cli/commands/check.ts": "export const answer = (): string => 'checked ' + import.meta.url;",
      "policies/index.ts": "console.log(process.cwd());",
      "policies/PulumiPolicy.yaml": "runtime: nodejs\n",
    });
  });
  afterEach(() => project.remove());

  const build = (force = false) => buildAll(project.root, { force, say: (text) => said.push(text) });
  const dist = (...path: string[]) => join(project.root, "dist", ...path);
  const output = (command: string, ...given: string[]) =>
    spawnSync(command, given, { encoding: "utf8", cwd: "/" }).stdout.trim();

  it("makes a command line that can be executed as it is", async () => {
    await build();
    assert.equal(output(dist("cli", "index.js")), "help");
  });

  it("keeps every command in a bundle of its own, read only when asked for", async () => {
    await build();
    assert.doesNotMatch(readFileSync(dist("cli", "index.js"), "utf8"), /checked/);
    assert.match(
      output(dist("cli", "index.js"), "check"),
      /^checked file:.*\/dist\/cli\/commands\/check\.js$/,
    );
  });

  it("reads a package only when something of it is called, and what reads mail only when it is asked for", async () => {
    project.write(
      "node_modules/refa/index.js",
      "if (process.argv.includes('all')) console.log('refa read'); exports.DFA = { all: () => 'all' };",
    );
    project.write(
      "src/report/eml.ts",
      "console.log('mail read'); export const parseMessage = () => 'parsed';",
    );
    project.write(
      "src/report/replay.ts",
      "import { parseMessage } from './eml'; export const replay = () => parseMessage();",
    );
    project.write(
      "src/cli/commands/check.ts",
      `import { DFA } from "refa";
      export const answer = async () =>
        process.argv[3] === "all" ? DFA.all() + (await import("../../report/replay")).replay() : "nothing read";`,
    );
    project.write(
      "src/cli/index.ts",
      commandLine
        .replace('("./commands/check")).answer()', '("./commands/check")).answer().then(console.log)')
        .replace("console.log((await", "((await"),
    );
    await build();
    assert.equal(output(dist("cli", "index.js"), "check"), "nothing read");
    assert.equal(output(dist("cli", "index.js"), "check", "all"), "refa read\nmail read\nallparsed");
  });

  it("makes a policy pack that runs in its own directory, wherever it was started (pulumi.md 3.4)", async () => {
    await build();
    assert.equal(output(dist("policy-pack", "aircall-mailflow-policies")), dist("policy-pack"));
    assert.equal(readFileSync(dist("policy-pack", "PulumiPolicy.yaml"), "utf8"), "runtime: nodejs\n");
    assert.deepEqual(JSON.parse(readFileSync(dist("policy-pack", "package.json"), "utf8")), {
      name: "aircall-mailflow-policies",
      version: "1.2.3",
      main: "index.js",
    });
  });

  it("says what it skips because there is no source", async () => {
    await build();
    assert.deepEqual(said, [
      "on-demand: skipped, there is no src/report/eml.ts yet",
      "plugin: skipped, there is no src/provider/index.ts yet",
      "stacks: skipped, there is no stacks/index.ts yet",
    ]);
    assert.equal(existsSync(dist("plugin")), false);
  });

  it("does nothing the second time, unless it is forced", async () => {
    assert.equal(await build(), true);
    assert.equal(await build(), false);
    assert.equal(await build(true), true);
  });

  it("does not touch a file whose content stays the same", async () => {
    await build();
    const before = statSync(dist("cli", "index.js")).ino;
    project.write("src/cli/commands/check.ts", "export const answer = (): string => 'other';");
    await build();
    assert.equal(statSync(dist("cli", "index.js")).ino, before);
    assert.equal(output(dist("cli", "index.js"), "check"), "other");
  });

  it("removes what an earlier build made and this one does not", async () => {
    project.write("dist/cli/commands/gone.js", "");
    await build();
    assert.equal(existsSync(dist("cli", "commands", "gone.js")), false);
  });

  it("fails on a mistake in a source, names it, and leaves the last good build", async () => {
    await build();
    project.write("src/cli/index.ts", "const = 1;");
    await assert.rejects(build(), /cli could not be built[\s\S]*src\/cli\/index\.ts:1:6/);
    assert.equal(output(dist("cli", "index.js")), "help");
    await assert.rejects(build(), "and is not taken for up to date afterwards");
  });
});
