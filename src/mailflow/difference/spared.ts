/** Whether one message is spared by given rules, told from the values that were found for it: no search is needed. */
import type { Test } from "../exchange/transport-rules/atom";
import type { Region } from "../exchange/transport-rules/region";
import { fold } from "../language/language";
import type { Field, MessageClass } from "../message-class";
import { type FieldValues, witnessMessage } from "../witness";

/** Texts a message takes where nothing was asked of them. */
const textsOf = (messages: MessageClass): ReadonlyMap<Field, string> => {
  const { subject, body } = witnessMessage(messages, "", new Map());
  return new Map<Field, string>([
    ["subject", fold(subject)],
    ["body", fold(body)],
  ]);
};

/** @param spared constraints of rules that must not match. */
export const sparesSurely = (messages: MessageClass, spared: Region, values: FieldValues): boolean => {
  if (spared.length === 0) return true;
  const texts = textsOf(messages);
  const textFor = ({ field }: Test): string | undefined => values.get(field) ?? texts.get(field);
  const fails = (test: Test): boolean => {
    const value = textFor(test);
    return value !== undefined && !test.bounds.possibly.accepts(value);
  };
  const holds = (test: Test): boolean => {
    const value = textFor(test);
    return value !== undefined && test.bounds.surely.accepts(value);
  };
  return spared.every(
    ({ match }) => match.clauses.some((clause) => clause.every(fails)) || match.exceptions.some(holds),
  );
};
