/** What `tenant serve` has started: where it listens, what to tell the reader, how it ends. */
import { InputError } from "../../tenants/input-error";

export interface Serving {
  /** Lines for the reader; `export NAME=value` lines can be pasted into a shell. */
  readonly announcement: readonly string[];
  readonly close: () => Promise<void>;
}

/** @param option the option that was given, for the error. */
export const portOf = (option: string, given: string): number => {
  const port = Number(given);
  if (/^\d{1,5}$/u.test(given) && port <= 65_535) return port;
  throw new InputError({
    file: option,
    found: JSON.stringify(given),
    expected: "a number from 0 (any free port) to 65535",
  });
};

/** What is thrown where a port is taken; anything else is handed on to `otherwise`. */
export const portProblem = (
  error: unknown,
  option: string,
  port: number,
  otherwise: (error: unknown) => unknown,
): unknown => {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "EADDRINUSE"
    ? new InputError({
        file: option,
        found: `${port}, which is taken`,
        expected: "a free port, or 0 for any",
      })
    : otherwise(error);
};
