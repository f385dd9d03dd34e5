/** What becomes of one message in one tenant, told by the reference evaluator. */
import { type Ending, evaluateExchange } from "../exchange/evaluate";
import type { ExchangeTenant } from "../exchange/tenant";
import type { FilterVerdict, Message } from "../message";
import type { ExchangeStage, Outcome } from "../outcome";

/** For genuine mail: in the inbox for sure, for the classifier to say, out of the inbox for sure, or not known. */
export type DeliveryFate = "guaranteed" | "left-to-classifier" | "blocked" | "undecided";

/** For forged mail: past the classifier, not past it, or not known. */
export type NarrownessFate = "past-the-filter" | "filtered" | "undecided";

export type About = "delivery" | "narrowness";

export interface Fate {
  readonly fate: DeliveryFate | NarrownessFate;
  /** Where it ends, for mail that is blocked. */
  readonly outcome?: Outcome;
  readonly stage?: ExchangeStage;
  readonly rule?: string;
  /** Why it is not known. */
  readonly because?: string;
}

/** Stages in front of the rules act alike on all texts: what they leave open is compared by itself. */
const frontStages: ReadonlySet<ExchangeStage> = new Set([
  "connectors",
  "connection-filter",
  "malware-filter",
]);

const unknown = (endings: readonly Ending[]): Fate => {
  const first = endings.find(({ outcome }) => outcome === "undecided") ?? endings[0];
  if (first === undefined) return { fate: "undecided" };
  const { stage, rule, because } = first;
  return { fate: "undecided", stage, because, ...(rule === undefined ? {} : { rule }) };
};

const where = ({ outcome, stage, rule }: Ending): Omit<Fate, "fate"> => ({
  stage,
  ...(outcome === "undecided" ? {} : { outcome }),
  ...(rule === undefined ? {} : { rule }),
});

const endingsOf = (
  tenant: ExchangeTenant,
  { filterVerdict: _any, ...message }: Message,
  asOf: Date,
  verdict?: FilterVerdict,
): readonly Ending[] => {
  const asked = verdict === undefined ? message : { ...message, filterVerdict: verdict };
  const { endings } = evaluateExchange(tenant, asked, asOf, "organisation", false);
  const behind = endings.filter(({ stage }) => !frontStages.has(stage));
  return behind.length === 0 ? endings : behind;
};

const arrives = ({ outcome }: Ending): boolean => outcome === "inbox";
const isOut = ({ outcome }: Ending): boolean => outcome !== "inbox" && outcome !== "undecided";

const deliveryFate = (tenant: ExchangeTenant, message: Message, asOf: Date): Fate => {
  const endings = endingsOf(tenant, message, asOf);
  if (endings.every(arrives)) return { fate: "guaranteed" };
  // What does not arrive clean does not arrive at all: any other verdict only makes it worse.
  const ofClean = endingsOf(tenant, message, asOf, "clean");
  const [first] = ofClean;
  if (first !== undefined && ofClean.every(isOut)) return { fate: "blocked", ...where(first) };
  return ofClean.every(arrives) ? { fate: "left-to-classifier" } : unknown(ofClean);
};

const narrownessFate = (tenant: ExchangeTenant, message: Message, asOf: Date): Fate => {
  const endings = endingsOf(tenant, message, asOf);
  if (endings.every(({ bypassed }) => bypassed)) return { fate: "past-the-filter" };
  const ofPhish = endingsOf(tenant, message, asOf, "phish");
  const [first] = ofPhish;
  return first !== undefined && ofPhish.every(({ bypassed, outcome }) => !bypassed && outcome !== "undecided")
    ? { fate: "filtered", ...where(first) }
    : unknown(ofPhish);
};

/** Follows the message through every stage, whatever the classifier would say of it. */
export const fateOf = (tenant: ExchangeTenant, message: Message, about: About, asOf: Date): Fate =>
  about === "delivery" ? deliveryFate(tenant, message, asOf) : narrownessFate(tenant, message, asOf);

/** Where forged mail ends that got no bypass is nobody's concern. */
export const withoutIdleEnd = (fate: Fate): Fate => (fate.fate === "filtered" ? { fate: "filtered" } : fate);
