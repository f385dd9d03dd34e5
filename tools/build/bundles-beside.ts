/** Keeps parts out of a bundle that are bundles of their own, so that they are read only when they are asked for. */
import { join } from "node:path";
import type { Plugin } from "esbuild";

/** An import that stays a reference. */
interface Reference {
  /** Filter of the imports to look at. */
  readonly imports: RegExp;
  /** What is required instead, for an import of a module of this path below the repository. */
  readonly becomes: (module: string, imported: string) => string | undefined;
}

const commands = join("src", "cli", "commands");
const mail = join("src", "report", "eml");

const references: readonly Reference[] = [
  {
    imports: /^\.\/commands\//,
    becomes: (module, imported) => (module.startsWith(commands) ? `${imported}.js` : undefined),
  },
  // Reading and writing mail is half of all code, and only a verdict with a witness needs it.
  { imports: /\/eml$/, becomes: (module) => (module === mail ? "../../report/eml.js" : undefined) },
];

/** Leaves what the table names as references to the bundles beside. */
export function bundlesBeside(repository: string): Plugin {
  return {
    name: "bundles-beside",
    setup(build) {
      for (const { imports, becomes } of references)
        build.onResolve({ filter: imports }, ({ path, resolveDir, kind }) => {
          if (kind === "entry-point") return undefined;
          const module = join(resolveDir, path).slice(join(repository, "/").length);
          const reference = becomes(module, path);
          return reference === undefined ? undefined : { path: reference, external: true };
        });
    },
  };
}
