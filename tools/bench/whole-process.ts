/** Measures the built program as a whole process, with its peak memory. */
import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { largeExport } from "./large-tenant";

const program = join(__dirname, "..", "..", "dist", "cli", "index.js");
const peakHook = join(__dirname, "peak.cjs");

export interface Run {
  readonly milliseconds: number;
  /** MiB */
  readonly peak: number;
}

/** Runs the built program once. @throws where it leaves as on a bad input. */
export const runBuilt = (given: readonly string[]): Run => {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ["--require", peakHook, program, ...given], {
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
  const peak = /peak (\d+) MiB/u.exec(stderr)?.[1];
  if (status === null || status === 2 || status > 3 || peak === undefined)
    throw new Error(`${given.join(" ")} left with ${status}: ${stderr}`);
  return { milliseconds: performance.now() - start, peak: Number(peak) };
};

export const middle = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;

const row = (name: string, file: string, runs: number): string => {
  const all = Array.from({ length: runs }, () => runBuilt(["check", file]));
  const time = middle(all.map(({ milliseconds }) => milliseconds));
  const peak = Math.max(...all.map((one) => one.peak));
  const size = Math.round(statSync(file).size / 1_000_000);
  return `| ${name} | ${size} MB | ${time.toFixed(0)} ms | ${peak} MiB |`;
};

/** What `ConvertTo-Json` prints of a mailbox besides what the model reads. */
const filler = JSON.stringify(
  Object.fromEntries(
    Array.from({ length: 120 }, (_none, index) => [
      `Property${index}`,
      [null, `value of property ${index} with text`, []][index % 3],
    ]),
  ),
  undefined,
  2,
).slice(1, -1);

/** An export of mailboxes with all their properties, written piece by piece: it fits in no text. */
const writeHuge = (file: string, bytes: number): void => {
  const { "Get-Mailbox": mailboxes = [], ...rest } = largeExport(30, 100_000, true);
  const out = openSync(file, "w");
  writeSync(out, `${JSON.stringify(rest).slice(0, -1)},"Get-Mailbox":[`);
  let written = 0;
  for (const [place, mailbox] of mailboxes.entries()) {
    if (written > bytes) break;
    written += writeSync(
      out,
      `${place === 0 ? "" : ",\n"}${JSON.stringify(mailbox, undefined, 2).slice(0, -1)},${filler}}`,
    );
  }
  writeSync(out, "]}");
  closeSync(out);
};

export const benchWholeProcess = (say: (text: string) => void): void => {
  const folder = mkdtempSync(join(tmpdir(), "aircall-mailflow-bench-"));
  try {
    say("### check of large exports, whole process\n");
    say("| what | file | median | peak memory |");
    say("| --- | --- | --- | --- |");
    const file = join(folder, "large.json");
    for (const [name, allowed] of [
      ["300 rules, 100,000 users, with the allow rule", true],
      ["the same without an allow rule", false],
    ] as const) {
      writeFileSync(file, JSON.stringify(largeExport(300, 100_000, allowed)));
      say(row(name, file, 5));
    }
    writeHuge(file, 430_000_000);
    say(row("30 rules, every property of each mailbox, streamed", file, 3));
    say("");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
