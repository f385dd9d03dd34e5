/** What a stage of tests adds up to, and how the reporter hands it to `npm test`. */

/** The variable that names the file the reporter writes. */
export const countsVariable = "AIRCALL_MAILFLOW_TEST_COUNTS";

/** A test that did not run, and why. */
export interface Skipped {
  readonly title: string;
  readonly reason: string;
}

/** The result of one stage. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly Skipped[];
}

/** The sum of several stages. */
export function sum(all: readonly Counts[]): Counts {
  return {
    passed: all.reduce((total, { passed }) => total + passed, 0),
    failed: all.reduce((total, { failed }) => total + failed, 0),
    skipped: all.flatMap(({ skipped }) => skipped),
  };
}

/** The line that ends `npm test`. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped.length} skipped`;
}
