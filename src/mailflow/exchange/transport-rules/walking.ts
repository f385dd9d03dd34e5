/** A walk of one class of messages to one recipient through the rules: what it asks, what it keeps, what comes of it. */
import type { TransportRule } from "../tenant";
import type { Branch, Group } from "./branch";
import type { Ending } from "./effect";
import type { AskMatches } from "./kept-matches";
import type { AskRegion } from "./kept-regions";
import type { Region, Standing } from "./region";
import type { Surroundings } from "./surroundings";

/** A rule that keeps messages from the inbox, or may. */
export interface RuleEnding {
  readonly rule: TransportRule;
  readonly ending: Ending | { readonly outcome: "unknown"; readonly action: string };
  readonly standing: Standing;
}

/** Messages that left the rules, and how surely there are some. */
export interface Arrival extends Branch {
  readonly standing: Standing;
}

export interface Walk {
  readonly endings: readonly RuleEnding[];
  /** Messages that left the rules and were not all destroyed, by state. */
  readonly branches: readonly Arrival[];
  /** Budgets that ran out, with the rule at which they did. */
  readonly exhausted: readonly { readonly rule: string; readonly budget: string }[];
}

/** What a walk asks; the answers serve the walks of other recipients too. */
export interface Questions extends AskRegion {
  readonly matchesOf: AskMatches;
}

/** A walk of one class and one recipient; keeps what the rules below need to know. */
export interface Walking {
  readonly around: Pick<Surroundings, "tenant" | "messages" | "recipient">;
  readonly ask: Questions;
  readonly endings: RuleEnding[];
  readonly exhausted: { readonly rule: string; readonly budget: string }[];
  /** Branches that a stop took out of the rules. */
  readonly stopped: Branch[];
  open: readonly Group[];
  /**
   * Messages no stop took out, whatever was done to them: destroying rules are asked about these, once. `undefined` where
   * a stop looked at states differently, so that no one region says it.
   */
  live: Region | undefined;
  /** A rule that destroys every message still live. */
  destroyedBy: string | undefined;
  /** The work of the whole decision ran out: nothing more can be asked. */
  isSpent: boolean;
}
