/** What is asked of a tenant at one moment: users, senders, rules in force, and the budget that all answers share. */
import { type Assumption, aircallSenders } from "./aircall";
import type { ExchangeTenant, TransportRule } from "./exchange/tenant";
import { isInForce } from "./exchange/transport-rules/match";
import { type Walks, walksOf } from "./exchange/transport-rules/shared-walks";
import { type DeclaredFacts, type FactEnd, factsAt } from "./facts";
import { type Account, openAccount } from "./language/budget";
import type { Message } from "./message";
import type { Scope } from "./outcome";
import { classifyRecipients, type RecipientClass } from "./recipients";
import { type SelectedUsers, selectUsers } from "./users";

export interface DecideOptions {
  readonly asOf: Date;
  readonly scope?: Scope;
  /** Header From addresses that carry mail that must arrive; the five published ones where absent. */
  readonly senders?: readonly string[];
  /** Addresses of the Aircall users; every recipient that was read where absent. */
  readonly users?: readonly string[];
  /** What is taken for known about Aircall's mail. */
  readonly facts?: DeclaredFacts;
  /** When they stop to count, each. */
  readonly factEnds?: readonly FactEnd[];
  /** How reports list the facts: one assumption for each. */
  readonly declarations?: readonly Assumption[];
  /** Real mails of Aircall: each must arrive, and their words are likely text. */
  readonly samples?: readonly Message[];
}

export interface Moment {
  readonly tenant: ExchangeTenant;
  readonly asOf: Date;
  readonly scope: Scope;
  readonly facts: DeclaredFacts;
  readonly senders: readonly string[];
  readonly samples: readonly Message[];
  /** Those in force, in order of priority; `undefined` where not read. */
  readonly rules: readonly TransportRule[] | undefined;
  readonly users: SelectedUsers;
  readonly classes: readonly RecipientClass[];
  readonly walks: Walks;
  readonly account: Account;
}

/** A tenant of 300 rules without an allow needs a third of it; hostile ones end after some seconds. */
const workOfOneDecision = 12_000_000;

export const momentOf = (tenant: ExchangeTenant, options: DecideOptions): Moment => {
  const { asOf, scope = "organisation", samples = [] } = options;
  const rules = tenant.transportRules
    ?.filter((rule) => isInForce(rule, asOf))
    .sort((left, right) => left.priority - right.priority);
  const users = selectUsers(tenant, options.users, rules ?? []);
  // A verdict about nobody's mail would be true and worthless.
  const senders = options.senders?.length ? options.senders : aircallSenders;
  const askedAbout = [...senders, ...samples.map(({ from }) => from)];
  return {
    tenant,
    asOf,
    scope,
    facts: factsAt(options.facts ?? {}, options.factEnds ?? [], asOf),
    senders,
    samples,
    rules,
    users,
    classes: classifyRecipients(tenant, rules ?? [], users.found, scope, askedAbout),
    walks: walksOf(tenant, rules ?? []),
    account: openAccount(workOfOneDecision),
  };
};
