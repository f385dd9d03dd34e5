/** Measures `ready` as a whole process, with its peak memory; all sizes in turn, so that their ratios hold on a noisy machine. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { largeExport } from "./large-tenant";
import { middle, type Run, runBuilt } from "./whole-process";

const address = (index: number): string => `user${index}@contoso.example`;

const csv = (header: string, count: number, rowsOf: (index: number) => readonly string[]): string =>
  `${[header, ...Array.from({ length: count }, (_none, index) => rowsOf(index)).flat()].join("\n")}\n`;

/** One in twenty has not accepted the invitation. */
const usersOf = (count: number): string =>
  csv("First name,Last name,Email,Role,Status,Login,Invited", count, (index) => {
    const [status, invited] =
      index % 20 === 0
        ? ["Pending validation", `2026-11-${String(1 + (index % 28)).padStart(2, "0")}`]
        : ["Active", ""];
    const login = index % 3 === 0 ? "SSO" : "Password";
    return [`First${index % 997},Last${index},${address(index)},Agent,${status},${login},${invited}`];
  });

/** Three devices for two users. */
const devicesOf = (count: number): string =>
  csv("Email,Platform,App,App version,Device", count, (index) => [
    `${address(index)},iOS,Aircall,8.${index % 12}.${index % 10},Phone ${index}`,
    ...(index % 2 === 0
      ? []
      : [`${address(index)},Android,Aircall,7.${4 + (index % 6)}.0 (${index % 500}),Tablet ${index}`]),
  ]);

const sizes = [1_000, 10_000, 100_000] as const;
const runs = 5;

export const benchReadiness = (say: (text: string) => void): void => {
  const folder = mkdtempSync(join(tmpdir(), "aircall-mailflow-bench-"));
  const written = (name: string, content: string): string => {
    const file = join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  const asked = (count: number, exchange?: string): readonly string[] => [
    ...["ready", "--as-of", "2026-12-01", "--format", "json", "--out", join(folder, "out.json")],
    ...["--users", written(`users-${count}.csv`, usersOf(count))],
    ...["--devices", written(`devices-${count}.csv`, devicesOf(count))],
    ...(exchange === undefined ? [] : ["--exchange", exchange]),
  ];
  try {
    const [, , most] = sizes;
    const exchange = written("exchange.json", JSON.stringify(largeExport(100, most, true)));
    const all: readonly (readonly [string, readonly string[]])[] = [
      ...sizes.map((count) => [`${count} users`, asked(count)] as const),
      [`${most} users, with their mail system`, asked(most, exchange)],
    ];
    const measured = new Map<string, Run[]>(all.map(([name]) => [name, []]));
    for (let run = 0; run < runs; run += 1)
      for (const [name, given] of all) measured.get(name)?.push(runBuilt(given));
    say("### ready, whole process: users with three devices for two of them, JSON into a file\n");
    say("| what | median | ratio | peak memory |");
    say("| --- | --- | --- | --- |");
    let base: number | undefined;
    for (const [name, found] of measured) {
      const time = middle(found.map(({ milliseconds }) => milliseconds));
      base ??= time;
      const peak = Math.max(...found.map((one) => one.peak));
      say(`| ${name} | ${time.toFixed(0)} ms | ${(time / base).toFixed(1)} | ${peak} MiB |`);
    }
    say("");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
