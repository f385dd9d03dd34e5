/** The people of a step of the plan, by reason: what stands under the step in a ticket. */
import { answersFor, type PlanStep } from "../../../readiness/plan";
import { type ReasonCode, reasons } from "../../../readiness/reasons";
import { type AnswerText, answerTexts, asText } from "../answer-text";
import type { Who } from "../mask";
import { sourcesText } from "../source-text";
import type { ReadinessStyle } from "../style";

export interface PointRow extends AnswerText {
  readonly who: Who;
  readonly evidence: string;
}

export interface TicketPoint {
  readonly code: ReasonCode;
  readonly count: number;
  /** The first ones. */
  readonly rows: readonly PointRow[];
}

/** Most people that one point of a ticket lists; the sheet of who is not ready has them all. */
const limit = 200;

/** Points in the order of the table of reasons; a step that other steps call for has none. */
export const pointsOf = ({ id, people }: PlanStep, style: ReadinessStyle): readonly TicketPoint[] => {
  const textOf = answerTexts(style, asText);
  const points = new Map<ReasonCode, { count: number; rows: PointRow[] }>();
  for (const one of people)
    for (const answer of answersFor(id, one)) {
      const point = points.get(answer.reason) ?? { count: 0, rows: [] };
      points.set(answer.reason, point);
      point.count += 1;
      if (point.rows.length < limit)
        point.rows.push({
          ...textOf(answer, one.person),
          who: style.masking.who(one.person),
          evidence: sourcesText(answer.evidence, style, one.person),
        });
    }
  return (Object.keys(reasons) as readonly ReasonCode[]).flatMap((code) => {
    const point = points.get(code);
    return point === undefined ? [] : [{ code, ...point }];
  });
};
