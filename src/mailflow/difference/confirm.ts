/** Replays what a change is shown by, in both tenants: what the evaluator does not confirm is not claimed. */
import type { ExchangeTenant } from "../exchange/tenant";
import type { Change } from "./change";
import { type Fate, fateOf, withoutIdleEnd } from "./fate";
import { changeBetween, isWorse } from "./verdict-of-change";

const disagreement = "the two semantics disagree about a message; this is a defect of the verifier";

/** The change without its message, as a doubt. */
export const unconfirmed = ({ witness: _witness, certainty: _certainty, ...change }: Change): Change => ({
  ...change,
  kind: isWorse(change.before, change.after) ? "newly-undecided" : "no-longer-undecided",
  because: disagreement,
});

/** What the replay tells, where the way says more: the rule whose level took the mail away. */
const named = (told: Fate, expected: Fate): Fate =>
  told.rule === undefined && expected.rule !== undefined && told.outcome === expected.outcome
    ? { ...told, rule: expected.rule }
    : withoutIdleEnd(told);

/** Whether the rules end the message against what was expected. */
const isEndedByRules = (told: Fate, expected: Fate): boolean =>
  told.fate !== expected.fate && (told.stage === "transport-rules" || expected.stage === "transport-rules");

/** @returns the change as its replay tells it; nothing where the message fares the same for reasons of its own text. */
export const confirmed = (
  before: ExchangeTenant,
  after: ExchangeTenant,
  change: Change,
  asOf: Date,
): readonly Change[] => {
  const { witness, about } = change;
  if (witness === undefined) return [change];
  const was = fateOf(before, witness, about, asOf);
  const is = fateOf(after, witness, about, asOf);
  const agrees = was.fate === change.before.fate && is.fate === change.after.fate;
  if (agrees) return [{ ...change, before: named(was, change.before), after: named(is, change.after) }];
  if (isEndedByRules(was, change.before) || isEndedByRules(is, change.after)) return [unconfirmed(change)];
  // What lies behind the rules may look at the text too; then the replay knows better.
  const kind = changeBetween(was, is);
  if (kind === undefined) return [];
  const told = { ...change, kind, before: withoutIdleEnd(was), after: withoutIdleEnd(is) };
  if (was.fate !== "undecided" && is.fate !== "undecided") return [told];
  const { witness: _witness, certainty: _certainty, ...doubt } = told;
  return [{ ...doubt, because: was.because ?? is.because ?? disagreement }];
};
