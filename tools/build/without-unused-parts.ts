/** Leaves out parts of libraries that take time to load at every start and that nothing here calls. */
import { join, sep } from "node:path";
import type { Plugin } from "esbuild";

interface UnusedPart {
  readonly library: string;
  /** How the library's own modules import the part. */
  readonly imports: RegExp;
  /** What the part becomes. */
  readonly contents: string;
}

const unusedParts: readonly UnusedPart[] = [
  // Messages of zod in fifty languages; its own default is English, which is imported by name.
  { library: "zod", imports: /^\.\.\/locales\/index\.js$/, contents: "export {};" },
  // Subcommands as programs of their own; those here are modules.
  { library: "commander", imports: /^(?:node:)?child_process$/, contents: "module.exports = {};" },
];

/** @remarks Whatever reads a part that was left out finds it undefined. */
export function withoutUnusedParts(): Plugin {
  const namespace = "without-unused-parts";
  return {
    name: namespace,
    setup(build) {
      for (const { library, imports, contents } of unusedParts) {
        const folder = join("node_modules", library) + sep;
        build.onResolve({ filter: imports }, ({ importer }) =>
          importer.includes(folder) ? { path: library, namespace } : undefined,
        );
        build.onLoad({ filter: new RegExp(`^${library}$`), namespace }, () => ({ contents }));
      }
    },
  };
}
