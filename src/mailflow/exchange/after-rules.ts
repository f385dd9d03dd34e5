/** What becomes of messages that left the rules: spoof pairs, the anti-spam policy, and the user's own safe senders. */
import type { DeclaredFacts } from "../facts";
import type { MessageClass } from "../message-class";
import type { Scope } from "../outcome";
import { decideSpoofPairs } from "./anti-phishing";
import { type Allow, type AntiSpamResult, antiSpam, spamOutcomes } from "./anti-spam";
import { isAllowedByAddress } from "./connection-filter";
import { decideContentSettings, decideWithAllow } from "./content-settings";
import { endIssues } from "./end-issues";
import type { Issue } from "./issue";
import { safeSenderEntry } from "./mailbox/junk-email";
import { unknownPolicyIssue } from "./policy-of";
import { userRulingOf } from "./precedence";
import type { Route } from "./routes";
import type { ExchangeTenant, HostedContentFilterPolicy, Recipient } from "./tenant";
import { allowEntryFor } from "./tenant-allow-block-list";
import { type Constraint, standing } from "./transport-rules/region";
import type { Arrival } from "./transport-rules/walking";
import { because, impliedBy, outcomeText } from "./wording";

/** What a decision about one class, one recipient and one way in is asked against. */
export interface StageQuestion {
  readonly tenant: ExchangeTenant;
  readonly messages: MessageClass;
  /** `undefined` where the recipients were not read. */
  readonly recipient: Recipient | undefined;
  readonly route: Route;
  readonly facts: DeclaredFacts;
  readonly scope: Scope;
  readonly asOf: Date;
}

const stage = "anti-spam";

/** Whether this rule's part in a region is only known between bounds. */
const isDoubtful =
  (messages: MessageClass) =>
  (constraint: Constraint): boolean =>
    standing(messages, [constraint])?.kind === "undecided";

/** A safe sender given as a domain does not help where a verdict's action is Quarantine (exchange-online.md 3.4). */
const quarantines = (policy: HostedContentFilterPolicy): boolean =>
  [policy.spamAction, policy.highConfidenceSpamAction, policy.phishSpamAction, policy.bulkSpamAction].some(
    (action) => spamOutcomes[action] === "quarantined",
  );

const isDomain = (entry: string): boolean => !/.@/u.test(entry.trim());

/** Whether a safe domain of the user undoes what a setting makes of the mail. */
const isRescued = ({ recipient, messages, scope }: StageQuestion, { outcome }: Issue): boolean =>
  scope === "mailbox" &&
  outcome !== undefined &&
  outcome !== "quarantined" &&
  safeSenderEntry(recipient, messages.sender) !== undefined;

/** The user's safe senders undo what the policy or a rule makes of the mail, but no entry of the tenant's list (3.4). */
const withSafeSender = (
  { recipient, messages, scope }: StageQuestion,
  result: AntiSpamResult,
): AntiSpamResult => {
  if (scope !== "mailbox" || (result.kind !== "classifier" && result.kind !== "ends")) return result;
  const entry = safeSenderEntry(recipient, messages.sender);
  if (entry === undefined || userRulingOf("safe-sender", "spam") !== "inbox") return result;
  if (isDomain(entry) && quarantines(result.policy))
    return result.kind === "ends" && result.outcome !== "quarantined"
      ? { kind: "classifier", policy: result.policy }
      : result;
  return { kind: "bypassed", by: "safe-sender", policy: result.policy };
};

const lessSure = (issue: Issue): Issue =>
  issue.certainty === "certain" ? { ...issue, certainty: "likely" } : issue;

const classifierIssues = (
  question: StageQuestion,
  branch: Arrival,
  policy: HostedContentFilterPolicy,
): readonly Issue[] => {
  const { messages, route, facts } = question;
  const { standing: stands, region } = branch;
  const settings = [
    ...decideContentSettings({ policy, messages, region, route, facts }).filter(
      (issue) => !isRescued(question, issue),
    ),
    ...decideWithAllow(policy),
  ];
  if (stands.kind !== "undecided")
    return [{ code: "classifier-decides", stage, implies: "not-guaranteed", details: {} }, ...settings];
  // Where an allow only possibly misses this branch, the doubt about the allow is the finding.
  const rule = region.find(isDoubtful(messages))?.rule;
  return [
    {
      code: "allow-not-sure",
      stage: "transport-rules",
      implies: "undecided",
      ...(rule === undefined ? {} : { rule }),
      details: { because: because(stands) },
    },
    ...settings,
  ];
};

const spoofIssues = (
  { tenant, messages, recipient }: StageQuestion,
  { standing: stands }: Arrival,
  isAllowed: boolean,
): readonly Issue[] => {
  const pair = decideSpoofPairs(tenant, messages.sender, recipient);
  if (pair.kind === "none") return [];
  if (pair.kind === "unknown") return [pair.issue];
  const { entry, outcome, policy } = pair;
  // Whether an allow undoes a blocked pair is not published.
  if (isAllowed)
    return [
      {
        code: "spoof-entry-may-block",
        stage: "tenant-allow-block-list",
        implies: "undecided",
        details: { entry },
      },
    ];
  return [
    {
      code: "spoof-entry-blocks",
      stage: "anti-phishing",
      ...impliedBy(stands),
      outcome,
      details: { entry, policy, outcome: outcomeText[outcome] },
      values: stands.values,
    },
  ];
};

/** What the filter does with mail of each spam confidence level; asked once for all branches. */
const filterFor = (question: StageQuestion): ((scl: number | undefined) => AntiSpamResult) => {
  const { tenant, messages, recipient, route, facts, asOf } = question;
  const { sender } = messages;
  const allowedByTenantList = allowEntryFor(tenant, sender, asOf) !== undefined;
  const allowedByAddress = isAllowedByAddress(tenant, route, facts);
  const known = new Map<number | undefined, AntiSpamResult>();
  return (scl) => {
    const arriving = { sender, scl, allowedByTenantList, allowedByAddress };
    const result = known.get(scl) ?? withSafeSender(question, antiSpam(tenant, recipient, arriving));
    known.set(scl, result);
    return result;
  };
};

/** The issues of one branch, and the allow that took its messages past the classifier. */
interface AfterRules {
  readonly issues: readonly Issue[];
  readonly allow?: Allow;
}

/** Decides about the branches of one question. */
export const afterRules = (question: StageQuestion): ((branch: Arrival) => AfterRules) => {
  const filter = filterFor(question);
  return (branch) => decideAfterRules(question, branch, filter(branch.state.scl));
};

const decideAfterRules = (question: StageQuestion, branch: Arrival, result: AntiSpamResult): AfterRules => {
  const { recipient, scope, messages } = question;
  const { sender } = messages;
  const spoofs = spoofIssues(question, branch, result.kind === "bypassed");
  switch (result.kind) {
    case "no-policy":
      return { issues: [unknownPolicyIssue(stage, result.unknown, "The anti-spam policy"), ...spoofs] };
    case "bypassed":
      return { issues: [...decideWithAllow(result.policy), ...spoofs], allow: result.by };
    case "unknown": {
      const details = { part: "The anti-spam policy", because: result.because };
      return {
        issues: [{ code: "setting-not-modelled", stage, implies: "undecided", details }, ...spoofs],
      };
    }
    case "ends": {
      const issues = endIssues(branch, result);
      // A safe domain saves mail of a verdict whose own action is milder than Quarantine, so not every message is lost.
      const isSure = scope !== "mailbox" || safeSenderEntry(recipient, sender) === undefined;
      return { issues: [...(isSure ? issues : issues.map(lessSure)), ...spoofs] };
    }
    case "classifier":
      return { issues: [...classifierIssues(question, branch, result.policy), ...spoofs] };
  }
};
