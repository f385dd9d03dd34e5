/**
 * A list of transport rules as one formula, by exchange-online.md 2.1, 2.7, 2.8 and 2.9: what must be true of a message
 * that ends outside the inbox, or that passes the spam filter. Shares nothing with the decider.
 */
import { type At, constants, holds, integer, type Possible, type Route, unstamped } from "./condition";
import type { Reading } from "./readings";
import type { Action, OracleRule } from "./rule";
import { all, not, some } from "./smt";
import type { Question } from "./solver";

const given = <T>(
  values: readonly Possible<T>[],
  matched: string,
  change: (value: T) => T,
): Possible<T>[] => [
  ...values.map(({ value, when }) => ({ value, when: all([when, not(matched)]) })),
  ...values.map(({ value, when }) => ({ value: change(value), when: all([when, matched]) })),
];

const edited = (at: At, matched: string, action: Action, scl: string): At => {
  switch (action.kind) {
    case "scl":
      return { ...at, scl };
    case "prefix":
      return { ...at, prefixes: given(at.prefixes, matched, (value) => action.text + value) };
    case "mark":
      return { ...at, markers: given(at.markers, matched, () => action.text) };
    case "unmark":
      return { ...at, markers: given(at.markers, matched, () => null) };
    default:
      return at;
  }
};

/** What a message of the class may be (aircall.md 1.3 for genuine mail). */
const classOf = ({ genuine }: Route): readonly string[] =>
  genuine
    ? ["(>= n 1024)", "(< n 1048576)", '(= i "normal")']
    : ["(>= n 0)", "(< n 1000000000)", '(or (= i "low") (= i "normal") (= i "high"))'];

export interface Formula {
  /** Names of the truths below are constants of it. */
  readonly question: Question;
  /** Destroyed by a rule, or marked as spam for a policy that moves spam. */
  readonly outside: string;
  /** Past the spam filter, with SCL -1. */
  readonly bypassed: string;
}

/** @param rules in priority order. */
export const formula = (rules: readonly OracleRule[], route: Route, reading: Reading): Formula => {
  const declared: Record<string, "String" | "Int" | "Bool"> = { ...constants };
  const assertions: string[] = [...classOf(route)];
  const name = (sort: "Bool" | "Int", called: string, term: string): string => {
    declared[called] = sort;
    assertions.push(`(= ${called} ${term})`);
    return called;
  };
  let at: At = {
    route,
    reading,
    scl: unstamped,
    prefixes: [{ value: "", when: "true" }],
    markers: [{ value: undefined, when: "true" }],
  };
  let running = "true";
  const destroyed: string[] = [];
  for (const [place, { conditions, exceptions, action, stops }] of rules.entries()) {
    const matched = name(
      "Bool",
      `matched${place}`,
      all([
        running,
        ...conditions.map((one) => holds(one, at)),
        not(some(exceptions.map((one) => holds(one, at)))),
      ]),
    );
    if (action.kind === "destroy") destroyed.push(matched);
    if (stops || action.kind === "destroy")
      running = name("Bool", `running${place}`, all([running, not(matched)]));
    const scl =
      action.kind === "scl"
        ? name("Int", `scl${place}`, `(ite ${matched} ${integer(action.level)} ${at.scl})`)
        : at.scl;
    at = edited(at, matched, action, scl);
  }
  const dead = some(destroyed);
  return {
    question: { constants: declared, assertions },
    outside: some([dead, `(>= ${at.scl} 5)`]),
    bypassed: all([not(dead), `(= ${at.scl} ${integer(-1)})`]),
  };
};
