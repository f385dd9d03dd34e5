/** A comparison as JSON. */
import type { Change } from "../../mailflow/difference";
import type { ComparedTenants } from "./compared-tenants";
import { changeText, type DifferenceLocale, ruleText } from "./sentences";

const changeJson = (compared: ComparedTenants, change: Change, style: DifferenceLocale) => {
  const { kind, about, certainty, senders, recipients, before, after, because, finding, rules } = change;
  const witness = compared.witnesses.get(change);
  return {
    kind,
    about,
    certainty,
    sender: senders.join(", "),
    recipients,
    before,
    after,
    because,
    code: finding?.code,
    rules,
    message: changeText(compared, change, style),
    witness: witness === undefined ? undefined : { ...witness.message, eml: witness.eml },
  };
};

/** What does not apply to a change is absent. */
export const differenceJson = (compared: ComparedTenants, style: DifferenceLocale): string => {
  const { asOf, difference } = compared;
  const { changes, rules, parts, recipients, later, assumptions } = difference;
  const side = (which: "before" | "after") => ({
    file: compared[which].file,
    tenant: compared[which].tenant.name,
    verdict: difference[which].delivery,
    narrowness: difference[which].narrowness,
  });
  const value = {
    before: side("before"),
    after: side("after"),
    asOf: asOf.toISOString(),
    changes: changes.map((change) => changeJson(compared, change, style)),
    rules: rules.map((rule) => ({ ...rule, message: ruleText(rule, changes, style) })),
    parts,
    recipients,
    changesAt: later.map((change) => ({ ...change, cause: style.locale.cause(change.cause) })),
    assumptions: assumptions.map((one) => ({ ...one, text: style.locale.assumption(one) })),
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
};
