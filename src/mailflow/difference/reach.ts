/** Whether forged mail could get past the filter at all: most tenants hold nothing that lets it, and need no search. */
import type { Recipient, TransportRule } from "../exchange/tenant";
import type { Match, Test } from "../exchange/transport-rules/atom";
import { outsideModel, unknownActions } from "../exchange/transport-rules/effect";
import { isEmpty } from "../exchange/transport-rules/region";
import { initialState } from "../exchange/transport-rules/state";
import { BudgetError, WorkError } from "../language/budget";
import type { Message } from "../message";
import type { Field, MessageClass } from "../message-class";
import { fateAtLevel } from "./arrival";
import { matchByValue } from "./match-by-value";
import type { Side } from "./side";

/** Fields that a rule above may have edited by the time a rule looks at them. */
const editedFields = (rules: readonly TransportRule[]): ReadonlySet<Field> => {
  const headers = rules.flatMap(({ parameters: { SetHeaderName, RemoveHeader } }) =>
    [SetHeaderName, RemoveHeader].flatMap((name) => name?.toLowerCase() ?? []),
  );
  return new Set<Field>([
    "subject",
    "body",
    ...headers.map((name): Field => `header:${name}`),
    ...(headers.includes("from") ? (["fromHeader"] as const) : []),
    ...(headers.includes("authentication-results") ? (["authenticationResults"] as const) : []),
  ]);
};

/** What the rule asks that no rule above can have changed: a message that matches ever meets this. */
const lastingPart = ({ clauses, exceptions }: Match, edited: ReadonlySet<Field>): Match => {
  const lasts = ({ field }: Test): boolean => !edited.has(field);
  return { clauses: clauses.filter((clause) => clause.every(lasts)), exceptions: exceptions.filter(lasts) };
};

/** A level or a classification stamped above, or a header set there, may arm these. */
const isArmedAbove = ({ parameters }: TransportRule, edited: ReadonlySet<Field>): boolean => {
  const { SCLOver, HasClassification, ExceptIfSCLOver, ExceptIfHasNoClassification } = parameters;
  return (
    [SCLOver, HasClassification, ExceptIfSCLOver, ExceptIfHasNoClassification].some(
      (value) => value !== undefined,
    ) || edited.size > 2
  );
};

const mayMatch = (
  side: Side,
  rule: TransportRule,
  messages: MessageClass,
  recipient: Recipient | undefined,
  edited: ReadonlySet<Field>,
): boolean => {
  const match = matchByValue(rule, { tenant: side.renamed, messages, recipient, state: initialState });
  if (isArmedAbove(rule, edited)) return true;
  return (
    match !== "never" &&
    !isEmpty(messages, [{ rule: rule.name, match: lastingPart(match, edited), matched: true }])
  );
};

/** @param message any forged mail from the sender to the recipient. */
export const mayGetPast = (
  side: Side,
  messages: MessageClass,
  recipient: Recipient | undefined,
  message: Message,
  asOf: Date,
): boolean => {
  const rules = side.rules ?? [];
  const edited = editedFields(rules);
  const known = new Map<number | undefined, boolean>();
  const isFiltered = (level: number | undefined): boolean => {
    const filtered =
      known.get(level) ?? fateAtLevel(side, level, message, "narrowness", asOf).fate === "filtered";
    known.set(level, filtered);
    return filtered;
  };
  try {
    if (!isFiltered(undefined)) return true;
    return rules.some((rule) => {
      const isUnknown = unknownActions(rule).length > 0 || outsideModel(rule).length > 0;
      const { SetSCL } = rule.parameters;
      if (!isUnknown && (SetSCL === undefined || isFiltered(SetSCL))) return false;
      return mayMatch(side, rule, messages, recipient, edited);
    });
  } catch (error) {
    if (!(error instanceof BudgetError) || error instanceof WorkError) throw error;
    return true;
  }
};
