/** Which verdicts the filter may come to, and what the tenant's own settings make of them (exchange-online.md 3.2, 3.5, 6.1). */
import { type FilterVerdict, filterVerdicts, type Message } from "../../message";
import type { OwnFinding } from "./anti-spam";
import type { Truth } from "./truth";

/** The more severe of two verdicts: a message that fits several has the first in the list (3.2). */
const worse = (one: FilterVerdict, other: FilterVerdict): FilterVerdict =>
  filterVerdicts.indexOf(one) <= filterVerdicts.indexOf(other) ? one : other;

/**
 * The verdicts that are possible. One that is not known is anything but the two no tenant can lift, and no spoof where the
 * message passes DMARC.
 */
export const possibleVerdicts = ({ filterVerdict, dmarc }: Message): readonly FilterVerdict[] => {
  if (filterVerdict !== undefined) return [filterVerdict];
  return filterVerdicts.filter(
    (verdict) =>
      verdict !== "malware" &&
      verdict !== "high-confidence-phish" &&
      (verdict !== "spoof" || dmarc !== "pass"),
  );
};

/** A verdict with what had to be supposed for it. `redirected`: a setting under test took the mail. */
export interface Found {
  readonly verdict: FilterVerdict | "redirected";
  readonly supposing: readonly string[];
}

const isOpen = (truth: Truth): boolean => truth === undefined;

/** The verdict with what the policy finds by itself: findings that are sure count, those that are open count both ways. */
export const withOwnFindings = (
  verdict: FilterVerdict,
  findings: readonly OwnFinding[],
): readonly Found[] => {
  const raised = findings.reduce(
    (worst, { condition, result }) =>
      condition.holds === true && result !== "redirected" ? worse(worst, result) : worst,
    verdict,
  );
  const perhaps = findings
    .filter(({ condition }) => isOpen(condition.holds))
    .map(({ condition: { parameter, expected }, result }) => ({
      verdict: result === "redirected" ? result : worse(raised, result),
      supposing: [`${parameter} (${expected}) hits the message`],
    }))
    .filter((found) => found.verdict !== raised);
  return [{ verdict: raised, supposing: [] }, ...perhaps];
};
