/** Whether forged mail that claims to be from Aircall gets past the filter (exchange-online.md 5). */
import type { MessageClass } from "../message-class";
import type { Scope } from "../outcome";
import { decideSpoofPairs } from "./anti-phishing";
import { type Arriving, antiSpam, contentFilterPolicyFor, listing } from "./anti-spam";
import { addressNotBlocked, decideConnectionFilterNarrowness } from "./connection-filter";
import { connectorsInTheWay, decideConnectorNarrowness } from "./connectors";
import { budgetExhausted, type Issue, notRead } from "./issue";
import { possibleSafeEntry } from "./mailbox/junk-email";
import { unknownPolicyIssue } from "./policy-of";
import type { ExchangeTenant, Recipient, TransportRule } from "./tenant";
import { allowEntryFor, blockEntriesFor, possibleAllowEntriesFor } from "./tenant-allow-block-list";
import type { Branch } from "./transport-rules/branch";
import { outsideModel } from "./transport-rules/effect";
import { matchOf } from "./transport-rules/match";
import { isEmpty, type Standing } from "./transport-rules/region";
import type { Walks } from "./transport-rules/shared-walks";
import { initialState } from "./transport-rules/state";

const bypassIssue = (branch: Branch, stands: Standing): Issue => {
  const rule = branch.sclRules[0] ?? "";
  const details = { rule, scl: String(branch.state.scl) };
  if (stands.kind === "undecided")
    return {
      code: "bypass-not-sure",
      stage: "transport-rules",
      implies: "undecided",
      rule,
      details: { ...details, because: stands.because.join("; ") },
    };
  return {
    code: "bypass-without-authentication",
    stage: "transport-rules",
    implies: "too-wide",
    rule,
    details,
    values: stands.values,
  };
};

/** Forged mail that meets the policy; an allowed address is a finding of its own. */
const arriving = (tenant: ExchangeTenant, sender: string, scl: number | undefined, asOf: Date): Arriving => ({
  sender,
  scl,
  allowedByTenantList: allowEntryFor(tenant, sender, asOf) !== undefined,
  allowedByAddress: false,
});

/** SCL -1 lets forged mail through unless the policy also blocks the sender: which wins is not published. */
const bypassIssues = (
  tenant: ExchangeTenant,
  sender: string,
  recipient: Recipient | undefined,
  branch: Branch,
  stands: Standing,
  asOf: Date,
): readonly Issue[] => {
  const after = antiSpam(tenant, recipient, arriving(tenant, sender, branch.state.scl, asOf));
  if (after.kind !== "unknown") return [bypassIssue(branch, stands)];
  return [bypassIssue(branch, { kind: "undecided", because: [after.because], values: stands.values })];
};

/** @param stands how surely forged mail reaches the lists at all. */
const listIssues = (
  tenant: ExchangeTenant,
  sender: string,
  recipient: Recipient | undefined,
  stands: Standing,
  asOf: Date,
): readonly Issue[] => {
  const stage = "anti-spam";
  const bound = contentFilterPolicyFor(tenant, recipient);
  if (bound.kind !== "bound") {
    const policies = tenant.hostedContentFilterPolicies ?? [];
    // Which policy binds does not matter where none of them allows the sender.
    const mayAllow = policies.some(
      ({ allowedSenders, allowedSenderDomains }) =>
        listing(sender, allowedSenders, allowedSenderDomains).kind !== "absent",
    );
    return bound.kind !== "unknown-recipient" || mayAllow
      ? [unknownPolicyIssue(stage, bound, "The anti-spam policy")]
      : [];
  }
  const { policy } = bound;
  const allowed = listing(sender, policy.allowedSenders, policy.allowedSenderDomains);
  if (allowed.kind === "absent") return [];
  const bypassed =
    allowed.kind === "listed" &&
    antiSpam(tenant, recipient, arriving(tenant, sender, undefined, asOf)).kind === "bypassed";
  const implies = bypassed && stands.kind !== "undecided" ? "too-wide" : "undecided";
  const details = { policy: policy.name, entry: allowed.entry };
  return [{ code: "allowed-by-policy-list", stage, implies, details, values: stands.values }];
};

const tenantListIssues = (tenant: ExchangeTenant, sender: string, asOf: Date): readonly Issue[] => {
  const stage = "tenant-allow-block-list";
  if (tenant.tenantAllowBlockListItems === undefined)
    return [notRead(stage, "Get-TenantAllowBlockListItems")];
  return possibleAllowEntriesFor(tenant, sender, asOf).map(
    ({ value }): Issue => ({
      code: "allowed-by-tenant-list",
      stage,
      implies: "undecided",
      details: { entry: value },
    }),
  );
};

/** In scope `mailbox` a user's safe list is a way past the filter too, which looks at the From address alone (3.4). */
const safeSenderIssues = (
  sender: string,
  recipient: Recipient | undefined,
  scope: Scope,
): readonly Issue[] => {
  const entry = scope === "mailbox" ? possibleSafeEntry(recipient, sender) : undefined;
  if (entry === undefined) return [];
  return [{ code: "allowed-by-safe-sender", stage: "mailbox", implies: "undecided", details: { entry } }];
};

/** An edited header may let a rule below match where it would not have at first; an edited subject only adds text. */
const editsHeader = ({ parameters }: TransportRule): boolean =>
  parameters.SetHeaderName !== undefined || parameters.RemoveHeader !== undefined;

/** Whether a rule that bypasses the filter can match forged mail, seen alone. */
const canMatch = (
  tenant: ExchangeTenant,
  rule: TransportRule,
  messages: MessageClass,
  recipient: Recipient | undefined,
): boolean => {
  const { SCLOver, HasClassification, ExceptIfHasNoClassification } = rule.parameters;
  // What earlier rules stamp can arm these.
  if (SCLOver !== undefined || HasClassification !== undefined || ExceptIfHasNoClassification !== undefined)
    return true;
  const match = matchOf(rule, { tenant, messages, recipient, state: initialState });
  return match !== "never" && !isEmpty(messages, [{ rule: rule.name, match, matched: true }]);
};

/** Whether anything could take forged mail past the filter; most tenants hold nothing that can, and need no walk. */
const mayBypass = (
  tenant: ExchangeTenant,
  rules: readonly TransportRule[],
  forged: MessageClass,
  recipient: Recipient | undefined,
  asOf: Date,
): boolean => {
  const bound = contentFilterPolicyFor(tenant, recipient);
  const bypassing = rules.filter(
    (rule) => (rule.parameters.SetSCL ?? 0) < 0 || outsideModel(rule).length > 0,
  );
  return (
    (bypassing.length > 0 && rules.some(editsHeader)) ||
    bypassing.some((rule) => canMatch(tenant, rule, forged, recipient)) ||
    bound.kind !== "bound" ||
    listing(forged.sender, bound.policy.allowedSenders, bound.policy.allowedSenderDomains).kind !==
      "absent" ||
    tenant.tenantAllowBlockListItems === undefined ||
    possibleAllowEntriesFor(tenant, forged.sender, asOf).length > 0
  );
};

/** Allows of the rules and lists. */
const decideAllows = (
  tenant: ExchangeTenant,
  rules: readonly TransportRule[] | undefined,
  forged: MessageClass,
  recipient: Recipient | undefined,
  walks: Walks,
  asOf: Date,
): readonly Issue[] => {
  if (rules === undefined) return [notRead("transport-rules", "Get-TransportRule")];
  if (!mayBypass(tenant, rules, forged, recipient, asOf)) return [];
  const walk = walks(forged, recipient);
  const issues = walk.exhausted.map(budgetExhausted);
  const reachLists: Standing[] = [];
  for (const branch of walk.branches) {
    const { scl } = branch.state;
    if (scl !== undefined && scl < 0)
      issues.push(...bypassIssues(tenant, forged.sender, recipient, branch, branch.standing, asOf));
    else if (scl === undefined || scl < 5) reachLists.push(branch.standing);
  }
  const reaching = reachLists.find(({ kind }) => kind !== "undecided") ?? reachLists[0];
  if (reaching === undefined) return issues;
  return [
    ...issues,
    ...listIssues(tenant, forged.sender, recipient, reaching, asOf),
    ...tenantListIssues(tenant, forged.sender, asOf),
  ];
};

/** What may stop forged mail in spite of an allow, in words; `undefined` where nothing does. */
const hindrance = (
  tenant: ExchangeTenant,
  sender: string,
  recipient: Recipient | undefined,
): string | undefined => {
  const [connector] = connectorsInTheWay(tenant, sender);
  if (connector !== undefined)
    return `whether forged mail meets the demands of the inbound connector "${connector}" is not known`;
  const isPairBlocked =
    tenant.tenantAllowBlockListSpoofItems !== undefined &&
    decideSpoofPairs(tenant, sender, recipient).kind !== "none";
  return isPairBlocked ? "whether an allow undoes a blocked spoof pair is not published" : undefined;
};

/** A bypass that something may stop is not sure. */
const doubted = (issue: Issue, because: string): Issue => {
  if (issue.implies !== "too-wide") return issue;
  const code = issue.code === "bypass-without-authentication" ? "bypass-not-sure" : issue.code;
  return { ...issue, code, implies: "undecided", details: { ...issue.details, because } };
};

/** @param rules those in force, in priority order; `undefined` where not read. */
export const decideNarrowness = (
  tenant: ExchangeTenant,
  rules: readonly TransportRule[] | undefined,
  forged: MessageClass,
  recipient: Recipient | undefined,
  walks: Walks,
  asOf: Date,
  scope: Scope,
): readonly Issue[] => {
  // What the tenant's list blocks is quarantined whatever allows it (exchange-online.md 3.4).
  if (blockEntriesFor(tenant, forged.sender, asOf).length > 0) return [];
  const because = hindrance(tenant, forged.sender, recipient);
  const address = addressNotBlocked(tenant);
  const fromThere = (issue: Issue): Issue =>
    address === undefined || issue.values === undefined
      ? issue
      : { ...issue, values: new Map([...issue.values, ["sourceIp", address]]) };
  return [
    ...decideAllows(tenant, rules, forged, recipient, walks, asOf)
      .map(fromThere)
      .map((issue) => (because === undefined ? issue : doubted(issue, because))),
    ...safeSenderIssues(forged.sender, recipient, scope),
    ...decideConnectionFilterNarrowness(tenant),
    ...decideConnectorNarrowness(tenant, forged.sender),
  ];
};
