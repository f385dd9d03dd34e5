/** Where a message ends, and what is concluded about a whole class of messages. */

export type Outcome =
  | "inbox"
  | "junk"
  | "quarantined"
  | "rejected"
  | "deleted"
  | "redirected"
  | "held"
  | "left-tenant"
  | "moved";

export type DeliveryVerdict = "proven" | "not-guaranteed" | "blocked" | "undecided";
export type NarrownessVerdict = "narrow" | "no-bypass" | "too-wide" | "undecided";

/** How sure a block is: for any text, for text Aircall plausibly writes, or only for text it is unlikely to write. */
export type Certainty = "certain" | "likely" | "content-dependent";

/** `organisation` covers the tenant's settings; `mailbox` what sits on one recipient. */
export type Scope = "organisation" | "mailbox";

/** One step of Exchange Online's pipeline, in order (exchange-online.md 3.1). */
export const exchangeStages = [
  "edge",
  "connectors",
  "connection-filter",
  "malware-filter",
  "transport-rules",
  "tenant-allow-block-list",
  "anti-spam",
  "anti-phishing",
  "mailbox",
] as const;

export type ExchangeStage = (typeof exchangeStages)[number];

const deliveryOrder: readonly DeliveryVerdict[] = ["proven", "not-guaranteed", "undecided", "blocked"];
const narrownessOrder: readonly NarrownessVerdict[] = ["no-bypass", "narrow", "undecided", "too-wide"];

const worst = <Verdict>(order: readonly Verdict[], verdicts: readonly Verdict[], best: Verdict): Verdict =>
  verdicts.reduce((left, right) => (order.indexOf(right) > order.indexOf(left) ? right : left), best);

/** The verdict of the whole, from the verdicts of its parts: a block outweighs a doubt, a doubt a missing guarantee. */
export const worstDelivery = (verdicts: readonly DeliveryVerdict[]): DeliveryVerdict =>
  worst(deliveryOrder, verdicts, "proven");

export const worstNarrowness = (verdicts: readonly NarrownessVerdict[]): NarrownessVerdict =>
  worst(narrownessOrder, verdicts, "no-bypass");

/** Exit code of a command that decided (design: 0 proven, 1 blocked or too wide, 3 not guaranteed or undecided). */
export const exitCodeOf = (delivery: DeliveryVerdict, narrowness: NarrownessVerdict): 0 | 1 | 3 => {
  if (delivery === "blocked" || narrowness === "too-wide") return 1;
  if (delivery === "proven" && (narrowness === "narrow" || narrowness === "no-bypass")) return 0;
  return 3;
};
