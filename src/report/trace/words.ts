/** The words of a trace; each language has them all. `{name}` stands for a value. */

import type { ConditionName } from "../../mailflow/exchange/transport-rules/table";
import type { ExchangeStage, Outcome } from "../../mailflow/outcome";

/** A condition in words; its value is told behind it unless it holds it already. */
export interface Clause {
  readonly says: string;
  readonly holdsValue: boolean;
}

export interface TraceWords {
  /** The verdict on one mail, in capitals, and in a sentence. */
  readonly ends: Readonly<Record<Outcome | "undecided", string>>;
  readonly says: Readonly<Record<Outcome | "undecided", string>>;
  /** Where nothing that is known lets the mail into the inbox, but how it is stopped is open. */
  readonly saysStopped: string;
  /** `{from}`, `{to}`, `{subject}` */
  readonly mail: string;
  readonly typicalMail: string;
  readonly why: string;
  readonly after: string;
  readonly whatNow: string;
  readonly fix: string;
  readonly mayEnd: string;
  readonly stepByStep: string;
  /** `{step}`, `{stage}` */
  readonly step: string;
  /** What becomes of the mail, and who is told of it. */
  readonly happens: Readonly<Record<Outcome | "undecided", string>>;
  /** What a help desk does for the one who waits. */
  readonly now: Readonly<Record<Outcome | "undecided", string>>;
  /** What an administrator does for good; `{rule}` in transport rules. */
  readonly cure: Readonly<Record<ExchangeStage, string>>;
  readonly cureUnsureRule: string;
  /** `{when}` */
  readonly when: string;
  /** `{rule}` */
  readonly rule: string;
  /** `{rule}`, `{priority}` */
  readonly ruleWithPriority: string;
  readonly matches: string;
  readonly mayMatch: string;
  readonly matchesNot: string;
  readonly because: string;
  /** Between a clause and its value. */
  readonly colon: string;
  readonly always: string;
  readonly and: string;
  readonly exempt: string;
  readonly holdsNot: string;
  readonly isOpen: string;
  /** `{found}` */
  readonly found: string;
  readonly foundNothing: string;
  /** `{actions}` */
  readonly does: string;
  /** `{outcome}` */
  readonly thenEnds: string;
  /** `{count}` */
  readonly otherRules: string;
  readonly nothingStops: string;
  readonly notReached: string;
  readonly noRule: string;
  /** `{address}` */
  readonly unknownRecipient: string;
  readonly remember: string;
  /** Facts that limit what a trace can tell. */
  readonly limits: readonly string[];
  /** What the condition asks, as a clause; `expected` where the clause says the value itself. */
  readonly condition: (name: ConditionName, expected: string) => Clause;
  /** What the evaluator worded, in this language. */
  readonly phrase: (english: string) => string;
  /** What was found, where the evaluator worded it for want of a text in the message. */
  readonly standIn: (found: string) => string;
}
