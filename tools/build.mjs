/** Builds dist/ if its sources have changed. `--force` builds always, `--verbose` says sizes and times. */
import { createRequire } from "node:module";
import { main, ready, repository, typeScript } from "./bootstrap/ready.mjs";

const say = (text) => process.stderr.write(`${text}\n`);

/** npm runs `prepare` inside its own installation, also where development dependencies are left out. */
const isPrepare = process.env.npm_lifecycle_event === "prepare";

function hasBuildTools() {
  const { resolve } = createRequire(import.meta.url);
  try {
    return Boolean(resolve("esbuild") && resolve("tsx/cjs"));
  } catch {
    return false;
  }
}

await main(async () => {
  if (isPrepare && !hasBuildTools()) {
    say("dist/ is not built: the development dependencies are not installed");
    return;
  }
  const load = isPrepare ? typeScript() : await ready();
  const { buildAll } = load("./build/build");
  const force = process.argv.includes("--force");
  const built = await buildAll(repository, { say, force, verbose: process.argv.includes("--verbose") });
  say(built ? "dist/ is built" : "dist/ is up to date");
});
