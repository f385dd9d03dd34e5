/** Makes a clone ready to run the project's own TypeScript tools, starting from nothing but Node.js. */
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { stopped } from "./children.mjs";
import { installDependencies } from "./install.mjs";
import { requireNode } from "./node-version.mjs";

/** The root of the clone. */
export const repository = fileURLToPath(new URL("../..", import.meta.url));

/** Checks Node.js, installs the locked dependencies if needed, and answers a `require` that reads TypeScript. */
export async function ready() {
  requireNode();
  await installDependencies(repository);
  return typeScript();
}

/** A `require` that reads TypeScript, for paths relative to `tools/`. */
export function typeScript() {
  const require = createRequire(new URL("../index.mjs", import.meta.url));
  require("tsx/cjs");
  return require;
}

/** Runs a script's main function: its answer is the exit code, an error becomes its message alone and code 1. */
export async function main(body) {
  try {
    const exitCode = (await body()) ?? 0;
    process.exitCode = stopped() ?? exitCode;
  } catch (error) {
    if (stopped() === undefined) process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = stopped() ?? 1;
  }
}
