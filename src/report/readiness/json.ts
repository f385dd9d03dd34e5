/** The readiness report as JSON: one user a line, every check of each. */
import type { JudgedPerson } from "../../readiness/check";
import type { Source } from "../../readiness/facts";
import { type AnswerText, answerTexts } from "./answer-text";
import { noticeJson } from "./notice-text";
import type { ReadinessRun } from "./run";
import { sourcesText } from "./source-text";
import type { ReadinessStyle } from "./style";

const quoted = (text: string | undefined): string => (text === undefined ? "null" : JSON.stringify(text));

/** What stands before and after an answer's evidence; most answers share theirs, so it is written once. */
interface Pieces {
  readonly before: string;
  readonly after: string;
}

const render = ({ check, verdict, code, reason, action, owner }: AnswerText): Pieces => ({
  before: `{"id":"${check}","verdict":"${verdict}","code":"${code}","reason":${quoted(reason)},"evidence":`,
  after: `,"action":${quoted(action)},"owner":${quoted(owner)}}`,
});

const isSame = (left: readonly Source[], right: readonly Source[]): boolean =>
  left === right || (left.length === right.length && left.every((source, place) => source === right[place]));

function* userLines(judged: readonly JudgedPerson[], style: ReadinessStyle): Generator<string> {
  const piecesOf = answerTexts(style, render);
  let separator = "\n";
  for (const { person, inScope, scope, ready, answers } of judged) {
    const { email, name } = style.masking.who(person);
    let line = `${separator}{"email":${quoted(email)},"name":${quoted(name)},"inScope":${inScope},"scope":"${scope}","ready":"${ready}","checks":[`;
    let comma = "";
    let before: readonly Source[] = [];
    let evidence = '""';
    for (const answer of answers) {
      const pieces = piecesOf(answer, person);
      // Answers in a row often rest on the same place.
      if (!isSame(answer.evidence, before)) evidence = quoted(sourcesText(answer.evidence, style, person));
      before = answer.evidence;
      line += `${comma}${pieces.before}${evidence}${pieces.after}`;
      comma = ",";
    }
    yield `${line}]}`;
    separator = ",\n";
  }
}

function* pieces({ asOf, judged, summary, notices }: ReadinessRun, style: ReadinessStyle): Generator<string> {
  yield `{"asOf":${quoted(asOf.toISOString())},"masked":${style.masking.masked},"users":[`;
  yield* userLines(judged, style);
  yield `\n],"summary":${JSON.stringify(summary)},"notices":${JSON.stringify(notices.map((one) => noticeJson(one, style)))}}\n`;
}

/** What is not to be done is `null`; codes stay, texts are in the report's language. */
export const readinessJson = (run: ReadinessRun, style: ReadinessStyle): Iterable<string> =>
  pieces(run, style);
