/** What one bundle of dist/ is made from. */
import type { BuildOptions } from "esbuild";

/** A file of dist/: its path there, its content, and whether it may be executed. */
export interface DistributedFile {
  readonly path: string;
  readonly content: string | Uint8Array;
  readonly executable: boolean;
}

/** One source file that becomes one bundled file. */
export interface Entry {
  /** Relative to the repository. */
  readonly source: string;
  /** Relative to dist/. */
  readonly output: string;
  /** Executable files start with a line that names Node.js. */
  readonly executable: boolean;
}

/** A group of entries bundled with the same options, and the files that go beside them. */
export interface Bundle {
  readonly name: string;
  readonly entries: readonly Entry[];
  readonly options: BuildOptions;
  readonly beside: readonly DistributedFile[];
}
