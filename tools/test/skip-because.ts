/** Skips a test, or from a `before` hook a whole suite, with the reason that `npm test` lists at its end. */

/** Registered by name: mocha may load this file twice, once for the tests and once for the reporter. */
const reasonKey = Symbol.for("aircall-mailflow.skip-reason");

interface Reasoned {
  [reasonKey]?: string;
}

/**
 * Ends the running test or hook as skipped.
 *
 * @example `before(function () { if (!hasDocker()) skipBecause(this, "Docker is not installed"); });`
 */
export function skipBecause(context: Mocha.Context, reason: string): never {
  const runnable: Mocha.Runnable & Reasoned = context.runnable();
  const isSuiteHook = runnable.title.startsWith('"before all"');
  const skipped: (Mocha.Runnable | Mocha.Suite | undefined) & Reasoned = isSuiteHook
    ? (runnable.parent ?? runnable)
    : (context.currentTest ?? runnable);
  skipped[reasonKey] = reason;
  return context.skip();
}

/** The reason of a skipped test: its own, or the nearest suite's. */
export function skipReason(test: Mocha.Test): string {
  let place: (Mocha.Test | Mocha.Suite | undefined) & Reasoned = test;
  while (place !== undefined) {
    const reason = place[reasonKey];
    if (reason !== undefined) return reason;
    place = place.parent as Mocha.Suite & Reasoned;
  }
  return "marked as skipped in its source, without a reason";
}
