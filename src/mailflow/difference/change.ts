/** What a change of the tenant does to Aircall mail, and how changes that differ in sender and recipients only are joined. */
import { type AffectedRecipients, affected, type Finding } from "../finding";
import type { Message } from "../message";
import type { Certainty } from "../outcome";
import type { About, Fate } from "./fate";
import type { RecipientPair } from "./recipient-pairs";

export type ChangeKind =
  | "newly-blocked"
  | "newly-too-wide"
  | "newly-undecided"
  | "no-longer-guaranteed"
  | "no-longer-undecided"
  | "newly-guaranteed"
  | "no-longer-blocked"
  | "no-longer-too-wide";

/** Worst first: the order of a report. */
export const changeKinds = [
  "newly-blocked",
  "newly-too-wide",
  "newly-undecided",
  "no-longer-guaranteed",
  "no-longer-blocked",
  "no-longer-too-wide",
  "newly-guaranteed",
  "no-longer-undecided",
] as const satisfies readonly ChangeKind[];

/** One difference that mail can tell. */
export interface Change {
  readonly kind: ChangeKind;
  readonly about: About;
  /** How likely a genuine mail is among those concerned; absent where that is not known, and for forged mail. */
  readonly certainty?: Certainty;
  readonly senders: readonly string[];
  readonly recipients: AffectedRecipients;
  readonly before: Fate;
  readonly after: Fate;
  /** Why it cannot be decided, where it cannot. */
  readonly because?: string;
  /** The finding that is new or gone, for a doubt that lies outside the transport rules. */
  readonly finding?: Finding;
  /** Edited rules that mail meets in one tenant or the other, by their common names. */
  readonly rules: readonly string[];
  /** A message that fares differently, replayed in both tenants; absent where it is undecided. */
  readonly witness?: Message;
}

/** A change for one sender and one class of recipients. */
export interface SingleChange extends Omit<Change, "senders" | "recipients" | "finding" | "witness"> {
  readonly sender: string;
  readonly recipients: RecipientPair;
  /** Made for what remains once changes are joined; not yet replayed. */
  readonly witness?: () => Message;
}

const keyOf = ({ kind, about, certainty, before, after, because }: SingleChange): string =>
  JSON.stringify([kind, about, certainty, before, after, because]);

const hasSame = (left: ReadonlySet<RecipientPair>, right: ReadonlySet<RecipientPair>): boolean =>
  left.size === right.size && [...left].every((one) => right.has(one));

interface Joined {
  readonly first: SingleChange;
  readonly rules: Set<string>;
  readonly bySender: Map<
    string,
    { readonly witness: (() => Message) | undefined; readonly met: Set<RecipientPair> }
  >;
}

/** One change per group of senders that concern the same recipients; its witness is from one of them. */
const spread = ({ first, rules, bySender }: Joined): readonly Change[] => {
  const groups: {
    senders: string[];
    met: ReadonlySet<RecipientPair>;
    witness: (() => Message) | undefined;
  }[] = [];
  for (const [sender, { met, witness }] of bySender) {
    const alike = groups.find((group) => hasSame(group.met, met));
    if (alike === undefined) groups.push({ senders: [sender], met, witness });
    else alike.senders.push(sender);
  }
  const { sender: _sender, recipients: _recipients, witness: _witness, ...shared } = first;
  return groups.map(({ senders, met, witness }) => ({
    ...shared,
    ...(witness === undefined ? {} : { witness: witness() }),
    senders,
    recipients: affected([...met]),
    rules: [...rules],
  }));
};

/** Joins changes that are alike; each sender named meets each recipient counted. */
export const joinChanges = (all: readonly SingleChange[]): readonly Change[] => {
  const found = new Map<string, Joined>();
  for (const one of all) {
    const key = keyOf(one);
    const joined: Joined = found.get(key) ?? { first: one, rules: new Set(), bySender: new Map() };
    found.set(key, joined);
    for (const rule of one.rules) joined.rules.add(rule);
    const ofSender = joined.bySender.get(one.sender) ?? { witness: one.witness, met: new Set() };
    joined.bySender.set(one.sender, ofSender);
    ofSender.met.add(one.recipients);
  }
  return [...found.values()]
    .flatMap(spread)
    .sort((left, right) => changeKinds.indexOf(left.kind) - changeKinds.indexOf(right.kind));
};
