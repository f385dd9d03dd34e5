/** What one way of getting a Pulumi CLI can answer. */

/** Where a usable CLI came from. */
export type Source = "path" | "cache" | "download" | "build";

/** A usable Pulumi CLI with its Node.js language host. */
export interface Pulumi {
  /** The directory to put first on PATH. */
  readonly bin: string;
  /** The program itself. */
  readonly pulumi: string;
  readonly version: string;
  readonly source: Source;
  /** Every version accepted here runs executable policy packs (pulumi.md 3.4). */
  readonly executablePack: true;
}

/**
 * The answer of one way: `found`, `absent` (nothing there to try), or `failed` (tried, and went wrong).
 *
 * @remarks The difference matters to `npm test`: what cannot be tried is skipped, what broke is a failure.
 */
export type Attempt =
  | { readonly kind: "found"; readonly pulumi: Pulumi }
  | { readonly kind: "absent"; readonly reason: string }
  | { readonly kind: "failed"; readonly reason: string };

/** A way had nothing to try. */
export function absent(reason: string): Attempt {
  return { kind: "absent", reason };
}

/** A way was tried and went wrong. */
export function failed(reason: string): Attempt {
  return { kind: "failed", reason };
}
