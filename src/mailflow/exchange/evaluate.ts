/**
 * The reference evaluator: one message through every stage of Exchange Online in order. It is the specification; read it
 * beside exchange-online.md 2 and 3. Where a fact is not published or was not read, all ways are followed, and the
 * outcome is `undecided` unless they agree.
 */
import type { Message } from "../message";
import type { ExchangeStage, Outcome } from "../outcome";
import { decideAntiPhishing } from "./anti-phishing";
import { antiSpam } from "./anti-spam";
import { isAddressBlocked } from "./connection-filter";
import { decideConnectors } from "./connectors";
import { decideMalwareFilter } from "./malware-filter";
import type { ExchangeTenant, Recipient, TransportRule } from "./tenant";
import { decideTenantAllowBlockList } from "./tenant-allow-block-list";
import { ruleHolds } from "./transport-rules/holds";
import { isInForce } from "./transport-rules/match";
import { initialState, type RuleState } from "./transport-rules/state";
import type { Truth } from "./transport-rules/text-match";

export interface TraceStep {
  readonly stage: ExchangeStage;
  readonly rule?: string;
  /** Whether the rule matched; `undefined` where that is not known. */
  readonly matched?: Truth;
  readonly text: string;
}

/** One way a message may end. */
export interface Ending {
  readonly outcome: Outcome | "undecided";
  readonly stage: ExchangeStage;
  readonly rule?: string;
  readonly because: string;
  /** Whether an allow took it past the classifier. */
  readonly bypassed: boolean;
}

export interface Evaluation {
  readonly outcome: Outcome | "undecided";
  readonly bypassed: boolean;
  readonly endings: readonly Ending[];
  readonly trace: readonly TraceStep[];
}

const end = (
  outcome: Ending["outcome"],
  stage: ExchangeStage,
  because: string,
  more: Partial<Ending> = {},
): Ending => ({ outcome, stage, because, bypassed: false, ...more });

/** What a matching rule's destroying actions do (exchange-online.md 2.7). */
const destroyed = (
  { parameters }: TransportRule,
  recipient: Recipient | undefined,
): Ending["outcome"] | undefined => {
  if (parameters.DeleteMessage) return "deleted";
  if (
    parameters.RejectMessageReasonText !== undefined ||
    parameters.RejectMessageEnhancedStatusCode !== undefined
  )
    return "rejected";
  if (parameters.Quarantine) return "quarantined";
  const kept = parameters.RedirectMessageTo?.some(
    (target) => target.toLowerCase() === recipient?.address.toLowerCase(),
  );
  if (parameters.RedirectMessageTo !== undefined && kept !== true) return "redirected";
  if (parameters.ModerateMessageByUser !== undefined) return "held";
  if (parameters.RouteMessageOutboundConnector !== undefined) return "left-tenant";
  const {
    NotifySender,
    SenderNotificationType,
    Disconnect,
    SmtpRejectMessageRejectText,
    SmtpRejectMessageRejectStatusCode,
  } = parameters;
  const onPremises = [
    NotifySender,
    SenderNotificationType,
    Disconnect,
    SmtpRejectMessageRejectText,
    SmtpRejectMessageRejectStatusCode,
  ];
  return onPremises.some((value) => value !== undefined) ? "undecided" : undefined;
};

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

/** Most rules whose match is unknown that are followed both ways. */
const forkLimit = 10;

export const evaluateExchange = (tenant: ExchangeTenant, message: Message, asOf: Date): Evaluation => {
  const trace: TraceStep[] = [];
  const note = (step: TraceStep): void => void trace.push(step);
  const recipient = tenant.recipients?.find(
    ({ address }) => address.toLowerCase() === message.recipient.toLowerCase(),
  );
  let forks = 0;

  const afterRules = (state: RuleState): readonly Ending[] => {
    const listed = decideTenantAllowBlockList(tenant, message.from, asOf)[0];
    if (listed !== undefined) return [end(listed.outcome ?? "undecided", listed.stage, listed.code)];
    const spam = antiSpam(tenant, message.from, recipient, state.scl, asOf);
    const phishing = decideAntiPhishing(tenant, message.from, recipient)[0];
    if (spam.kind === "ends") return [end(spam.outcome, "anti-spam", `policy ${spam.policy}`)];
    if (spam.kind === "unknown") return [end("undecided", "anti-spam", spam.because)];
    if (phishing !== undefined) return [end("undecided", phishing.stage, phishing.code)];
    if (spam.kind === "classifier") return [end("undecided", "anti-spam", "the classifier decides")];
    return [end("inbox", "anti-spam", `bypassed by ${spam.by}`, { bypassed: true })];
  };

  const follow = (rules: readonly TransportRule[], state: RuleState): readonly Ending[] => {
    const [rule, ...below] = rules;
    if (rule === undefined) return afterRules(state);
    const known = ruleHolds({ message, tenant, recipient, state, parameters: rule.parameters });
    const matched = known === true && rule.unmodelled.length > 0 ? undefined : known;
    note({
      stage: "transport-rules",
      rule: rule.name,
      matched,
      text: matched === undefined ? "may match" : matched ? "matches" : "does not match",
    });
    if (matched === false) return follow(below, state);
    if (matched === undefined) {
      forks += 1;
      if (forks > forkLimit)
        return [end("undecided", "transport-rules", "too many rules may match", { rule: rule.name })];
    }
    const otherwise = matched === undefined ? follow(below, state) : [];
    return [...matchedEndings(rule, below, state), ...otherwise];
  };

  const matchedEndings = (
    rule: TransportRule,
    below: readonly TransportRule[],
    state: RuleState,
  ): readonly Ending[] => {
    const stops = rule.parameters.StopRuleProcessing === true;
    if ((rule.parameters.Mode ?? "Enforce") !== "Enforce")
      // Whether a rule that only reports still stops is not published (exchange-online.md 7.4).
      return stops ? [...follow(below, state), ...afterRules(state)] : follow(below, state);
    if (rule.unmodelled.length > 0)
      return [end("undecided", "transport-rules", rule.unmodelled.join("; "), { rule: rule.name })];
    const outcome = destroyed(rule, recipient);
    if (outcome !== undefined)
      return [end(outcome, "transport-rules", `rule ${rule.name}`, { rule: rule.name })];
    return stops ? afterRules(edited(rule, state)) : follow(below, edited(rule, state));
  };

  /** What the stages in front of the rules may do instead. */
  const before = (): readonly Ending[] => {
    const connector = decideConnectors(tenant, message.from)[0];
    const blocked = isAddressBlocked(tenant, message.sourceIp);
    const filter = decideMalwareFilter(tenant, recipient).find(
      ({ code }) => code !== "attachment-filter" || message.attachments.length > 0,
    );
    return [
      ...(connector === undefined ? [] : [end("undecided", connector.stage, connector.code)]),
      ...(blocked === undefined ? [end("undecided", "connection-filter", "IP Block List")] : []),
      ...(filter === undefined ? [] : [end("undecided", filter.stage, filter.code)]),
    ];
  };

  const rules = tenant.transportRules
    ?.filter((rule) => isInForce(rule, asOf))
    .sort((left, right) => left.priority - right.priority);
  const endings =
    isAddressBlocked(tenant, message.sourceIp) === true
      ? [end("rejected", "connection-filter", "IP Block List")]
      : [
          ...before(),
          ...(rules === undefined
            ? [end("undecided", "transport-rules", "not read")]
            : follow(rules, initialState)),
        ];
  const outcomes = new Set(endings.map(({ outcome }) => outcome));
  const [only] = outcomes;
  return {
    outcome: outcomes.size === 1 && only !== undefined ? only : "undecided",
    bypassed: endings.every(({ bypassed }) => bypassed),
    endings,
    trace,
  };
};
