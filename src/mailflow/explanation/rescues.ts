/** Rules that would allow a message and do not get the chance, and why (exchange-online.md 2.7 to 2.9). */
import { aircallDomains } from "../aircall";
import { evaluateExchange } from "../exchange/evaluate";
import type { ExchangeTenant, Recipient, TransportRule } from "../exchange/tenant";
import { endingOf } from "../exchange/transport-rules/effect";
import { isInForce } from "../exchange/transport-rules/match";
import type { Finding } from "../finding";
import type { Message } from "../message";
import { conditionsHeld, letsMatch } from "./conditions-held";
import type { Rescue, RescueReason } from "./explanation";

/** A rescue, with the rule itself for whoever wants to change it. */
export interface Rescuer extends Rescue {
  readonly allow: TransportRule;
  /** The condition or exception that stands in the way. */
  readonly condition?: string;
  /** The rule that ends or stops the message above. */
  readonly stopper?: TransportRule;
}

interface Scene {
  readonly tenant: ExchangeTenant;
  readonly asOf: Date;
  readonly finding: Finding;
  readonly message: Message;
  readonly recipient: Recipient | undefined;
  /** Names of the rules that match the message where they are reached. */
  readonly matched: ReadonlySet<string>;
}

/** Whether the rule would take a message past what comes after it, and ends no delivery itself. */
const isAllow = (rule: TransportRule, { finding, recipient }: Scene): boolean => {
  const { SetSCL, StopRuleProcessing } = rule.parameters;
  if (rule.unmodelled.length > 0 || endingOf(rule, recipient) !== undefined) return false;
  if (SetSCL !== undefined) return SetSCL < 0;
  return StopRuleProcessing === true && finding.rule !== undefined;
};

const namesAircall = (rule: TransportRule): boolean =>
  /aircall/iu.test(rule.name) ||
  JSON.stringify(Object.values(rule.parameters)).toLowerCase().includes(aircallDomains[0]);

const isAbove = (left: TransportRule, right: TransportRule): boolean => left.priority < right.priority;

/** The first rule above that matched the message and let it go no further. */
const stopperAbove = (rule: TransportRule, scene: Scene): TransportRule | undefined =>
  [...(scene.tenant.transportRules ?? [])]
    .sort((left, right) => left.priority - right.priority)
    .find(
      (other) =>
        isAbove(other, rule) &&
        isInForce(other, scene.asOf) &&
        scene.matched.has(other.name) &&
        (endingOf(other, scene.recipient) !== undefined || other.parameters.StopRuleProcessing === true),
    );

type Why = Pick<Rescuer, "reason" | "condition" | "stopper"> & {
  readonly named?: Readonly<Record<string, string>>;
};

/** What keeps a rule whose conditions hold from acting; `undefined` where it acts, or acting would not help. */
const whyNotActing = (rule: TransportRule, scene: Scene): Why | undefined => {
  const { ActivationDate, ExpiryDate, Mode } = rule.parameters;
  if (!rule.enabled) return { reason: "disabled" };
  if (ActivationDate !== undefined && scene.asOf < new Date(ActivationDate))
    return { reason: "not-yet-active", named: { date: ActivationDate } };
  if (!isInForce(rule, scene.asOf)) return { reason: "expired", named: { date: ExpiryDate ?? "" } };
  if (Mode !== undefined && Mode !== "Enforce") return { reason: "only-audits", named: { mode: Mode } };
  const stopper = stopperAbove(rule, scene);
  if (stopper !== undefined) return { reason: "stopped-above", stopper, named: { by: stopper.name } };
  const blocker = scene.tenant.transportRules?.find(({ name }) => name === scene.finding.rule);
  if (blocker === undefined || !isAbove(rule, blocker) || rule.parameters.StopRuleProcessing === true)
    return undefined;
  const reason: RescueReason =
    blocker.parameters.SetSCL === undefined ? "does-not-stop" : "overwritten-below";
  return { reason, named: { by: blocker.name } };
};

/** Why a rule that is about Aircall does not match the message. */
const whyNotMatching = (rule: TransportRule, scene: Scene): Why | "matches" | undefined => {
  const held = conditionsHeld(rule.parameters, scene.message, scene.tenant);
  const failing =
    held.find((one) => letsMatch(one) === false) ?? held.find((one) => letsMatch(one) === undefined);
  if (failing === undefined) return "matches";
  if (!namesAircall(rule)) return undefined;
  const { parameter: condition, isException, holds } = failing;
  const reason = holds === undefined ? "condition-unsure" : isException ? "exempts" : "condition-fails";
  return { reason, condition, named: { condition } };
};

const rescuer = (rule: TransportRule, scene: Scene): readonly Rescuer[] => {
  if (rule.name === scene.finding.rule || !isAllow(rule, scene)) return [];
  const mismatch = whyNotMatching(rule, scene);
  const why = mismatch === "matches" ? whyNotActing(rule, scene) : mismatch;
  if (why === undefined) return [];
  const { named = {}, ...rest } = why;
  const details = { rule: rule.name, priority: String(rule.priority), ...named };
  return [{ rule: rule.name, priority: rule.priority, details, allow: rule, ...rest }];
};

export const rescuersOf = (
  tenant: ExchangeTenant,
  finding: Finding,
  message: Message,
  asOf: Date,
): readonly Rescuer[] => {
  const matched = evaluateExchange(tenant, message, asOf).trace.flatMap((step) =>
    step.rule === undefined || step.matched === false ? [] : [step.rule],
  );
  const recipient = tenant.recipients?.find(
    ({ address }) => address.toLowerCase() === message.recipient.toLowerCase(),
  );
  const scene: Scene = { tenant, asOf, finding, message, recipient, matched: new Set(matched) };
  return [...(tenant.transportRules ?? [])]
    .sort((left, right) => left.priority - right.priority)
    .flatMap((rule) => rescuer(rule, scene));
};
