/** Replaces what Pulumi's SDK loads to serialise functions, which nothing here does. */
import type { Plugin } from "esbuild";

const message =
  "Functions cannot be serialised in this bundle: it carries no TypeScript compiler and no npm.";

/** Reading anything from a replaced module throws; being imported, and asked whether it is a module, does not. */
const replacement = `module.exports = new Proxy({}, {
  get(_target, name) {
    if (typeof name === "symbol" || name === "__esModule" || name === "default") return undefined;
    throw new Error(${JSON.stringify(message)});
  },
});`;

/**
 * Stands in for `typescript`, `ts-node`, the SDK's shim around them, and npm's own package tree.
 *
 * @remarks Without it a bundle dies at once with "Cannot find module vendor/typescript" (pulumi.md 3.7), and is
 * twice as large.
 */
export function withoutSerialiser(): Plugin {
  return {
    name: "without-serialiser",
    setup(build) {
      build.onResolve(
        { filter: /^(?:typescript|ts-node|@npmcli\/arborist)$|\/typescript-shim$/ },
        ({ path }) => ({
          path,
          namespace: "without-serialiser",
        }),
      );
      build.onLoad({ filter: /.*/, namespace: "without-serialiser" }, () => ({ contents: replacement }));
    },
  };
}
