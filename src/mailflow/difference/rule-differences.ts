/** Messages that fare differently on their ways through the two tenants: found by search, told by replay. */
import type { Standing } from "../exchange/transport-rules/region";
import { BudgetError, WorkError } from "../language/budget";
import type { Message } from "../message";
import type { MessageClass } from "../message-class";
import { witnessMessage } from "../witness";
import { fateOfWay, isAsIfEnded } from "./arrival";
import type { SingleChange } from "./change";
import type { About, Fate } from "./fate";
import { type Meet, meetOnce } from "./meeting";
import { reasonsOf } from "./reasons";
import type { RecipientPair } from "./recipient-pairs";
import type { Side } from "./side";
import { changeBetween, isWorse } from "./verdict-of-change";
import type { Way, Ways } from "./ways";

/** What is compared: both tenants, and the recipients that both treat alike. */
export interface Comparison {
  readonly before: Side;
  readonly after: Side;
  readonly recipients: RecipientPair;
  readonly asOf: Date;
  /** Connector or host of the gateway that genuine mail comes in by; `undefined` where it comes straight. */
  readonly route: string | undefined;
}

const aboutOf = ({ name }: MessageClass): About => (name === "aircall" ? "delivery" : "narrowness");

/** Where the recipients were not read, any address will do. */
const anyAddress = "somebody@tenant.example";

export const addressOf = ({ before, after }: RecipientPair): string =>
  (after ?? before)?.address ?? anyAddress;

type Shared = Pick<SingleChange, "about" | "sender" | "recipients" | "rules">;

/** What is said where it is not sure that any message takes both ways: never more than a doubt. */
const doubt = (shared: Shared, was: Fate, is: Fate, because: string): SingleChange =>
  isWorse(is, was)
    ? { ...shared, kind: "no-longer-undecided", before: { fate: "undecided" }, after: is, because }
    : { ...shared, kind: "newly-undecided", before: was, after: { fate: "undecided" }, because };

/** What is said where some message takes both ways; its mail is made and replayed once it is known what it is shown for. */
const changesOf = (
  { recipients, route }: Comparison,
  messages: MessageClass,
  shared: Shared,
  [was, is]: readonly [Fate, Fate],
  stands: Exclude<Standing, { kind: "undecided" }>,
): readonly SingleChange[] => {
  const kind = changeBetween(was, is);
  if (kind === undefined) return [];
  const isSettled = was.fate !== "undecided" && is.fate !== "undecided";
  const because = was.because ?? is.because;
  return [
    {
      ...shared,
      kind,
      before: was,
      after: is,
      ...(shared.about === "delivery" ? { certainty: stands.kind } : {}),
      ...(isSettled
        ? { witness: () => routed(witnessMessage(messages, addressOf(recipients), stands.values), route) }
        : {}),
      ...(because === undefined ? {} : { because }),
    },
  ];
};

const routed = (message: Message, route: string | undefined): Message =>
  route === undefined ? message : { ...message, route };

/** What becomes of one sender's mail on each way, found once per way. */
const fatesOf = (
  side: Side,
  { recipients, asOf, route }: Comparison,
  messages: MessageClass,
  ways: readonly Way[],
): ReadonlyMap<Way, Fate> => {
  const message = routed(witnessMessage(messages, addressOf(recipients), new Map()), route);
  const byLevel = new Map<string, Fate>();
  return new Map(
    ways.map((way) => {
      const key = way.fate === undefined ? `${way.state.scl} ${way.levelBy}` : JSON.stringify(way.fate);
      const fate = byLevel.get(key) ?? fateOfWay(side, way, message, aboutOf(messages), asOf);
      byLevel.set(key, fate);
      return [way, fate];
    }),
  );
};

const compareOne = (
  comparison: Comparison,
  messages: MessageClass,
  before: Ways,
  after: Ways,
  meet: Meet,
): readonly SingleChange[] => {
  const { recipients } = comparison;
  const about = aboutOf(messages);
  const fatesBefore = fatesOf(comparison.before, comparison, messages, before.ways);
  const fatesAfter = fatesOf(comparison.after, comparison, messages, after.ways);
  return before.ways.flatMap((one) =>
    after.ways.flatMap((other): readonly SingleChange[] => {
      const [was, is] = [fatesBefore.get(one), fatesAfter.get(other)];
      if (was === undefined || is === undefined || was.fate === is.fate) return [];
      const left = { way: one, asIfEnded: isAsIfEnded(about, was) };
      const right = { way: other, asIfEnded: isAsIfEnded(about, is) };
      const rules = [...new Set([...one.rules, ...other.rules])];
      const shared = { about, sender: messages.sender, recipients, rules };
      try {
        const stands = meet(left, right);
        if (stands === undefined) return [];
        return stands.kind === "undecided"
          ? [doubt(shared, was, is, reasonsOf(messages, [one, other], stands))]
          : changesOf(comparison, messages, shared, [was, is], stands);
      } catch (error) {
        if (!(error instanceof BudgetError) || error instanceof WorkError) throw error;
        return [exhaustedChange(messages, recipients, rules, error.budget)];
      }
    }),
  );
};

/**
 * Every way in one tenant against every way in the other. Senders that no rule of either tenant tells apart share the search;
 * each gets its own replay.
 * @param alike the classes of messages of those senders.
 */
export const compareWays = (
  comparison: Comparison,
  alike: readonly MessageClass[],
  before: Ways,
  after: Ways,
): readonly SingleChange[] => {
  const [first] = alike;
  if (first === undefined) return [];
  const meet = meetOnce(first);
  return alike.flatMap((messages) => compareOne(comparison, messages, before, after, meet));
};

/** A question about these rules that outgrew its budget. */
export const exhaustedChange = (
  messages: MessageClass,
  recipients: RecipientPair,
  rules: readonly string[],
  budget: string,
): SingleChange => {
  const rule = rules.at(-1) ?? "the transport rules";
  return {
    kind: "newly-undecided",
    about: aboutOf(messages),
    sender: messages.sender,
    recipients,
    before: { fate: "undecided" },
    after: { fate: "undecided" },
    because: `the budget "${budget}" ran out at the rule "${rule}"`,
    rules,
  };
};
