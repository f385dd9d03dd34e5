/** The steps of the plan in the report's language, in their order. */
import { fillIn } from "../../mailflow/finding";
import type { Plan, PlanStep } from "../../readiness/plan";
import { leastApps } from "./least-apps";
import { joined } from "./source-text";
import type { ReadinessStyle } from "./style";

export interface StepLine {
  readonly title: string;
  readonly text: string;
  /** Who does it, for how many, after which other steps. */
  readonly about: string;
}

/** `1–4`, `6`: places that follow each other are told as one. */
const ranges = (places: readonly number[]): readonly string[] => {
  const found: { from: number; to: number }[] = [];
  for (const place of places) {
    const last = found.at(-1);
    if (last?.to === place - 1) last.to = place;
    else found.push({ from: place, to: place });
  }
  return found.flatMap(({ from, to }) => {
    if (to - from < 2) return from === to ? [String(from)] : [String(from), String(to)];
    return [`${from}–${to}`];
  });
};

/** The numbers that the steps have in the list. */
const afterText = ({ after }: PlanStep, { steps }: Plan, { words }: ReadinessStyle): readonly string[] => {
  const places = steps.flatMap(({ id }, place) => (after.includes(id) ? [place + 1] : []));
  return places.length === 0 ? [] : [words.after(joined(ranges(places), words))];
};

export const planTexts = (plan: Plan, style: ReadinessStyle): readonly StepLine[] =>
  plan.steps.map((step) => {
    const { words } = style;
    const { title, text } = words.steps[step.id];
    const about = [
      words.owner[step.owner],
      words.people(step.people.length),
      ...afterText(step, plan, style),
    ];
    return { title, text: fillIn(text, leastApps), about: about.join(words.semicolon) };
  });
