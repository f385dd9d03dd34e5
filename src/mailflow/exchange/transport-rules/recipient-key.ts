/** What the rules of a tenant can see of a recipient, as a text: equal texts mean no rule tells the two apart. */
import { aircallClass } from "../../message-class";
import type { ExchangeTenant, Recipient, TransportRule } from "../tenant";
import { endingOf } from "./effect";
import { meaningOf } from "./match";
import { initialState } from "./state";
import { type ConditionName, conditions, type ParameterDefinition } from "./table";

const perRecipient = (Object.keys(conditions) as readonly ConditionName[]).filter(
  (name) => (conditions[name] as ParameterDefinition).perRecipient === true,
);

/** No condition on a recipient looks at the sender, so any class of messages serves. */
const anyMessages = aircallClass("noreply@aircall.io");

export const matchKey = (
  tenant: ExchangeTenant,
  rules: readonly TransportRule[],
): ((recipient: Recipient) => string) => {
  const asked = rules.flatMap(({ parameters }) =>
    perRecipient.flatMap((name) =>
      (["", "ExceptIf"] as const).flatMap((twin) => {
        const value = parameters[`${twin}${name}`];
        return value === undefined ? [] : [{ name, value, twin, parameters }];
      }),
    ),
  );
  const redirecting = rules.filter(({ parameters }) => parameters.RedirectMessageTo !== undefined);
  if (asked.length === 0 && redirecting.length === 0) return () => "";
  return (recipient) => {
    const truths = asked.map(({ name, value, twin, parameters }) => {
      const atoms = meaningOf(name, value, {
        tenant,
        messages: anyMessages,
        recipient,
        state: initialState,
        parameters,
        twin,
      });
      return atoms.map((atom) => (atom.kind === "constant" ? Number(atom.holds) : atom.field)).join();
    });
    return [...truths, ...redirecting.map((rule) => endingOf(rule, recipient)?.outcome ?? "")].join("\u0000");
  };
};
