/** Which findings speak of the same trouble, and whether a change brought a new one. */
import type { Finding, FindingCode } from "../finding";

/** Findings of one family about one rule are one trouble: a block that is only in doubt after a change is still there. */
const families: Readonly<Partial<Record<FindingCode, string>>> = {
  "rule-blocks": "rule",
  "rule-marks-spam": "rule",
  "rule-undecided": "rule",
  "budget-exhausted": "rule",
  "bypass-without-authentication": "bypass",
  "bypass-not-sure": "bypass",
  "inbox-rule-moves": "inbox-rule",
  "inbox-rule-undecided": "inbox-rule",
};

const named = ["policy", "entry", "part", "connector", "protection", "setting", "where", "host"] as const;

/** What the finding is about, for one sender or all: equal texts are one trouble. */
const troubleOf = ({ code, rule, stage, details }: Finding): string => {
  const family = families[code];
  if (family !== undefined && rule !== undefined) return JSON.stringify([family, rule]);
  return JSON.stringify([code, stage, rule, ...named.map((name) => details[name])]);
};

const rank: Readonly<Record<Finding["implies"], number>> = {
  blocked: 3,
  "too-wide": 3,
  undecided: 2,
  "not-guaranteed": 1,
  proven: 0,
  narrow: 0,
  "no-bypass": 0,
};

interface Extent {
  readonly rank: number;
  readonly recipients: number;
}

const extentFor = (findings: readonly Finding[], trouble: string, sender: string): Extent => {
  const same = findings.filter((one) => one.senders.includes(sender) && troubleOf(one) === trouble);
  return {
    rank: Math.max(-1, ...same.map(({ implies }) => rank[implies])),
    recipients: same.reduce((sum, { recipients }) => sum + recipients.count, 0),
  };
};

/** Whether the trouble is still there for any of the finding's senders. */
export const persists = (finding: Finding, after: readonly Finding[]): boolean => {
  const trouble = troubleOf(finding);
  return after.some(
    (one) => troubleOf(one) === trouble && one.senders.some((sender) => finding.senders.includes(sender)),
  );
};

/** Findings of `after` that `before` does not excuse: of another trouble, a worse verdict, or more recipients. */
export const newFindings = (before: readonly Finding[], after: readonly Finding[]): readonly Finding[] =>
  after.filter((finding) =>
    finding.senders.some((sender) => {
      const trouble = troubleOf(finding);
      const [was, is] = [extentFor(before, trouble, sender), extentFor(after, trouble, sender)];
      return is.rank > was.rank || is.recipients > was.recipients;
    }),
  );

/** Whether the finding alone fails a check. */
export const isBad = ({ implies }: Finding): boolean => implies === "blocked" || implies === "too-wide";
