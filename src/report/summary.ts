/** One row per input of several: what was decided, before any detail. */
import { type CheckResult, isChecked } from "./checked-tenant";
import type { Words } from "./locales/words";

/** Heads of the columns, and a row per input in the order given. */
export const summaryRows = (
  results: readonly CheckResult[],
  words: Words,
): readonly (readonly string[])[] => [
  [words.file, words.tenant, words.verdict, words.forgedMail, words.findings],
  ...results.map((result) => {
    if (!isChecked(result)) return [result.file, "", words.notChecked, "", ""];
    const { verdict, narrowness, findings } = result.decision;
    return [
      result.file,
      result.tenant,
      words.delivery[verdict],
      words.narrowness[narrowness.verdict],
      String(findings.length + narrowness.findings.length),
    ];
  }),
];
