/** Findings gathered class by class: told apart per sender first, merged, worded and shown by a message last. */
import type { Issue } from "./exchange/issue";
import { limitsOf } from "./exchange/mailbox/quota";
import { affected, type Finding, type FindingDetails, mergeKey, worded } from "./finding";
import type { MessageClass } from "./message-class";
import { type Context, type Pending, pending } from "./pending";
import type { RecipientClass } from "./recipients";

/** One finding of one sender, with every recipient class it concerns. */
interface Gathered extends Pending {
  /** Equal for findings that differ in sender and recipients only. */
  readonly key: string;
  readonly classes: Set<RecipientClass>;
}

/** Where an issue went that was noted before: many recipient classes share the very same. */
interface Noted {
  readonly messages: MessageClass;
  readonly context: Context;
  readonly gathered: Gathered;
}

export interface GatheredFindings {
  /** What one stage found against mail of one class to one class of recipients. */
  readonly note: (issue: Issue, messages: MessageClass, recipients: RecipientClass, context: Context) => void;
  readonly add: (...all: readonly Pending[]) => void;
  /** @param senders how many senders were asked about. */
  readonly merged: (senders: number) => readonly Finding[];
}

const areSame = (left: ReadonlySet<RecipientClass>, right: ReadonlySet<RecipientClass>): boolean =>
  left.size === right.size && [...left].every((one) => right.has(one));

/** The details of a finding, where recipients that no setting tells apart differ in them. */
const detailsFor = (finding: Finding, classes: ReadonlySet<RecipientClass>): FindingDetails =>
  finding.code === "mailbox-full"
    ? { ...finding.details, limit: limitsOf([...classes].flatMap(({ members }) => members)) }
    : finding.details;

/** Joins findings of senders that concern the same recipients: each sender named meets each recipient counted. */
const merge = (all: Iterable<Gathered>, senders: number): readonly Finding[] => {
  const merged = new Map<string, Gathered[]>();
  for (const one of all) {
    const alike = merged.get(one.key) ?? [];
    merged.set(one.key, alike);
    const at = alike.findIndex(({ classes }) => areSame(classes, one.classes));
    const other = alike[at];
    if (other === undefined) alike.push(one);
    else {
      const together = [...new Set([...other.finding.senders, ...one.finding.senders])];
      alike[at] = { ...other, finding: { ...other.finding, senders: together } };
    }
  }
  return [...merged.values()].flat().map(({ finding, classes, witness }) => {
    const recipients = affected([...classes]);
    const details = detailsFor(finding, classes);
    return worded({ ...finding, recipients, details, ...witness() }, senders);
  });
};

export const gatheredFindings = (): GatheredFindings => {
  const perSender = new Map<string, Gathered>();
  const noted = new Map<Issue, Noted[]>();

  const gather = (one: Pending): Gathered => {
    const key = mergeKey(one.finding);
    const keyOfSender = `${key}\u0000${one.finding.senders.join()}`;
    const known = perSender.get(keyOfSender);
    if (known === undefined) {
      const made = { ...one, key, classes: new Set(one.classes) };
      perSender.set(keyOfSender, made);
      return made;
    }
    for (const each of one.classes) known.classes.add(each);
    return known;
  };

  return {
    note: (issue, messages, recipients, context) => {
      const places = noted.get(issue) ?? [];
      const known = places.find((place) => place.messages === messages && place.context === context);
      if (known !== undefined) {
        known.gathered.classes.add(recipients);
        return;
      }
      places.push({ messages, context, gathered: gather(pending(issue, messages, recipients, context)) });
      noted.set(issue, places);
    },
    add: (...all) => {
      for (const one of all) gather(one);
    },
    merged: (senders) => merge(perSender.values(), senders),
  };
};
