/** Times whole processes and functions several times, and prints minimum, median and maximum with ratios. */
import { spawnSync } from "node:child_process";

export interface Figures {
  readonly name: string;
  /** Milliseconds, sorted. */
  readonly times: readonly number[];
}

export const median = ({ times }: Figures): number => times[Math.floor(times.length / 2)] ?? Number.NaN;

const timed = (body: () => void): number => {
  const start = performance.now();
  body();
  return performance.now() - start;
};

/** Runs the bodies in turn, so that a change of the machine's speed meets all of them. */
export const measure = (bodies: Readonly<Record<string, () => void>>, runs: number): readonly Figures[] => {
  const names = Object.keys(bodies);
  for (const name of names) bodies[name]?.();
  const times = new Map<string, number[]>(names.map((name) => [name, []]));
  for (let run = 0; run < runs; run += 1)
    for (const name of names) times.get(name)?.push(timed(() => bodies[name]?.()));
  return names.map((name) => ({ name, times: (times.get(name) ?? []).sort((left, right) => left - right) }));
};

/** A command as a whole process. @throws where it leaves with another code than expected. */
export const wholeProcess = (command: readonly string[], expected: number) => (): void => {
  const [program = "", ...given] = command;
  const { status, stderr } = spawnSync(program, given, { stdio: ["ignore", "ignore", "pipe"] });
  if (status !== expected)
    throw new Error(`${command.join(" ")} left with ${status}, not ${expected}: ${stderr.toString()}`);
};

/** Rows of a Markdown table; ratios are to the first row. */
export const table = (title: string, figures: readonly Figures[]): string => {
  const [first] = figures;
  const base = first === undefined ? Number.NaN : median(first);
  const rows = figures.map((one) => {
    const shown = [one.times[0], median(one), one.times.at(-1)].map(
      (time) => `${(time ?? Number.NaN).toFixed(0)} ms`,
    );
    return `| ${[one.name, ...shown, (median(one) / base).toFixed(2)].join(" | ")} |`;
  });
  return [
    `### ${title}`,
    "",
    "| what | min | median | max | ratio |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
};
