/** The page's rows as data: codes as places in lists, each text once. */
import type { JudgedPerson, ScopeBecause } from "../../../readiness/check";
import { type CheckVerdict, checkIds, owners } from "../../../readiness/reasons";
import { visible } from "../../layout";
import { answerTexts, asText } from "../answer-text";
import { dataBlock } from "../html-escape";
import { openAnswers, openPeople } from "../open-points";
import { sourcesText } from "../source-text";
import type { ReadinessStyle } from "../style";

/** In the order of their places in a row. */
export const verdictOrder = ["pass", "fail", "unknown"] as const satisfies readonly CheckVerdict[];
export const readinessOrder = ["yes", "no", "unknown", "not-concerned"] as const;

/** In the order of their places in a row. */
export const scopeOrder = [
  "password-login",
  "login-unknown",
  "privileged",
  "role-unknown",
  "single-sign-on",
] as const satisfies readonly ScopeBecause[];

const readinessPlace = ({ inScope, ready }: JudgedPerson): number =>
  readinessOrder.indexOf(inScope ? ready : "not-concerned");

/** Who is not ready first, then the others in the order of the list. */
const inOrder = (judged: readonly JudgedPerson[]): readonly JudgedPerson[] => [
  ...openPeople(judged),
  ...judged.filter(({ inScope, ready }) => inScope && ready === "yes"),
  ...judged.filter(({ inScope }) => !inScope),
];

/** Rows as one JSON list, in pieces; then the texts that they name, as `texts`. */
export function* rowPieces(
  judged: readonly JudgedPerson[],
  style: ReadinessStyle,
): Generator<string, readonly string[]> {
  const textOf = answerTexts(style, asText);
  const places = new Map<string, number>();
  const placeOf = (text: string | undefined): number => {
    if (text === undefined) return -1;
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, places.size);
    return places.size - 1;
  };
  let separator = "[";
  for (const one of inOrder(judged)) {
    const { email, name } = style.masking.who(one.person);
    const points = (one.inScope ? openAnswers(one) : []).map((answer) => {
      const { check, verdict, owner, reason, action } = textOf(answer, one.person);
      return [
        checkIds.indexOf(check),
        verdictOrder.indexOf(verdict),
        owner === undefined ? -1 : owners.indexOf(owner),
        placeOf(visible(reason)),
        placeOf(action === undefined ? undefined : visible(action)),
        visible(sourcesText(answer.evidence, style, one.person)),
      ];
    });
    yield `${separator}${dataBlock([visible(email), visible(name), readinessPlace(one), points, scopeOrder.indexOf(one.scope)])}`;
    separator = ",\n";
  }
  yield separator === "[" ? "[]" : "]";
  return [...places.keys()];
}
