/** One change as a line: who, what changed from what to what, why, and what to do. */
import type { ReadinessStyle } from "../style";
import { type ChangeEntry, savedText, stateText } from "./entries";

export interface ChangeLine {
  readonly who: string;
  readonly what: string;
  /** Why it is so now, and what to do; for what got worse or is new. */
  readonly notes: readonly string[];
}

const arrow = (...states: readonly string[]): string => states.join(" → ");

export const changeLine = (
  { user, check, before, after }: ChangeEntry,
  style: ReadinessStyle,
): ChangeLine => {
  const { words, masking } = style;
  const { email, name } = masking.who(user);
  const who = name === "" ? email : `${name} <${email}>`;
  if (check === undefined) {
    const states = [before, after].filter((state) => state !== undefined);
    return { who, what: arrow(...states.map((state) => stateText(state, style))), notes: [] };
  }
  const { verdict, reason, action, owner } = check.after;
  const change = arrow(words.verdict[check.before.verdict], words.verdict[verdict]);
  const todo = action === null ? [] : [savedText(action, user, style)];
  const notes = [
    savedText(reason, user, style),
    ...todo.map((text) => (owner === null ? text : `${words.owner[owner]}${words.colon}${text}`)),
  ];
  return {
    who,
    what: `${words.check[check.after.id]}${words.colon}${change}`,
    notes: verdict === "pass" ? [] : notes,
  };
};
