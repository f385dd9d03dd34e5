/** Keeps each command out of the command line's own bundle, so that it is read only when it is asked for. */
import { join } from "node:path";
import type { Plugin } from "esbuild";

/** Leaves `./commands/X`, imported from `src/cli`, as a reference to the bundle beside. */
export function lazyCommands(repository: string): Plugin {
  const importing = join(repository, "src", "cli");
  return {
    name: "lazy-commands",
    setup(build) {
      build.onResolve({ filter: /^\.\/commands\// }, ({ path, resolveDir }) =>
        join(resolveDir) === importing ? { path: `${path}.js`, external: true } : undefined,
      );
    },
  };
}
