/** `ready --mask`: nobody can be told from what is printed or written. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { exampleUsers } from "./example-tenant";
import { blockedExchange, day, everyAddress } from "./ready-company";
import { runCli, temporaryFiles } from "./run-cli";

describe("ready --mask", function () {
  this.timeout(120_000);
  const files = temporaryFiles();

  it("says no name and no address with --mask, neither in a report nor beside it", async () => {
    const listed = readFileSync(exampleUsers, "utf8");
    const names = listed
      .split("\n")
      .slice(1)
      .flatMap((row) => row.split(",").slice(0, 2))
      .filter((name) => name.length > 3);
    const file = files.write("masked.csv", `${listed}Odd,Person,no address,agent,Active\n`);
    const plan = files.path("masked-plan");
    for (const format of ["text", "json", "csv", "html", "markdown"]) {
      const given = ["--users", file, "--exchange", blockedExchange, "--plan", plan, "--format", format];
      const { exitCode, stdout, stderr } = await runCli(["ready", "--as-of", day, "--mask", ...given]);
      assert.equal(exitCode, 1, stderr);
      const written = readdirSync(plan).map((name) => readFileSync(`${plan}/${name}`, "utf8"));
      for (const said of [stdout, stderr, ...written]) {
        const words = new Set(said.match(/\p{L}+/gu));
        for (const name of names) assert.equal(words.has(name), false, `${format} says ${name}`);
        for (const address of everyAddress())
          assert.equal(said.includes(address), false, `${format} says ${address}`);
      }
    }
  });
});
