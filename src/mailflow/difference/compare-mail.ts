/** Compares what becomes of genuine and forged mail, per sender and per class of recipients. */
import { charged, openAccount, WorkError } from "../language/budget";
import { aircallClass, forgedClass, type MessageClass } from "../message-class";
import { witnessMessage } from "../witness";
import type { SingleChange } from "./change";
import { mayGetPast } from "./reach";
import type { RecipientPair } from "./recipient-pairs";
import { commonWaysIn } from "./routes";
import { addressOf, type Comparison, compareWays, exhaustedChange } from "./rule-differences";
import { isSameValue } from "./same-value";
import type { Side } from "./side";
import { type Exhausted, type Ways, waysThrough } from "./ways";

interface Known {
  /** Every part but rules and recipients is the same. */
  readonly sameParts: boolean;
  /** The rules in force do the same in the same order. */
  readonly sameRules: boolean;
  readonly editedRules: ReadonlySet<string>;
}

export interface ComparedMail {
  readonly changes: readonly SingleChange[];
  /** Whether some rule outgrew a budget, in whichever tenant. */
  readonly exhausted: boolean;
}

/** Classes that no rule of either tenant tells apart. */
const grouped = (
  { before, after }: { readonly before: Side; readonly after: Side },
  classes: readonly MessageClass[],
): readonly (readonly MessageClass[])[] => {
  const groups = new Map<string, MessageClass[]>();
  for (const one of classes) {
    const key = `${before.senderKey(one)}\u0001${after.senderKey(one)}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
};

/** A budget that ran out in both tenants at a rule nobody edited left the same question open before. */
const newlyExhausted = (before: Ways, after: Ways, edited: ReadonlySet<string>): readonly Exhausted[] => {
  const has = (list: readonly Exhausted[], { rule, budget }: Exhausted) =>
    list.some((one) => one.rule === rule && one.budget === budget);
  return [...before.exhausted, ...after.exhausted].filter(
    (one) => edited.has(one.rule) || !has(before.exhausted, one) || !has(after.exhausted, one),
  );
};

const mayFareDifferently = (
  { before, after, recipients, asOf }: Comparison,
  forged: MessageClass,
): boolean => {
  const message = witnessMessage(forged, addressOf(recipients), new Map());
  return (
    mayGetPast(before, forged, recipients.before, message, asOf) ||
    mayGetPast(after, forged, recipients.after, message, asOf)
  );
};

/** The classes are built once for each kind of route, so that their automata are. */
const groupsByRoute = (
  groupsOf: (isAuthenticated: boolean) => readonly (readonly MessageClass[])[],
): typeof groupsOf => {
  const known = new Map<boolean, readonly (readonly MessageClass[])[]>();
  return (isAuthenticated) => {
    const groups = known.get(isAuthenticated) ?? groupsOf(isAuthenticated);
    known.set(isAuthenticated, groups);
    return groups;
  };
};

const rerouted = (sender: string, recipients: RecipientPair): SingleChange => ({
  kind: "newly-undecided",
  about: "delivery",
  sender,
  recipients,
  before: { fate: "undecided" },
  after: { fate: "undecided" },
  because: "mail comes in by another way than before",
  rules: [],
});

/** States of automata: about a million are walked in a second. What is not reached by then is undecided. */
const workOfOneComparison = 10_000_000;

export const compareMail = (
  sides: { readonly before: Side; readonly after: Side },
  pairs: readonly RecipientPair[],
  senders: readonly string[],
  asOf: Date,
  known: Known,
): ComparedMail => {
  const changes: SingleChange[] = [];
  let exhausted = false;
  const account = openAccount(workOfOneComparison);
  if (sides.before.rules === undefined || sides.after.rules === undefined) return { changes, exhausted };
  const compare = (comparison: Comparison, alike: readonly MessageClass[]): void => {
    try {
      if (account.left < 0) throw new WorkError();
      charged(account, () => compareAlike(comparison, alike));
    } catch (error) {
      if (!(error instanceof WorkError)) throw error;
      exhausted = true;
      changes.push(...alike.map((one) => exhaustedChange(one, comparison.recipients, [], error.budget)));
    }
  };
  const compareAlike = (comparison: Comparison, alike: readonly MessageClass[]): void => {
    const [messages] = alike;
    if (messages === undefined) return;
    const { recipients } = comparison;
    if (messages.name === "forged" && !alike.some((one) => mayFareDifferently(comparison, one))) return;
    const before = waysThrough(sides.before, messages, recipients.before);
    const after = waysThrough(sides.after, messages, recipients.after);
    exhausted ||= before.exhausted.length + after.exhausted.length > 0;
    for (const { rule, budget } of newlyExhausted(before, after, known.editedRules))
      changes.push(...alike.map((one) => exhaustedChange(one, recipients, [rule], budget)));
    changes.push(...compareWays(comparison, alike, before, after));
  };
  const genuine = groupsByRoute((isAuthenticated) =>
    grouped(
      sides,
      senders.map((sender) => aircallClass(sender, { isAuthenticated })),
    ),
  );
  const forged = grouped(sides, senders.map(forgedClass));
  for (const recipients of pairs) {
    const sameBehindRules = known.sameParts && isSameValue(recipients.before, recipients.after);
    if (sameBehindRules && known.sameRules) continue;
    const comparison: Comparison = { ...sides, recipients, asOf, route: undefined };
    const { common, differ } = commonWaysIn(sides.before, sides.after, recipients);
    for (const { name, isAuthenticated } of common)
      for (const alike of genuine(isAuthenticated)) compare({ ...comparison, route: name }, alike);
    for (const alike of forged) compare(comparison, alike);
    if (differ) changes.push(...senders.map((sender) => rerouted(sender, recipients)));
  }
  return { changes, exhausted };
};
