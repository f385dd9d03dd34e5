/** Keeps packages out of a bundle that many runs never call: each is read when the first of its exports is. */
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import type { Plugin } from "esbuild";
import type { Entry } from "./bundle";

/**
 * Automata are built only where the text of a mail decides, patterns are parsed only where a rule has some; the others
 * read inputs that few runs of `check` are given.
 */
const packages: Readonly<Record<string, string>> = {
  refa: "refa",
  "@eslint-community/regexpp": "regexpp",
  zod: "zod",
  yaml: "yaml",
  "csv-parse/sync": "csv-parse",
};

const resolved = (repository: string, name: string): string | undefined => {
  try {
    return createRequire(join(repository, "package.json")).resolve(name);
  } catch {
    return undefined;
  }
};

/** A bundle per package that is installed. */
export function packageEntries(repository: string): readonly Entry[] {
  return Object.entries(packages).flatMap(([name, output]) => {
    const file = resolved(repository, name);
    if (file === undefined) return [];
    return [{ source: relative(repository, file), output: `packages/${output}.js`, executable: false }];
  });
}

/** A module with the same names, which requires the real one when one of them is read. */
const standIn = (names: readonly string[], bundle: string): string => `
let loaded;
const load = () => (loaded ??= require(${JSON.stringify(bundle)}));
for (const name of ${JSON.stringify(names)})
  Object.defineProperty(exports, name, { enumerable: true, get: () => load()[name] });`;

/** @param packagesFolder `dist/packages` from the folder of the bundles. */
export function loadOnFirstUse(repository: string, packagesFolder: string): Plugin {
  const namespace = "load-on-first-use";
  return {
    name: namespace,
    setup(build) {
      for (const [name, output] of Object.entries(packages)) {
        const filter = new RegExp(`^${name}$`);
        const bundle = `${packagesFolder}/${output}.js`;
        build.onResolve({ filter }, () => ({ path: name, namespace }));
        build.onLoad({ filter, namespace }, () => {
          const file = resolved(repository, name);
          const names = file === undefined ? [] : Object.keys(createRequire(file)(file));
          return { contents: standIn(names, bundle), resolveDir: repository };
        });
        build.onResolve({ filter: /^(?:\.\.\/)+packages\// }, ({ path }) => ({ path, external: true }));
      }
    },
  };
}
