/** `ready diff`: two saved runs of `ready`: who became ready, who fell back. */
import type { Command } from "commander";
import type { RunComparison } from "../../readiness/compare";
import { type LocaleName, localeNames } from "../../report/locales/locale";
import { assertDeliverable, formats, paintFor } from "../deliver";
import { choice } from "../options";
import { deliverPieces } from "../write-pieces";

interface ReadyDiffOptions {
  readonly format: string;
  readonly out?: string;
  readonly mask?: boolean;
  readonly locale: string;
}

/** 0: nobody fell back. 1: somebody who was ready, or not known to be, is not. 3: somebody ready is not known to be. */
const exitCodeOf = ({ fellBack }: RunComparison): 0 | 1 | 3 => {
  if (fellBack.some(({ after }) => after.ready === "no")) return 1;
  return fellBack.length > 0 ? 3 : 0;
};

/**
 * @param before the earlier run, as `ready --format json` wrote it.
 * @returns the exit code.
 */
export const readyDiff = async (before: string, after: string, given: ReadyDiffOptions): Promise<number> => {
  const format = choice("--format", formats, given.format);
  const localeName: LocaleName = choice("--locale", localeNames, given.locale);
  await assertDeliverable(given.out);
  const { readSavedRun } = await import("../../readiness/saved-run");
  const { compareRuns } = await import("../../readiness/compare");
  const runs = [await readSavedRun(before), await readSavedRun(after)] as const;
  const compared = compareRuns(...runs);
  const { comparisonReport, loadComparisonWords } = await import("../../report/readiness/comparison/report");
  const { comparisonMasking } = await import("../../report/readiness/comparison/entries");
  const { loadReadinessLocale } = await import("../../report/readiness/style");
  const { unmasked } = await import("../../report/readiness/mask");
  const style = {
    ...(await loadReadinessLocale(localeName)),
    comparison: await loadComparisonWords(localeName),
    masking: given.mask === true ? comparisonMasking(...runs) : unmasked,
    paint: paintFor(given.out),
  };
  await deliverPieces(comparisonReport(format, compared, style), given.out);
  return exitCodeOf(compared);
};

const exitCodes = `
Exit codes: 0 nobody fell back · 1 somebody is no longer ready · 2 bad input or usage · 3 somebody is no longer known to be ready`;

export const declare = (command: Command, exit: (code: number) => void): void => {
  command
    .description("what changed between two runs saved with --format json")
    .argument("<before>", "the earlier run")
    .argument("<after>", "the later run")
    .option("--format <format>", `the report's form: ${formats.join(", ")}`, "text")
    .option("--out <file>", "write the report there instead of printing it")
    .option("--mask", "hide names and addresses")
    .option("--locale <locale>", `the report's language: ${localeNames.join(" or ")}`, "en")
    .addHelpText("after", exitCodes)
    .action(async (before: string, after: string, options: ReadyDiffOptions) =>
      exit(await readyDiff(before, after, options)),
    );
};
