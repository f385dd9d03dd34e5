/** `npm test`: installs, builds, and runs every test. `--fast` leaves out Pulumi, types, style and end-to-end. */
import { endChildrenOnSignals, runChild, stopped } from "./bootstrap/children.mjs";
import { main, ready, repository } from "./bootstrap/ready.mjs";
import { getPulumiInBackground } from "./pulumi/background.mjs";

const fastFlag = "--fast";
const given = process.argv.slice(2);

await main(async () => {
  endChildrenOnSignals();
  const load = await ready();
  const search = given.includes(fastFlag) ? undefined : getPulumiInBackground();
  try {
    return await load("./test/run-tests").runTests({
      repository,
      runChild,
      pulumi: search?.answer,
      build: async () => {
        await load("./build/build").buildAll(repository, {
          say: (text) => process.stderr.write(`${text}\n`),
        });
      },
      isStopped: () => stopped() !== undefined,
      say: (text) => process.stdout.write(`${text}\n`),
      given: given.filter((argument) => argument !== fastFlag),
    });
  } finally {
    await search?.end();
  }
});
