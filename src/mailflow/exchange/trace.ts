/** What following one message through the service tells: where it may end, and everything looked at on the way. */
import type { ExchangeStage, Outcome } from "../outcome";
import type { Truth } from "./evaluator/truth";

/** One condition of a rule, setting or list entry against the message: what was asked, what was there. */
export interface TraceCondition {
  /** Name as the cmdlet has it, `ExceptIf` included: `SubjectContainsWords`, `SenderIPAddresses`. */
  readonly parameter: string;
  /** The value of the tenant, as text; lists joined by `, `. */
  readonly expected: string;
  /** What the message, or the directory, has in its place; long text is shortened. */
  readonly found: string;
  /** `undefined` where it is not known. An exception that holds exempts. */
  readonly holds: Truth;
}

/** One thing that was looked at, in the order in which the service looks. */
export interface TraceStep {
  readonly stage: ExchangeStage;
  /** The rule, connector, policy or inbox rule that was visited; absent on the step that concludes a stage. */
  readonly rule?: string;
  /** Whether the rule matched; `undefined` where that is not known. Absent where the step is no rule. */
  readonly matched?: Truth;
  /** What it asked, each with its answer; absent where nothing was asked. */
  readonly conditions?: readonly TraceCondition[];
  /** What was looked at and concluded, a plain sentence without its subject's stage. */
  readonly text: string;
  /** Open questions answered one way to get here: `rule "X" matches`. Absent on the way that took no guess. */
  readonly when?: readonly string[];
}

/** One way a message may end. */
export interface Ending {
  readonly outcome: Outcome | "undecided";
  readonly stage: ExchangeStage;
  readonly rule?: string;
  readonly because: string;
  /** Whether an allow took it past every verdict of the filter that the tenant can lift. */
  readonly bypassed: boolean;
  /** Open questions answered one way to end so. Absent on the way that took no guess. */
  readonly when?: readonly string[];
}

export interface Evaluation {
  /** The one outcome of every ending, else `undecided`. */
  readonly outcome: Outcome | "undecided";
  /** Whether every ending is bypassed. */
  readonly bypassed: boolean;
  readonly endings: readonly Ending[];
  readonly trace: readonly TraceStep[];
}
