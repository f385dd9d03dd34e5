/** The messages that take one way in one tenant and another way in the other. */
import { type Constraint, type Region, type Standing, standing } from "../exchange/transport-rules/region";
import type { MessageClass } from "../message-class";
import { matchText } from "./match-by-value";
import { sparesSurely } from "./spared";
import type { Way } from "./ways";

/** Each constraint once, or `undefined` where one contradicts another: the search need not find that out. */
const joined = (constraints: Region): Region | undefined => {
  const byText = new Map<string, Constraint>();
  for (const constraint of constraints) {
    const text = matchText(constraint.match);
    const other = byText.get(text);
    if (other !== undefined && other.matched !== constraint.matched) return undefined;
    byText.set(text, constraint);
  }
  return [...byText.values()];
};

/** One side of a meeting. */
export interface Met {
  readonly way: Way;
  /** Whether a message that a rule above ends fares the same, so that the rules above need not have spared it. */
  readonly asIfEnded: boolean;
}

const least = ({ way: { region, spared }, asIfEnded }: Met): Region =>
  asIfEnded ? region : [...region, ...spared];
const exact = ({ way: { region, spared } }: Met): Region => [...region, ...spared];

/**
 * How surely some message takes both ways, or fares as if it did; `undefined` where none does. Messages that a rule above
 * ends too are left to the way that ends there, unless it is in doubt whether that rule spares any.
 * @throws BudgetError
 */
const meeting = (messages: MessageClass, left: Met, right: Met): Standing | undefined => {
  const whole = joined([...least(left), ...least(right)]);
  const stands = whole && standing(messages, whole);
  if (stands === undefined || stands.kind === "undecided") return stands;
  const above = [left, right].flatMap(({ way, asIfEnded }) => (asIfEnded ? way.spared : []));
  if (sparesSurely(messages, above, stands.values)) return stands;
  const part = joined([...exact(left), ...exact(right)]);
  const exactly = part && standing(messages, part);
  return exactly?.kind === "undecided" ? stands : exactly;
};

export type Meet = (left: Met, right: Met) => Standing | undefined;

/**
 * What was found for one sender holds for those that no rule tells apart from it.
 * @throws BudgetError
 */
export const meetOnce = (messages: MessageClass): Meet => {
  const known = new Map<Way, Map<Way, Map<string, Standing | undefined>>>();
  return (left, right) => {
    const ofLeft = known.get(left.way) ?? new Map<Way, Map<string, Standing | undefined>>();
    known.set(left.way, ofLeft);
    const ofBoth = ofLeft.get(right.way) ?? new Map<string, Standing | undefined>();
    ofLeft.set(right.way, ofBoth);
    const key = `${left.asIfEnded} ${right.asIfEnded}`;
    if (!ofBoth.has(key)) ofBoth.set(key, meeting(messages, left, right));
    return ofBoth.get(key);
  };
};
