/** What filtering settles of a message, and the policies that settle it (exchange-online.md 3.2, 3.3). */
import type { FilterVerdict } from "../../message";
import type { ExchangeStage, Outcome } from "../../outcome";
import type { Setting } from "../precedence";
import type { AntiPhishPolicy, HostedContentFilterPolicy } from "../tenant";
import type { Mail } from "./ways";

/** The one policy of each type that binds the recipient. */
export interface Binding {
  readonly content: HostedContentFilterPolicy;
  /** Where it cannot be named, the reason: then any protection may be on. */
  readonly phishing: AntiPhishPolicy | { readonly unknown: string };
}

/** What becomes of a message of one verdict, and what decided it: the user's own lists ask for that (3.4). */
export interface Settled {
  readonly outcome: Outcome | "undecided";
  readonly stage: ExchangeStage;
  readonly because: string;
  readonly verdict: FilterVerdict;
  /** `verdict`: the filter's own. `open`: nobody publishes who decides. */
  readonly decidedBy: Setting | "verdict" | "dmarc-policy" | "open";
  /** Whether allows lift every verdict that a tenant can lift. */
  readonly bypassed: boolean;
}

/** One of the ways a verdict may be settled, with the mail and its guesses. */
export interface SettledMail {
  readonly settled: Settled;
  readonly mail: Mail;
}

export interface SettledVerdict {
  /** What the service's own filter concludes, before anything the tenant finds. */
  readonly verdict: FilterVerdict;
  readonly settled: readonly SettledMail[];
}

/** The same before it is known of which verdict. */
export type Draft = Omit<Settled, "verdict" | "bypassed">;

export const open = (stage: ExchangeStage, because: string): Draft => ({
  outcome: "undecided",
  stage,
  because,
  decidedBy: "open",
});
