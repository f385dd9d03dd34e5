/** Finds or gets a Pulumi CLI; run alone it prints the directory to put first on PATH. */
import { pathToFileURL } from "node:url";
import { endChildrenOnSignals, stopped } from "../bootstrap/children.mjs";
import { main, ready, repository } from "../bootstrap/ready.mjs";

/** The exit code that says nothing could even be tried, as opposed to something that broke. */
const nothingToTry = 4;

/**
 * Finds a Pulumi CLI that runs executable policy packs: on PATH, in the cache, from the official download, or
 * built with Go (pulumi.md 5.2).
 *
 * @param {{ onProgress?: (text: string) => void, signal?: AbortSignal }} options
 * @returns {Promise<{ bin: string, pulumi: string, version: string, source: "path" | "cache" | "download" | "build", executablePack: true }>}
 * @throws an error that says what is missing and what to do; its `broken` tells whether a way was tried and failed.
 */
export async function getPulumi(options = {}) {
  const load = await ready();
  const { modulesDirectoryOf, searchPulumi } = load("./pulumi/search");
  const outcome = await searchPulumi(modulesDirectoryOf(repository), options);
  if (outcome.kind === "found") return outcome.pulumi;
  throw Object.assign(new Error(outcome.message), { broken: outcome.broken });
}

async function run() {
  const started = Date.now();
  const controller = new AbortController();
  const stop = () => controller.abort(new Error("stopped"));
  endChildrenOnSignals(stop);
  // The script that forked this one is gone, whatever ended it.
  process.once("disconnect", stop);
  const onProgress = (text) => {
    process.stderr.write(`[${Math.round((Date.now() - started) / 1_000)} s] ${text}\n`);
  };
  try {
    const pulumi = await getPulumi({ onProgress, signal: controller.signal });
    onProgress(`Pulumi ${pulumi.version} is ready (${pulumi.source}: ${pulumi.bin})`);
    if (!process.connected) process.stdout.write(`${pulumi.bin}\n`);
    answer({ pulumi });
    return 0;
  } catch (error) {
    if (controller.signal.aborted) {
      answer({ problem: "stopped", broken: true });
      return stopped() ?? 1;
    }
    if (!process.connected) process.stderr.write(`${error.message}\n`);
    answer({ problem: error.message, broken: error.broken !== false });
    return error.broken === false ? nothingToTry : 1;
  }
}

/** Tells the script that forked this one how it went. */
function answer(message) {
  if (process.connected) process.send(message, () => process.connected && process.disconnect());
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main(run);
