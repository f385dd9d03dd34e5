/** Blocks and bypasses that only one decision finds behind the rules, by their messages: replayed in both tenants. */
import type { Decision } from "../decide";
import type { ExchangeTenant } from "../exchange/tenant";
import { type Finding, mergeKey } from "../finding";
import type { Change } from "./change";
import { type About, type Fate, fateOf, withoutIdleEnd } from "./fate";
import { changeBetween } from "./verdict-of-change";

/** Both tenants, each with what was decided about it. */
export interface Decided {
  readonly before: ExchangeTenant;
  readonly after: ExchangeTenant;
  readonly was: Decision;
  readonly is: Decision;
  readonly asOf: Date;
}

const findingsOf = (decision: Decision, about: About): readonly Finding[] =>
  (about === "delivery" ? decision.findings : decision.narrowness.findings).filter(
    ({ witness, stage, implies }) =>
      witness !== undefined && stage !== "transport-rules" && implies !== "undecided",
  );

const isSettled = ({ fate }: Fate): boolean => fate !== "undecided";

const changeOf = (
  { before, after, asOf }: Decided,
  about: About,
  { witness, senders, recipients, certainty, rule }: Finding,
): readonly Change[] => {
  if (witness === undefined) return [];
  const was = fateOf(before, witness, about, asOf);
  const is = fateOf(after, witness, about, asOf);
  const kind = changeBetween(was, is);
  if (kind === undefined || !isSettled(was) || !isSettled(is)) return [];
  const rules = rule === undefined ? [] : [rule];
  return [
    {
      kind,
      about,
      ...(certainty === undefined ? {} : { certainty }),
      senders,
      recipients,
      before: withoutIdleEnd(was),
      after: withoutIdleEnd(is),
      rules,
      witness,
    },
  ];
};

/** Whether the change was found before, for all these senders. */
const isTold = (told: readonly Change[], { kind, about, senders, after }: Change): boolean =>
  senders.every((sender) =>
    told.some(
      (one) =>
        one.kind === kind &&
        one.about === about &&
        one.after.fate === after.fate &&
        one.after.stage === after.stage &&
        one.senders.includes(sender),
    ),
  );

/** @param told what the comparison of ways found. */
export const compareFindings = (decided: Decided, told: readonly Change[]): readonly Change[] =>
  (["delivery", "narrowness"] as const)
    .flatMap((about) => {
      const [was, is] = [findingsOf(decided.was, about), findingsOf(decided.is, about)];
      const only = (some: readonly Finding[], others: readonly Finding[]) =>
        some.filter((one) => !others.some((other) => mergeKey(one) === mergeKey(other)));
      return [...only(is, was), ...only(was, is)].flatMap((finding) => changeOf(decided, about, finding));
    })
    .filter((change) => !isTold(told, change));
