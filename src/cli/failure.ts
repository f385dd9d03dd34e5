/** What the reader is told of a failure, and the exit code. */

/** Failures that are the input's or the tenant's; bundles hold copies of their classes, so the name decides. */
const expected: ReadonlySet<string> = new Set(["InputError", "ExchangeError", "AircallError"]);

export interface Failure {
  readonly text: string;
  readonly exitCode: 2 | 70;
}

/** Set this to see where a defect was thrown. */
const debugVariable = "AIRCALL_MAILFLOW_DEBUG";

const oneLine = (text: string): string => text.replace(/\s*[\r\n]+\s*/gu, " ").replace(/\p{Cc}/gu, "?");

/** Whether a failure is about the input or the tenant, not about this program. */
export const isExpectedFailure = (error: unknown): error is Error =>
  error instanceof Error && expected.has(error.name);

/** 2 for bad input; 70 for a defect of this program, in one line unless debugging. */
export const failureOf = (error: unknown, environment = process.env): Failure => {
  const message = oneLine(error instanceof Error ? error.message : String(error));
  const stack = environment[debugVariable] === "1" && error instanceof Error ? `\n${error.stack}` : "";
  if (isExpectedFailure(error)) return { text: `error: ${message}${stack}`, exitCode: 2 };
  const hint = stack === "" ? ` (a defect of this program; ${debugVariable}=1 shows where)` : stack;
  return { text: `error: ${message}${hint}`, exitCode: 70 };
};
