/** One test file on the copy of the tree, until its first failure. */
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

export type TestResult =
  | { readonly kind: "passed" | "skipped" }
  /** The title of the first test that failed. */
  | { readonly kind: "failed"; readonly test: string };

export interface Noticed {
  /** Under `test`. */
  readonly file: string;
  readonly result: TestResult;
}

/** What mocha's reporter `json` writes, as far as it is read here. */
interface MochaReport {
  readonly stats: { readonly tests: number; readonly pending: number };
  readonly failures: readonly { readonly fullTitle: string; readonly err: { readonly name?: string } }[];
}

/** Random tests get the same cases each time, so that the table does not change by itself. */
const environment = { MAILFLOW_SEED: "4", MAILFLOW_RUNS: "1" };

const milliseconds = 600_000;

/** @throws where the tests did not run: a fault must be noticed by a test, not by a program that cannot be read. */
export const runTest = (root: string, file: string): TestResult => {
  const report = join(root, "report.json");
  rmSync(report, { force: true });
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, "node_modules", "mocha", "bin", "mocha.js"),
      "--bail",
      "--reporter",
      "json",
      "--reporter-option",
      `output=${report}`,
      join("test", file),
    ],
    { cwd: root, env: { ...process.env, ...environment }, encoding: "utf8", timeout: milliseconds },
  );
  let found: MochaReport;
  try {
    found = JSON.parse(readFileSync(report, "utf8"));
  } catch {
    throw new Error(`${file} did not run:\n${stdout.slice(-2_000)}${stderr.slice(-2_000)}`);
  }
  const [failure] = found.failures;
  if (failure !== undefined) return { kind: "failed", test: failure.fullTitle };
  if (found.stats.tests === 0) throw new Error(`${file} holds no test`);
  return { kind: found.stats.pending === found.stats.tests ? "skipped" : "passed" };
};
