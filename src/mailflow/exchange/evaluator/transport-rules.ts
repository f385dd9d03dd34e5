/** The walk over the transport rules, in order of priority (exchange-online.md 2.7 to 2.9). */
import { isRecipient } from "../directory";
import type { TransportRule } from "../tenant";
import type { Ending, TraceCondition } from "../trace";
import { explainRule } from "../transport-rules/explain";
import { ruleHolds } from "../transport-rules/holds";
import { isInForce } from "../transport-rules/match";
import type { RuleState } from "../transport-rules/state";
import { elsewhere, type Parameter } from "../transport-rules/table";
import { or, type Truth } from "./truth";
import { allWays, ends, type Mail, merged, type Place, supposing, type Ways, wayLimit } from "./ways";

const stage = "transport-rules";

/** A redirect that names the recipient among others leaves the mail with the recipient. */
const keepsRecipient = (targets: readonly string[], { recipient, tenant, message }: Place): Truth =>
  recipient === undefined
    ? targets.some((target) => target.toLowerCase() === message.recipient.toLowerCase())
    : or(targets.map((target) => isRecipient(target, recipient, tenant)));

const isSet = (rule: TransportRule, role: Parameter["role"]): readonly string[] =>
  elsewhere
    .filter((row) => row.role === role && rule.parameters[row.name] !== undefined)
    .map(({ name }) => name);

/** What about a rule is outside the model. Data loss prevention lives on premises only: unknown where it is found (2.2). */
const unmodelled = (rule: TransportRule): readonly string[] => [
  ...rule.unmodelled,
  ...isSet(rule, "setting").map((name) => `${name}: on premises only`),
];

/** What a matching rule's destroying actions do; the first in this list wins, as it leaves nothing for the others (2.7). */
const destroys = (rule: TransportRule, place: Place): readonly (Ending["outcome"] | "kept")[] => {
  const { parameters } = rule;
  if (parameters.DeleteMessage) return ["deleted"];
  if (
    parameters.RejectMessageReasonText !== undefined ||
    parameters.RejectMessageEnhancedStatusCode !== undefined
  )
    return ["rejected"];
  if (parameters.Quarantine) return ["quarantined"];
  const kept =
    parameters.RedirectMessageTo === undefined || keepsRecipient(parameters.RedirectMessageTo, place);
  if (kept === false) return ["redirected"];
  const redirected = kept === undefined ? (["redirected"] as const) : [];
  if (parameters.ModerateMessageByUser !== undefined) return [...redirected, "held"];
  if (parameters.RouteMessageOutboundConnector !== undefined) return [...redirected, "left-tenant"];
  if (isSet(rule, "action").length > 0) return [...redirected, "undecided"];
  return [...redirected, "kept"];
};

/** What the rules below see (2.7). Of several SetSCL the later wins (2.8). */
const edited = ({ parameters: p }: TransportRule, state: RuleState): RuleState => {
  const headers: Record<string, string | null> = { ...state.headers };
  if (p.RemoveHeader !== undefined) headers[p.RemoveHeader.toLowerCase()] = null;
  if (p.SetHeaderName !== undefined) headers[p.SetHeaderName.toLowerCase()] = p.SetHeaderValue ?? "";
  return {
    scl: p.SetSCL ?? state.scl,
    subjectPrefix: (p.PrependSubject ?? "") + state.subjectPrefix,
    headers,
    classified: state.classified || p.ApplyClassification !== undefined,
    bodyAdditions: [
      ...state.bodyAdditions,
      ...(p.ApplyHtmlDisclaimerText === undefined ? [] : [p.ApplyHtmlDisclaimerText]),
    ],
  };
};

/** How a mail leaves one rule: to the rule below, past all rules, or not at all. */
interface AfterRule {
  readonly below: readonly Mail[];
  readonly stopped: readonly Mail[];
  readonly ends: readonly Ending[];
}

const nowhere: AfterRule = { below: [], stopped: [], ends: [] };

/** The stamp a rule left is one setting of the organisation (2.8): 5 to 9 ask for spam, -1 for none, the rest for nothing. */
const stamped = (mail: Mail, rule: TransportRule): Mail => {
  const scl = rule.parameters.SetSCL;
  const others = mail.settings.filter(({ setting }) => setting !== "rule-bypass" && setting !== "rule-spam");
  if (scl === undefined) return mail;
  const by = `rule "${rule.name}" stamps SCL ${scl}`;
  if (scl === -1) return { ...mail, settings: [...others, { setting: "rule-bypass", by }] };
  return { ...mail, settings: scl >= 5 ? [...others, { setting: "rule-spam", by }] : others };
};

const matched = (rule: TransportRule, mail: Mail, place: Place): AfterRule => {
  const stops = rule.parameters.StopRuleProcessing === true;
  if ((rule.parameters.Mode ?? "Enforce") !== "Enforce")
    // Whether a rule that only reports still stops is not published (7.4).
    return {
      ...nowhere,
      below: [mail],
      stopped: stops ? [supposing(mail, `rule "${rule.name}" stops although it only reports`)] : [],
    };
  if (unmodelled(rule).length > 0)
    return {
      ...nowhere,
      ends: [
        ends(mail, { outcome: "undecided", stage, because: unmodelled(rule).join("; "), rule: rule.name }),
      ],
    };
  const outcomes = destroys(rule, place);
  const ended = outcomes.flatMap((outcome) =>
    outcome === "kept" ? [] : [ends(mail, { outcome, stage, because: `rule ${rule.name}`, rule: rule.name })],
  );
  if (!outcomes.includes("kept")) return { ...nowhere, ends: ended };
  const after = stamped({ ...mail, state: edited(rule, mail.state) }, rule);
  return { ends: ended, below: stops ? [] : [after], stopped: stops ? [after] : [] };
};

const textOf = (truth: Truth, conditions: readonly TraceCondition[]): string => {
  if (truth === undefined) return "may match";
  if (!truth) return "does not match";
  return conditions.length === 0 ? "matches, as it has no condition" : "matches";
};

/** `undefined` where the rule does not match. */
const visit = (rule: TransportRule, mail: Mail, place: Place): AfterRule | undefined => {
  const { message, tenant, recipient } = place;
  const at = {
    message,
    tenant,
    recipient,
    state: mail.state,
    parameters: rule.parameters,
    twin: "",
  } as const;
  const conditions = place.isTraced ? explainRule(at) : [];
  const known = ruleHolds(at);
  const truth = known === true && unmodelled(rule).length > 0 ? undefined : known;
  if (place.isTraced)
    place.note(mail, { stage, rule: rule.name, matched: truth, conditions, text: textOf(truth, conditions) });
  if (truth === false) return undefined;
  if (truth === true) return matched(rule, mail, place);
  const question = `rule "${rule.name}" matches`;
  const yes = matched(rule, supposing(mail, question), place);
  return { ...yes, below: [...yes.below, supposing(mail, `not: ${question}`)] };
};

const whyIdle = ({ enabled, parameters: { ActivationDate, ExpiryDate } }: TransportRule): string =>
  enabled
    ? `does not act now: it acts from ${ActivationDate ?? "ever"} until ${ExpiryDate ?? "ever"}`
    : "is disabled";

const conclusion = ({ goesOn, ends: ended }: Ways): string => {
  const outcomes = [...new Set(ended.map(({ outcome }) => outcome))];
  if (goesOn.length === 0) return `the rules end the message: ${outcomes.join(", ")}`;
  const stamps = [...new Set(goesOn.map(({ state }) => state.scl))].map((scl) =>
    scl === undefined ? "no SCL stamped" : `SCL ${scl}`,
  );
  return `the message leaves the rules with ${stamps.join(" or ")}${outcomes.length === 0 ? "" : `, or ends: ${outcomes.join(", ")}`}`;
};

export const transportRules = (mail: Mail, place: Place): Ways => {
  const { tenant, asOf } = place;
  if (tenant.transportRules === undefined) {
    place.note(mail, { stage, text: "transport rules were not read" });
    return { goesOn: [], ends: [ends(mail, { outcome: "undecided", stage, because: "not read" })] };
  }
  let live: readonly Mail[] = [mail];
  const stopped: Mail[] = [];
  const ended: Ending[] = [];
  for (const rule of [...tenant.transportRules].sort((left, right) => left.priority - right.priority)) {
    if (!isInForce(rule, asOf)) {
      place.note(mail, { stage, rule: rule.name, text: whyIdle(rule) });
      continue;
    }
    const visited = live.map((one) => visit(rule, one, place));
    if (visited.every((one) => one === undefined)) continue;
    const after = visited.map((one, at) => one ?? { ...nowhere, below: live.slice(at, at + 1) });
    stopped.push(...after.flatMap((one) => one.stopped));
    ended.push(...after.flatMap((one) => one.ends));
    live = merged(after.flatMap(({ below }) => below));
    if (live.length > wayLimit) {
      ended.push(
        ends(mail, { outcome: "undecided", stage, because: "too many rules may match", rule: rule.name }),
      );
      live = [];
    }
    if (live.length === 0) break;
  }
  const ways = allWays([{ goesOn: merged([...stopped, ...live]), ends: ended }]);
  place.note(mail, { stage, text: conclusion(ways) });
  return ways;
};
