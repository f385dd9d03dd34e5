/** What the rules of a tenant can see of a recipient, as a text: equal texts mean no rule tells the two apart. */
import { aircallClass } from "../../message-class";
import { perProfile, profilesOf } from "../recipient-profile";
import type { ExchangeTenant, Recipient, TransportRule } from "../tenant";
import { endingOf, redirects } from "./effect";
import { meaningOf } from "./match";
import { type SetCondition, setConditions } from "./set-conditions";
import { initialState } from "./state";
import {
  conditions,
  type ParameterDefinition,
  type ParameterKind,
  type TransportRuleParameters,
} from "./table";

/** No condition on a recipient looks at the sender, so any class of messages serves. */
const anyMessages = aircallClass("noreply@aircall.io");

/** A condition that a rule sets and that looks at the recipient. */
interface Asked extends SetCondition {
  readonly parameters: TransportRuleParameters;
}

const askedBy = ({ parameters }: TransportRule): readonly Asked[] =>
  setConditions(parameters)
    .filter(({ name }) => (conditions[name] as ParameterDefinition).perRecipient === true)
    .map((condition) => ({ ...condition, parameters }));

/** Whether the rule looks at the recipient before it matches. */
export const asksForRecipient = (rule: TransportRule): boolean => askedBy(rule).length > 0;

/** Conditions whose truth the profile of a recipient settles: they compare names, memberships and domains only. */
const profiled: ReadonlySet<ParameterKind> = new Set(["recipients", "groups", "domains"]);

const isProfiled = ({ name }: Asked): boolean => profiled.has(conditions[name].kind);

const entriesIn = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((entry) => typeof entry === "string");

const truthsOf = (
  tenant: ExchangeTenant,
  asked: readonly Asked[],
): ((recipient: Recipient) => readonly string[]) => {
  return (recipient) =>
    asked.map(({ name, value, twin, parameters }) => {
      const around = { tenant, messages: anyMessages, recipient, state: initialState, parameters, twin };
      return meaningOf(name, value, around)
        .map((atom) => (atom.kind === "constant" ? Number(atom.holds) : atom.field))
        .join();
    });
};

/** Every text once as a short one: keys of many recipients are compared often. */
const shorten = (): ((text: string) => string) => {
  const numbers = new Map<string, string>();
  return (text) => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    const number = String(numbers.size);
    numbers.set(text, number);
    return number;
  };
};

/** Cost: recipients, plus profiles times the conditions that name somebody, plus recipients times the other conditions. */
export const matchKey = (
  tenant: ExchangeTenant,
  rules: readonly TransportRule[],
): ((recipient: Recipient) => string) => {
  const asked = rules.flatMap(askedBy);
  const redirecting = rules.filter(redirects);
  if (asked.length === 0 && redirecting.length === 0) return () => "";
  const byProfile = asked.filter(isProfiled);
  const profileOf = profilesOf(tenant, [
    ...byProfile.flatMap(({ value }) => entriesIn(value)),
    ...redirecting.flatMap(({ parameters }) => parameters.RedirectMessageTo ?? []),
  ]);
  const looksAtWritten = rules.some(({ parameters }) => parameters.RecipientAddressType === "Original");
  const writtenOf = ({ writtenTo = "" }: Recipient): string => (looksAtWritten ? writtenTo : "");
  const named = truthsOf(tenant, byProfile);
  const shortNamed = shorten();
  const profileWithWritten = (recipient: Recipient): string =>
    `${profileOf(recipient)}\u0000${writtenOf(recipient)}`;
  const keyOfProfile = perProfile(profileWithWritten, (recipient) =>
    shortNamed(
      [...named(recipient), ...redirecting.map((rule) => endingOf(rule, recipient)?.outcome ?? "")].join(
        "\u0000",
      ),
    ),
  );
  const others = asked.filter((one) => !isProfiled(one));
  if (others.length === 0) return keyOfProfile;
  const read = truthsOf(tenant, others);
  const shortRead = shorten();
  return (recipient) => `${keyOfProfile(recipient)} ${shortRead(read(recipient).join("\u0000"))}`;
};
