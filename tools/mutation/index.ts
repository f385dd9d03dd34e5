/**
 * `node --import tsx tools/mutation/index.ts`: breaks a copy of the decider in one way after the other, runs the tests that
 * must notice, and writes the table of `docs/mutation.md`. Words given as arguments choose the faults that hold one of them;
 * nothing is written then. The working tree is never touched.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { mutations } from "./mutations";
import { page } from "./page";
import { type Noticed, runTest } from "./run-test";
import { copyOfTree, mutated } from "./tree";

const repository = join(__dirname, "..", "..");
const say = (text: string): void => void process.stdout.write(`${text}\n`);

const chosen = (words: readonly string[]) =>
  words.length === 0
    ? mutations
    : mutations.filter(({ fault }) => words.some((word) => fault.includes(word)));

/** Runs the tests that must notice; a test that already fails without a fault proves nothing. */
const main = (words: readonly string[]): number => {
  const tree = copyOfTree(repository);
  try {
    const faults = chosen(words);
    // Every text must be found before the first test runs.
    for (const mutation of faults) mutated(tree.root, mutation, () => undefined);
    for (const file of new Set(faults.flatMap(({ noticedBy }) => noticedBy))) {
      const before = runTest(tree.root, file);
      if (before.kind === "failed") throw new Error(`${file} fails without a fault: ${before.test}`);
      say(`${file} ${before.kind} without a fault`);
    }
    const rows = faults.map((mutation) => {
      const noticed = mutated(tree.root, mutation, () =>
        mutation.noticedBy.map((file): Noticed => ({ file, result: runTest(tree.root, file) })),
      );
      say(`\n${mutation.fault}`);
      for (const { file, result } of noticed)
        say(`  ${file}: ${result.kind}${result.kind === "failed" ? ` (${result.test})` : ""}`);
      return { mutation, noticed };
    });
    const missed = rows.filter(({ noticed }) => noticed.some(({ result }) => result.kind === "passed"));
    if (words.length === 0) writeFileSync(join(repository, "docs", "mutation.md"), page(rows));
    say(`\n${rows.length} faults, ${missed.length} of them missed by a test that must notice`);
    return missed.length === 0 ? 0 : 1;
  } finally {
    tree.remove();
  }
};

process.exitCode = main(process.argv.slice(2));
