/** Mocha's own `spec` output, and beside it the counts that `npm test` adds up. */
import { writeFileSync } from "node:fs";
import { reporters } from "mocha";
import { countsVariable, type Skipped } from "./counts";
import { skipReason } from "./skip-because";

/** Mocha constructs its reporters, and takes what a module exports as the constructor. */
function Reporter(runner: Mocha.Runner, options: Mocha.MochaOptions): void {
  new reporters.Spec(runner, options);
  let passed = 0;
  let failed = 0;
  const skipped: Skipped[] = [];
  runner.on("pass", () => {
    passed += 1;
  });
  runner.on("fail", () => {
    failed += 1;
  });
  runner.on("pending", (test) => {
    skipped.push({ title: test.fullTitle(), reason: skipReason(test) });
  });
  runner.once("end", () => {
    const file = process.env[countsVariable];
    if (file !== undefined) writeFileSync(file, JSON.stringify({ passed, failed, skipped }));
  });
}

export = Reporter;
