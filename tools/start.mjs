/** `npm start`: installs, builds, and runs the demonstration while a Pulumi CLI is got ready behind it. */
import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { endChildrenOnSignals, runChild } from "./bootstrap/children.mjs";
import { main, ready, repository } from "./bootstrap/ready.mjs";
import { getPulumiInBackground } from "./pulumi/background.mjs";

/** The demonstration itself; everything else here only prepares it. */
function demonstrate(pulumiFile) {
  const program = join(repository, "dist", "cli", "index.js");
  const own = process.argv.slice(2);
  return runChild(process.execPath, [program, "demonstrate", "--pulumi-bin-file", pulumiFile, ...own], {
    cwd: repository,
    stdio: "inherit",
  });
}

/**
 * Hands the answer of the search over in a file: there is none while the search goes on, then it holds
 * `{"pulumi": {"bin", "pulumi", "version", "source", "executablePack"}}` or `{"problem": text, "broken": boolean}`.
 */
function writeWhole(file, answer) {
  writeFileSync(`${file}.partial`, JSON.stringify(answer));
  renameSync(`${file}.partial`, file);
}

await main(async () => {
  endChildrenOnSignals();
  const load = await ready();
  const search = getPulumiInBackground();
  const directory = mkdtempSync(join(tmpdir(), "aircall-mailflow-"));
  try {
    const pulumiFile = join(directory, "pulumi.json");
    const handedOver = search.answer.then((answer) => writeWhole(pulumiFile, answer));
    await load("./build/build").buildAll(repository, { say: (text) => process.stderr.write(`${text}\n`) });
    const exitCode = await demonstrate(pulumiFile);
    await search.end();
    await handedOver;
    return exitCode;
  } finally {
    await search.end();
    rmSync(directory, { recursive: true, force: true });
  }
});
