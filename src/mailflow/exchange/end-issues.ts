/** What the filter ends for a setting or a level that a rule stamped, as issues. */
import type { AntiSpamResult } from "./anti-spam";
import type { Issue } from "./issue";
import type { Standing } from "./transport-rules/region";
import type { Arrival } from "./transport-rules/walking";
import { because, impliedBy, outcomeText } from "./wording";

type Ends = Extract<AntiSpamResult, { kind: "ends" }>;

const stage = "anti-spam";

const endIssuesFor = (branch: Arrival, result: Ends): readonly Issue[] => {
  const { standing: stands } = branch;
  const [rule] = branch.sclRules;
  const named = rule === undefined ? {} : { rule };
  const shared = { stage, ...impliedBy(stands), outcome: result.outcome, values: stands.values } as const;
  const details = {
    policy: result.policy.name,
    outcome: outcomeText[result.outcome],
    when: because(stands),
  };
  if (result.blockedEntry !== undefined)
    return [
      { ...shared, code: "sender-blocked-by-policy", details: { ...details, entry: result.blockedEntry } },
    ];
  if (stands.kind === "undecided")
    return [
      {
        code: "rule-undecided",
        stage: "transport-rules",
        implies: "undecided",
        ...named,
        details: { rule: rule ?? "", action: `SetSCL ${branch.state.scl}`, because: because(stands) },
      },
    ];
  return [
    {
      ...shared,
      code: "rule-marks-spam",
      ...named,
      details: { ...details, rule: rule ?? "", scl: String(branch.state.scl) },
    },
  ];
};

const keptEndIssues = new WeakMap<Standing, Map<string, readonly Issue[]>>();

/** The same issues for the same messages at the same end: the walks of most recipients end alike. */
export const endIssues = (branch: Arrival, result: Ends): readonly Issue[] => {
  const ofMessages = keptEndIssues.get(branch.standing) ?? new Map<string, readonly Issue[]>();
  keptEndIssues.set(branch.standing, ofMessages);
  const { policy, outcome, blockedEntry = "" } = result;
  const key = [outcome, branch.state.scl, branch.sclRules[0], blockedEntry, policy.name].join("\u0000");
  const issues = ofMessages.get(key) ?? endIssuesFor(branch, result);
  ofMessages.set(key, issues);
  return issues;
};
