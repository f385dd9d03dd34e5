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

export interface GatheredFindings {
  /** What was found against mail of one class to one class of recipients, on one way in. */
  readonly note: (
    issues: readonly Issue[],
    messages: MessageClass,
    recipients: RecipientClass,
    context: Context,
  ) => void;
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
  /** Where an issue of mail that came by a way went before: many recipient classes share the very same. */
  const noted = new Map<MessageClass, Map<Context, Map<Issue, Gathered>>>();
  const notedOf = (messages: MessageClass, context: Context): Map<Issue, Gathered> => {
    const byContext = noted.get(messages) ?? new Map<Context, Map<Issue, Gathered>>();
    noted.set(messages, byContext);
    const byIssue = byContext.get(context) ?? new Map<Issue, Gathered>();
    byContext.set(context, byIssue);
    return byIssue;
  };

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
    note: (issues, messages, recipients, context) => {
      const byIssue = notedOf(messages, context);
      for (const issue of issues) {
        const known = byIssue.get(issue);
        if (known === undefined) byIssue.set(issue, gather(pending(issue, messages, recipients, context)));
        else known.classes.add(recipients);
      }
    },
    add: (...all) => {
      for (const one of all) gather(one);
    },
    merged: (senders) => merge(perSender.values(), senders),
  };
};
