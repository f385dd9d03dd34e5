/** One run of mocha: which test files, with which environment, and what came of it. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { type Counts, countsVariable } from "./counts";
import { reasonVariable } from "./without-pulumi";

/** Runs a program to its end and answers its exit code. */
export type RunChild = (
  command: string,
  commandArguments: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
) => Promise<number>;

/** A part of the tests. */
export interface Stage {
  readonly name: string;
  /** Directories and globs, relative to the repository. */
  readonly specifications: readonly string[];
  readonly mochaArguments: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
}

const endToEnd = "test/end-to-end";
const allTests = "test/**/*.test.ts";

/** Splits what the user asked for into fast and end-to-end tests; without a file or directory, everything. */
export function splitArguments(given: readonly string[]): {
  readonly fast: readonly string[];
  readonly endToEnd: readonly string[];
  readonly others: readonly string[];
} {
  const isPlace = (argument: string) => /^(?:\.\/)?test(?:\/|$)/.test(argument);
  const places = given.filter(isPlace).map((place) => place.replace(/^\.\//, ""));
  const others = given.filter((argument) => !isPlace(argument));
  if (places.length === 0) return { fast: [allTests], endToEnd: [`${endToEnd}/**/*.test.ts`], others };
  const isEndToEnd = (place: string) => place.startsWith(endToEnd);
  return { fast: places.filter((place) => !isEndToEnd(place)), endToEnd: places.filter(isEndToEnd), others };
}

/** What lets a stage meet this Pulumi CLI first. */
export function withPulumi(bin: string): Pick<Stage, "mochaArguments" | "environment"> {
  return { mochaArguments: [], environment: { PATH: `${bin}${delimiter}${process.env.PATH ?? ""}` } };
}

/** What skips all tests of a stage. Mocha reads what is required here before its own configuration. */
export function withoutPulumi(
  repository: string,
  reason: string,
): Pick<Stage, "mochaArguments" | "environment"> {
  const hooks = join(repository, "tools", "test", "without-pulumi.ts");
  return {
    mochaArguments: ["--require", "tsx", "--require", hooks],
    environment: { [reasonVariable]: reason },
  };
}

/** Whether the clone holds any end-to-end test. */
export function hasEndToEndTests(repository: string): boolean {
  const directory = join(repository, endToEnd);
  if (!existsSync(directory)) return false;
  return readdirSync(directory, { recursive: true }).some((file) => String(file).endsWith(".test.ts"));
}

/** Runs a stage; one that ends without counts, or fails without a failed test, counts as one failure. */
export async function runStage(repository: string, stage: Stage, runChild: RunChild): Promise<Counts> {
  const directory = mkdtempSync(join(tmpdir(), "aircall-mailflow-test-"));
  const file = join(directory, "counts.json");
  try {
    const exitCode = await runChild(
      process.execPath,
      [
        join(repository, "node_modules", "mocha", "bin", "mocha.js"),
        "--reporter",
        join(repository, "tools", "test", "reporter.ts"),
        ...stage.mochaArguments,
        ...stage.specifications,
      ],
      { cwd: repository, env: { ...process.env, ...stage.environment, [countsVariable]: file } },
    );
    if (!existsSync(file)) return { passed: 0, failed: 1, skipped: [] };
    const counts: Counts = JSON.parse(readFileSync(file, "utf8"));
    return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
