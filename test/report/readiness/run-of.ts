/** A run of given people, as the command makes it. */
import type { JudgedPerson } from "../../../src/readiness/check";
import { planOf } from "../../../src/readiness/plan";
import { summaryOf } from "../../../src/readiness/summary";
import type { LocaleName } from "../../../src/report/locales/locale";
import { maskingOf, unmasked } from "../../../src/report/readiness/mask";
import type { ReadinessRun } from "../../../src/report/readiness/run";
import { loadReadinessLocale, type ReadinessStyle } from "../../../src/report/readiness/style";

export const asOf = new Date("2026-11-23T08:00:00Z");

export const runOf = (judged: readonly JudgedPerson[], more: Partial<ReadinessRun> = {}): ReadinessRun => ({
  judged,
  asOf,
  summary: summaryOf(judged),
  plan: planOf(judged),
  notices: [],
  ...more,
});

export const styleOf = async (
  name: LocaleName,
  masked?: readonly JudgedPerson[],
): Promise<ReadinessStyle> => ({
  ...(await loadReadinessLocale(name)),
  masking: masked === undefined ? unmasked : maskingOf(masked.map(({ person }) => person)),
});
