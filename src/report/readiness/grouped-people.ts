/** People with the very same open points, told together. */
import type { Answer, JudgedPerson } from "../../readiness/check";
import type { AnswerText } from "./answer-text";
import type { Who } from "./mask";
import { openAnswers, openPeople } from "./open-points";

export interface PeopleGroup {
  readonly people: readonly JudgedPerson[];
  /** How many there are; more than are listed where there are many. */
  readonly count: number;
  readonly points: readonly AnswerText[];
}

export interface GroupedPeople {
  /** What is said of everybody; the groups leave it out. */
  readonly everybody: readonly AnswerText[];
  readonly groups: readonly PeopleGroup[];
  /** People of the groups beyond the limit. */
  readonly others: number;
}

interface Growing {
  readonly people: JudgedPerson[];
  count: number;
  readonly points: readonly AnswerText[];
}

/** Most people a group lists. */
const listed = 5;

const keyOf = ({ check, verdict, reason, action }: AnswerText): string =>
  [check, verdict, reason, action].join("\t");

/** What is open for everybody is told once, where not everything is. */
const withoutShared = (groups: readonly PeopleGroup[], shared: ReadonlySet<string>): readonly PeopleGroup[] =>
  groups.map((group) => ({ ...group, points: group.points.filter((point) => !shared.has(keyOf(point))) }));

/** Groups in the order of their first person: failures before what is not known. @param limit most groups. */
export const groupedPeople = (
  judged: readonly JudgedPerson[],
  textOf: (answer: Answer, who: Who) => AnswerText,
  limit: number,
): GroupedPeople => {
  const groups = new Map<string, Growing>();
  let shared: ReadonlySet<string> | undefined;
  let others = 0;
  for (const open of openPeople(judged)) {
    const points = openAnswers(open).map((answer) => textOf(answer, open.person));
    const keys = points.map(keyOf);
    const key = keys.join("\n");
    if (shared === undefined || shared.size > 0)
      shared = new Set(keys.filter((one) => shared?.has(one) ?? true));
    const known = groups.get(key);
    if (known !== undefined) {
      known.count++;
      if (known.people.length < listed) known.people.push(open);
    } else if (groups.size < limit) groups.set(key, { people: [open], count: 1, points });
    else others++;
  }
  const [first, ...more] = [...groups.values()];
  if (first === undefined || more.length === 0 || shared === undefined)
    return { everybody: [], groups: [...groups.values()], others };
  const isShared = shared;
  return {
    everybody: first.points.filter((point) => isShared.has(keyOf(point))),
    groups: withoutShared([first, ...more], shared),
    others,
  };
};
