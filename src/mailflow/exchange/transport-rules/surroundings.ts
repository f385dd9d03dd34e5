/** What a condition is read against, and the answers that need no field of a message. */
import { type Bounds, BudgetError, contains, fold } from "../../language/language";
import type { MessageClass } from "../../message-class";
import type { ExchangeTenant, Recipient } from "../tenant";
import { type Atom, constant, fact } from "./atom";
import type { RuleState } from "./state";
import type { TransportRuleParameters } from "./table";

/** Everything a condition is read against. */
export interface Surroundings {
  readonly tenant: ExchangeTenant;
  readonly messages: MessageClass;
  /** `undefined` where the recipients were not read. */
  readonly recipient: Recipient | undefined;
  readonly state: RuleState;
  readonly parameters: TransportRuleParameters;
  /** Name prefix of sibling parameters: empty for conditions, `ExceptIf` for exceptions. */
  readonly twin: "" | "ExceptIf";
}

/** A truth that may not be known. */
export const settled = (holds: boolean | undefined, because: string): Atom =>
  holds === undefined ? fact(because) : constant(holds);

export const never: readonly Atom[] = [constant(false)];
const always: readonly Atom[] = [constant(true)];

/** A known text against bounds: true, false, or a fact where the bounds part. */
export const known = (bounds: Bounds, text: string, because: string): Atom => {
  const folded = fold(text);
  try {
    if (contains(bounds.surely, folded)) return constant(true);
    return contains(bounds.possibly, folded) ? fact(bounds.because ?? because) : constant(false);
  } catch (error) {
    if (error instanceof BudgetError) return fact(`${because}: the budget "${error.budget}" ran out`);
    throw error;
  }
};

/** A name that only qualifies another condition: as a condition it adds nothing, as an exception it exempts nobody. */
export const qualifier = (around: Surroundings): readonly Atom[] => (around.twin === "" ? always : never);
