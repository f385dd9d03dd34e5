/** A ticket as Markdown: why, for whom, the owner's steps in the plan's order with their people, and how to see it is done. */
import { fillIn } from "../../../mailflow/finding";
import type { OwnerTicket, Plan, PlanStep } from "../../../readiness/plan";
import type { StepId } from "../../../readiness/plan/steps";
import type { ReadinessStyle } from "../style";
import type { TicketText } from "../words/ticket-words";
import { pointLines } from "./point-lines";
import { pointsOf } from "./points";

export interface TicketRequest {
  readonly ticket: OwnerTicket;
  readonly plan: Plan;
  readonly text: TicketText;
  /** Values of the placeholders of the texts. */
  readonly values: Readonly<Record<string, string>>;
  /** How a step is taken, where its own text does not say enough; and who is told of besides. */
  readonly more: Readonly<Partial<Record<StepId, readonly string[]>>>;
}

/** Texts of our own, without anything from outside: they need no escape, and read well as they are. */
const paragraphs = (texts: readonly string[], values: TicketRequest["values"]): readonly string[] =>
  texts.flatMap((text) => [fillIn(text, values), ""]);

/** Steps of others that come first, by name: whoever reads this has no other ticket. */
const waitsFor = (
  { after, owner }: PlanStep,
  { steps }: Plan,
  { words }: ReadinessStyle,
): readonly string[] => {
  const others = steps.filter((step) => after.includes(step.id) && step.owner !== owner);
  const names = others.map((step) => `${words.steps[step.id].title} (${words.owner[step.owner]})`);
  return names.length === 0
    ? []
    : [`${words.tickets.waitsFor}${words.colon}${names.join(words.semicolon)}.`, ""];
};

const stepLines = (
  step: PlanStep,
  place: number,
  { plan, values, more }: TicketRequest,
  style: ReadinessStyle,
): readonly string[] => {
  const { title, text } = style.words.steps[step.id];
  return [
    `### ${place + 1}. ${title}`,
    "",
    ...paragraphs([text], values),
    // That one waits for everything, and says so.
    ...(step.id === "run-again" ? [] : waitsFor(step, plan, style)),
    ...(more[step.id] ?? []),
    ...pointsOf(step, style).flatMap((point) => pointLines(point, style)),
  ];
};

/** @returns the ticket's text, with a line end. */
export const ticketText = (request: TicketRequest, style: ReadinessStyle): string => {
  const { text, values, ticket } = request;
  const { headings, whom } = style.words.tickets;
  return `${[
    `# ${text.title}`,
    "",
    `## ${headings.why}`,
    "",
    ...paragraphs(text.why, values),
    `## ${headings.whom}`,
    "",
    ...paragraphs([whom], values),
    `## ${headings.steps}`,
    "",
    ...paragraphs(text.order, values),
    ...ticket.steps.flatMap((step, place) => stepLines(step, place, request, style)),
    `## ${headings.check}`,
    "",
    ...text.check.map((line) => `- ${fillIn(line, values)}`),
  ].join("\n")}\n`;
};
