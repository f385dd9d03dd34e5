/** The condition that selects the affected recipients: what tells their classes from the others. */
import type { DecideOptions } from "../decide";
import type { ExchangeTenant, Recipient, TransportRule } from "../exchange/tenant";
import { isInForce } from "../exchange/transport-rules/match";
import { type Finding, mergeKey } from "../finding";
import { classifyRecipients, type RecipientClass } from "../recipients";
import { selectUsers } from "../users";
import type { RecipientsWhere, RecipientTerm } from "./explanation";
import { probeOf } from "./probe";
import { type Asked, termsFor } from "./recipient-terms";
import type { Trials } from "./trials";

/** Most classes that are each decided alone. */
const mostClasses = 24;
/** Most terms that are tried in pairs. */
const mostPaired = 40;

type KnownClass = RecipientClass & { readonly representative: Recipient };

interface Crowd {
  readonly classes: readonly KnownClass[];
  readonly total: number;
  readonly rules: readonly TransportRule[];
}

const crowdOf = (tenant: ExchangeTenant, { asOf, users, scope, senders }: DecideOptions): Crowd => {
  const rules = (tenant.transportRules ?? []).filter((rule) => isInForce(rule, asOf));
  const { found } = selectUsers(tenant, users, rules);
  const classes = classifyRecipients(
    tenant,
    rules,
    found,
    scope,
    senders?.length ? senders : undefined,
  ).filter((one): one is KnownClass => one.representative !== undefined);
  return { classes, total: classes.reduce((sum, { count }) => sum + count, 0), rules };
};

const isThatOf = (finding: Finding, other: Finding): boolean =>
  mergeKey(other) === mergeKey(finding) && finding.senders.every((sender) => other.senders.includes(sender));

/** Whether each class is affected, each decided alone; `undefined` where that cannot be told. */
const affectedClasses = (
  finding: Finding,
  { classes }: Crowd,
  trials: Trials,
): readonly boolean[] | undefined => {
  if (classes.length > mostClasses) return undefined;
  const affected: boolean[] = [];
  for (const { representative } of classes) {
    const { address } = representative;
    const decision = trials.after(`only ${address}`, (tenant) => tenant, { users: [address] });
    if (decision === undefined) return undefined;
    const found = [...decision.findings, ...decision.narrowness.findings];
    affected.push(found.some((other) => isThatOf(finding, other)));
  }
  const count = classes.reduce((sum, one, place) => sum + (affected[place] === true ? one.count : 0), 0);
  return count === finding.recipients.count ? affected : undefined;
};

/** A term or its opposite, as it is told and as it answers. */
interface Candidate {
  readonly term: RecipientTerm;
  readonly rule: string | undefined;
  readonly answers: readonly boolean[];
}

/** Whoever is not known to be one or the other is in neither: the finding about them is another one. */
const bothWays = ({ kind, details, rule, answers }: Asked): readonly Candidate[] =>
  [false, true].map((negated) => ({
    term: { kind, details, negated },
    rule,
    answers: answers.map((answer) => answer === !negated),
  }));

const isSame = (left: readonly boolean[], right: readonly boolean[]): boolean =>
  left.every((answer, place) => answer === right[place]);

/** The simplest condition that holds for exactly the affected classes: what the finding's own rule asks comes first. */
const condition = (
  asked: readonly Asked[],
  affected: readonly boolean[],
  finding: Finding,
): readonly RecipientTerm[] | undefined => {
  const candidates = asked
    .flatMap(bothWays)
    .sort((left, right) => Number(right.rule === finding.rule) - Number(left.rule === finding.rule));
  const single =
    candidates.find(({ answers, term }) => !term.negated && isSame(answers, affected)) ??
    candidates.find(({ answers }) => isSame(answers, affected));
  if (single !== undefined) return [single.term];
  const few = candidates.slice(0, mostPaired);
  for (const [place, left] of few.entries())
    for (const right of few.slice(place + 1)) {
      const both = left.answers.map((answer, at) => answer && right.answers[at] === true);
      if (isSame(both, affected)) return [left.term, right.term];
    }
  return undefined;
};

/** Answers for every finding of one decision; the classes are made once. */
export const recipientsWhereOf = (
  tenant: ExchangeTenant,
  options: DecideOptions,
  trials: Trials,
): ((finding: Finding) => RecipientsWhere) => {
  let made: Crowd | undefined;
  return (finding) => {
    const { count } = finding.recipients;
    if (tenant.recipients === undefined) return { kind: "all" };
    made ??= crowdOf(tenant, options);
    if (count === made.total) return { kind: "all" };
    const these: RecipientsWhere = { kind: "these", count };
    const probe = probeOf(finding, tenant);
    const affected = count === 0 || probe === undefined ? undefined : affectedClasses(finding, made, trials);
    if (affected === undefined || probe === undefined) return these;
    const representatives = made.classes.map(({ representative }) => representative);
    const terms = condition(termsFor(tenant, made.rules, representatives, probe), affected, finding);
    return terms === undefined ? these : { kind: "where", terms };
  };
};
