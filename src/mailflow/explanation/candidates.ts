/** What candidate fixes are made of: the allow rules that are there, the recommended one, exceptions, and both together. */
import type { ExchangeTenant, TransportRule } from "../exchange/tenant";
import type { Finding } from "../finding";
import { type Edit, inOrder } from "./edit";
import type { Rescuer } from "./rescues";
import {
  addAllowFirst,
  addSenders,
  disableRule,
  exceptSenders,
  letStop,
  putFirst,
  requireDmarc,
} from "./rule-edits";

/** What a candidate is made from. */
export interface Trouble {
  readonly tenant: ExchangeTenant;
  readonly finding: Finding;
  /** Every sender that must arrive: an allow is written for all of them. */
  readonly senders: readonly string[];
  readonly rescuers: readonly Rescuer[];
}

/** Changes worth trying, in this order. */
export type Candidates = (trouble: Trouble) => readonly Edit[];

const ruleOf = ({ tenant, finding }: Trouble): readonly TransportRule[] => {
  const found = tenant.transportRules?.filter(({ name }) => name === finding.rule) ?? [];
  // Names are unique in the service; where an export says otherwise, nobody knows which one is meant.
  return found.length === 1 ? found : [];
};

/** The allow rules that are there already, put where they act. */
const existingAllows: Candidates = ({ rescuers, senders }) =>
  rescuers.flatMap(({ allow, reason, condition }): readonly Edit[] => {
    switch (reason) {
      case "does-not-stop":
        return [letStop(allow), putFirst(allow)];
      case "condition-fails":
        return condition === "From" ? [addSenders(allow, senders)] : [];
      case "condition-unsure":
      case "exempts":
        return [];
      default:
        return [putFirst(allow)];
    }
  });

/** Most changes of existing rules that are tried, so that the recommended rule is always reached. */
const mostExisting = 3;

export const allowFirst: Candidates = (trouble) => [
  ...existingAllows(trouble).slice(0, mostExisting),
  ...addAllowFirst(trouble.tenant, trouble.senders),
];

export const exceptFromRule: Candidates = (trouble) =>
  ruleOf(trouble).map((rule) => exceptSenders(rule, trouble.senders));

export const disable: Candidates = (trouble) => ruleOf(trouble).map(disableRule);

export const demandDmarc: Candidates = (trouble) => ruleOf(trouble).flatMap(requireDmarc);

/** The change alone, then together with the recommended allow rule, for what only that change held up. */
export const aloneOrWithAllow =
  (change: Candidates): Candidates =>
  (trouble) => [
    ...change(trouble),
    ...addAllowFirst(trouble.tenant, trouble.senders).flatMap((allow) =>
      change(trouble).map((one) => inOrder(allow, one)),
    ),
  ];

/** A preset's own policies have fixed settings (exchange-online.md 3.3). */
export const isOfPreset = ({ tenant, finding: { details } }: Trouble): boolean =>
  details.policy !== undefined &&
  [...(tenant.eopProtectionPolicyRules ?? []), ...(tenant.atpProtectionPolicyRules ?? [])].some(
    ({ hostedContentFilterPolicy, antiPhishPolicy, malwareFilterPolicy }) =>
      [hostedContentFilterPolicy, antiPhishPolicy, malwareFilterPolicy].includes(details.policy),
  );

export const unlessPreset =
  (change: Candidates): Candidates =>
  (trouble) =>
    isOfPreset(trouble) ? [] : change(trouble);
