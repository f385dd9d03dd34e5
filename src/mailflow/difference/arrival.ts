/** What becomes of mail that no rule ended, by the spam confidence level it arrives with: its text plays no part in that. */
import type { ExchangeTenant } from "../exchange/tenant";
import type { Message } from "../message";
import { type About, type Fate, fateOf, withoutIdleEnd } from "./fate";
import type { Side } from "./side";
import type { Way } from "./ways";

/** The tenant with one rule that stamps the level on all mail, or none. */
const stamping = (tenant: ExchangeTenant, level: number | undefined): ExchangeTenant => ({
  ...tenant,
  transportRules:
    level === undefined
      ? []
      : [{ name: "level", priority: 0, enabled: true, parameters: { SetSCL: level }, unmodelled: [] }],
});

const stamped = new WeakMap<Side, Map<number | undefined, ExchangeTenant>>();

/** Each is made once, so that what is known of its directory is found once. */
const stampingOnce = (side: Side, level: number | undefined): ExchangeTenant => {
  const ofSide = stamped.get(side) ?? new Map<number | undefined, ExchangeTenant>();
  stamped.set(side, ofSide);
  const tenant = ofSide.get(level) ?? stamping(side.tenant, level);
  ofSide.set(level, tenant);
  return tenant;
};

/** What becomes of mail that arrives with the level; `message` is any mail from the same sender to the same recipient. */
export const fateAtLevel = (
  side: Side,
  level: number | undefined,
  message: Message,
  about: About,
  asOf: Date,
): Fate => fateOf(stampingOnce(side, level), message, about, asOf);

/** What becomes of mail on a way, told by its end. */
export const fateOfWay = (side: Side, way: Way, message: Message, about: About, asOf: Date): Fate => {
  if (way.fate === undefined) {
    const fate = fateAtLevel(side, way.state.scl, message, about, asOf);
    // A level that takes mail away has a rule behind it.
    return fate.fate === "blocked" && fate.rule === undefined && way.levelBy !== undefined
      ? { ...fate, rule: way.levelBy }
      : withoutIdleEnd(fate);
  }
  return about === "narrowness" && way.end === "destroyed" ? { fate: "filtered" } : way.fate;
};

/** Whether it makes no difference to such mail if a rule above ends it after all. */
export const isAsIfEnded = (about: About, { fate }: Fate): boolean =>
  fate === (about === "delivery" ? "blocked" : "filtered");
