/** `npm test`: types, style, fast tests, then the end-to-end tests through a real Pulumi CLI. */
import { join } from "node:path";
import { builtCliVariable } from "./built-cli";
import { type Counts, closingLine, sum } from "./counts";
import {
  hasEndToEndTests,
  type RunChild,
  runStage,
  type Stage,
  splitArguments,
  withoutPulumi,
  withPulumi,
} from "./stage";

/** How the search for a Pulumi CLI ended. */
export type PulumiAnswer =
  | { readonly pulumi: { readonly bin: string; readonly version: string } }
  | { readonly problem: string; readonly broken: boolean };

/** What the tests are run with. */
export interface TestRun {
  readonly repository: string;
  readonly runChild: RunChild;
  /** The search that goes on beside the fast tests; undefined leaves out everything that takes long. */
  readonly pulumi: Promise<PulumiAnswer> | undefined;
  readonly build: () => Promise<unknown>;
  readonly isStopped: () => boolean;
  readonly say: (text: string) => void;
  /** What the user passed on to mocha. */
  readonly given: readonly string[];
}

/** Whole updates take longer than what .mocharc.yaml gives other tests before it calls them stuck. */
const endToEndLimit = ["--timeout", "600000"];

/** Runs everything, prints the closing line, and answers the exit code. */
export async function runTests(run: TestRun): Promise<number> {
  const { repository, say, pulumi } = run;
  const failures: string[] = [];
  const step = async (name: string, body: () => Promise<unknown>) => {
    if (run.isStopped()) return;
    say(`\n== ${name}`);
    try {
      await body();
    } catch (error) {
      failures.push(`${name}: ${error instanceof Error ? error.message : error}`);
    }
  };
  const counted: Counts[] = [];
  const stage = (value: Stage) =>
    step(value.name, async () => {
      counted.push(await runStage(repository, value, run.runChild));
    });

  await step("build", run.build);
  if (pulumi !== undefined) {
    await step("types (tsc)", () => runTool(run, "typescript/bin/tsc"));
    await step("style (biome)", () => runTool(run, "@biomejs/biome/bin/biome", "check"));
  }
  const { fast, endToEnd, others } = splitArguments(run.given);
  if (fast.length > 0) {
    const mochaArguments = ["--ignore", "test/end-to-end/**", ...others];
    // While working, a fifth of the random cases will do.
    const fewer = pulumi === undefined ? { MAILFLOW_RUNS: process.env.MAILFLOW_RUNS ?? "0.2" } : {};
    const environment = { [builtCliVariable]: "yes", ...fewer };
    await stage({ name: "fast tests", specifications: fast, mochaArguments, environment });
  }
  if (pulumi !== undefined && endToEnd.length > 0 && hasEndToEndTests(repository) && !run.isStopped()) {
    say("\nwaiting for the Pulumi CLI if it is not ready yet");
    const answer = await pulumi;
    if ("problem" in answer && answer.broken) failures.push(answer.problem);
    const setting =
      "problem" in answer ? withoutPulumi(repository, answer.problem) : withPulumi(answer.pulumi.bin);
    const mochaArguments = [...endToEndLimit, ...others, ...setting.mochaArguments];
    await stage({ ...setting, name: "end-to-end tests", specifications: endToEnd, mochaArguments });
  }
  return run.isStopped() ? 1 : close(say, counted, failures);
}

/** Runs a development tool; throws when it finds something. */
async function runTool(run: TestRun, script: string, ...given: readonly string[]): Promise<void> {
  const path = join(run.repository, "node_modules", script);
  const options = { cwd: run.repository, env: process.env };
  const exitCode = await run.runChild(process.execPath, [path, ...given], options);
  if (exitCode !== 0) throw new Error("it found something; see above");
}

function close(say: TestRun["say"], counted: readonly Counts[], failures: readonly string[]): number {
  const counts = sum([...counted, { passed: 0, failed: failures.length, skipped: [] }]);
  for (const [reason, titles] of byReason(counts)) {
    say(`\nskipped, because: ${reason}`);
    for (const title of titles) say(`  - ${title}`);
  }
  for (const failure of failures) say(`failed: ${failure}`);
  say(`\n${closingLine(counts)}`);
  return counts.failed === 0 ? 0 : 1;
}

/** Many tests are skipped for one reason, which may be long. */
function byReason({ skipped }: Counts): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const { title, reason } of skipped) groups.set(reason, [...(groups.get(reason) ?? []), title]);
  return groups;
}
