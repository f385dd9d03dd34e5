/** Reports that are written piece by piece: whole or not at all, and no faster than they are read. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { PassThrough, Writable } from "node:stream";
import { writePiecesToFile, writePiecesToStream } from "../../src/cli/write-pieces";
import { skipBecause } from "../../tools/test/skip-because";
import { temporaryFiles } from "./run-cli";

const pieces = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `line ${index} é\n`);

describe("a report written piece by piece", () => {
  const files = temporaryFiles();

  it("is whole in its file, which is for its owner alone", async () => {
    const file = files.path("report.json");
    await writePiecesToFile(file, pieces(20_000));
    assert.equal(readFileSync(file, "utf8"), pieces(20_000).join(""));
    if (process.platform !== "win32") assert.equal(statSync(file).mode & 0o777, 0o600);
  });

  it("leaves the old file and nothing else where making it fails half-way", async () => {
    const file = files.path("kept.json");
    writeFileSync(file, "old");
    function* failing(): Generator<string> {
      yield "x".repeat(3_000_000);
      throw new Error("half-way");
    }
    await assert.rejects(writePiecesToFile(file, failing()), /^Error: half-way$/u);
    assert.equal(readFileSync(file, "utf8"), "old");
    assert.deepEqual(
      readdirSync(files.path(".")).filter((name) => name.endsWith(".part")),
      [],
    );
  });

  it("names a place that cannot be written", () =>
    assert.rejects(writePiecesToFile(files.path("none/report.json"), pieces(1)), /found no such directory/u));

  it("goes where a symbolic link points, and the link stays", async () => {
    const [file, link] = [files.path("behind.json"), files.path("link.json")];
    writeFileSync(file, "old");
    symlinkSync(file, link);
    await writePiecesToFile(link, pieces(2));
    assert.equal(readFileSync(file, "utf8"), pieces(2).join(""));
    assert.equal(lstatSync(link).isSymbolicLink(), true);
  });

  it("goes through a pipe, which stays one", async function () {
    const pipe = files.path("pipe");
    if (spawnSync("mkfifo", [pipe]).status !== 0) skipBecause(this, "this system makes no named pipes");
    const read = readFile(pipe, "utf8");
    await writePiecesToFile(pipe, pieces(20_000));
    assert.equal(await read, pieces(20_000).join(""));
    assert.equal(statSync(pipe).isFIFO(), true);
  });

  it("names a path that is none", () =>
    assert.rejects(writePiecesToFile("", pieces(1)), /found no path; expected a file/u));

  it("is made no faster than it is read", async () => {
    let made = 0;
    function* counted(): Generator<string> {
      for (; made < 100; made += 1) yield "x".repeat(70_000);
    }
    const slow = new PassThrough({ highWaterMark: 1 });
    const written = writePiecesToStream(slow, counted());
    await new Promise(setImmediate);
    assert.ok(made <= 2, `${made} pieces were made before the first was read`);
    let read = 0;
    slow.on("data", (data: Buffer) => {
      read += data.length;
    });
    await written;
    slow.end();
    assert.equal(made, 100);
    await new Promise((resolve) => slow.once("end", resolve));
    assert.equal(read, 7_000_000);
  });

  it("ends where its reader went away", async () => {
    const gone = new Writable({
      highWaterMark: 1,
      write: (_chunk, _encoding, done) => done(Object.assign(new Error("gone"), { code: "EPIPE" })),
    });
    gone.on("error", () => undefined);
    await writePiecesToStream(gone, pieces(50_000));
    assert.equal(gone.destroyed, true);
  });
});
