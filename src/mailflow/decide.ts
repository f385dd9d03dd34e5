/** The decider: a tenant and the class of genuine Aircall mail become a verdict with findings (design section 4). */
import { type Assumption, aircallSenders } from "./aircall";
import { assumptionsUsed } from "./assumptions-used";
import { boundariesAfter } from "./boundaries";
import { decideStages } from "./exchange/decide";
import type { Issue } from "./exchange/issue";
import { decideNarrowness } from "./exchange/narrowness";
import { type Route, routesTo } from "./exchange/routes";
import type { ExchangeTenant, TransportRule } from "./exchange/tenant";
import { isInForce } from "./exchange/transport-rules/match";
import { walksOf } from "./exchange/transport-rules/shared-walks";
import { type DeclaredFacts, type FactEnd, factsAt } from "./facts";
import type { Finding } from "./finding";
import { type Account, BudgetError, charged, openAccount } from "./language/budget";
import type { Message } from "./message";
import { aircallClass, forgedClass } from "./message-class";
import {
  type DeliveryVerdict,
  type NarrownessVerdict,
  type Scope,
  worstDelivery,
  worstNarrowness,
} from "./outcome";
import { merge, missingFinding, nobodyFinding, type Pending, pending } from "./pending";
import { classifyRecipients } from "./recipients";
import { confirmedBy } from "./sample-assumptions";
import { likelyTextsOf, withLikelyTexts } from "./sample-words";
import { sampleFindings } from "./samples";
import { selectUsers } from "./users";

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

export interface VerdictChange {
  /** ISO moment. */
  readonly at: string;
  readonly verdict: DeliveryVerdict;
  readonly narrowness: NarrownessVerdict;
  /** Rule or entry whose date it is. */
  readonly cause: string;
}

export interface Decision {
  readonly verdict: DeliveryVerdict;
  readonly findings: readonly Finding[];
  readonly narrowness: { readonly verdict: NarrownessVerdict; readonly findings: readonly Finding[] };
  readonly assumptions: readonly Assumption[];
  readonly changesAt: readonly VerdictChange[];
}

/** The decision at one moment, with what it rests on. */
interface Snapshot extends Pick<Decision, "verdict" | "findings" | "narrowness"> {
  readonly allowedBy: ReadonlySet<string>;
  readonly isRouteAssumed: boolean;
}

const isDelivery = (implies: Issue["implies"]): implies is DeliveryVerdict =>
  implies !== "too-wide" && implies !== "narrow" && implies !== "no-bypass";
const isNarrowness = (implies: Issue["implies"]): implies is NarrownessVerdict =>
  implies === "too-wide" || implies === "narrow" || implies === "no-bypass" || implies === "undecided";

/** A tenant of 300 rules without an allow needs a third of it; hostile ones end after some seconds. */
const workOfOneDecision = 12_000_000;

/** A question that outgrows its budget outside a single rule is undecided as a whole, never a crash. */
const withinBudget = (account: Account, decideIssues: () => readonly Issue[]): readonly Issue[] => {
  try {
    return charged(account, decideIssues);
  } catch (error) {
    if (!(error instanceof BudgetError)) throw error;
    const details = { rule: "the transport rules", budget: error.budget };
    return [{ code: "budget-exhausted", stage: "transport-rules", implies: "undecided", details }];
  }
};

/** Whether the service sees the source of mail that comes in so, and DMARC passes. */
export const isAuthenticated = (route: Route): boolean => route.kind === "direct" || route.enhancedFiltering;

/** How a witness names the way it comes in; `undefined` where it comes straight. */
export const routeName = (route: Route): string | undefined =>
  route.kind === "direct" ? undefined : (route.connector?.name ?? route.host);

const decideAt = (tenant: ExchangeTenant, options: DecideOptions): Snapshot => {
  const { asOf, scope = "organisation", samples = [] } = options;
  const facts = factsAt(options.facts ?? {}, options.factEnds ?? [], asOf);
  const likelyTexts = likelyTextsOf(samples);
  // A verdict about nobody's mail would be true and worthless.
  const senders = options.senders?.length ? options.senders : aircallSenders;
  const rules: readonly TransportRule[] | undefined = tenant.transportRules
    ?.filter((rule) => isInForce(rule, asOf))
    .sort((left, right) => left.priority - right.priority);
  const users = selectUsers(tenant, options.users);
  const classes = classifyRecipients(tenant, rules ?? [], users.found, scope);
  const delivery: Pending[] = [];
  const narrowness: Pending[] = [];
  const walks = walksOf(tenant, rules ?? []);
  const account = openAccount(workOfOneDecision);
  const allowedBy = new Set<string>();
  let isRouteAssumed = false;
  for (const recipients of classes) {
    const recipient = recipients.representative;
    const routes = routesTo(tenant, recipient);
    isRouteAssumed ||= routes.some((route) => route.kind === "direct" && route.mailExchanger === "assumed");
    for (const sender of senders) {
      for (const route of routes) {
        const genuine = withLikelyTexts(
          aircallClass(sender, { ...facts, isAuthenticated: isAuthenticated(route) }),
          likelyTexts,
        );
        const question = { tenant, messages: genuine, recipient, route, facts, scope, asOf };
        const issues = withinBudget(account, () => {
          const decided = decideStages(question, walks(genuine, recipient));
          for (const by of decided.allowedBy) allowedBy.add(by);
          return decided.issues;
        });
        const context = { tenant, asOf, scope, route: routeName(route) };
        delivery.push(...issues.map((issue) => pending(issue, genuine, recipients, context)));
      }
      const forged = forgedClass(sender);
      const open = withinBudget(account, () =>
        decideNarrowness(tenant, rules, forged, recipient, walks, asOf),
      );
      const context = { tenant, asOf, scope, route: undefined };
      narrowness.push(...open.map((issue) => pending(issue, forged, recipients, context)));
    }
  }
  if (classes.length === 0 && users.missing.length === 0) delivery.push(nobodyFinding(senders, scope));
  delivery.push(
    ...users.missing.flatMap((missing) => missingFinding(missing, senders, scope, { tenant, asOf })),
  );
  delivery.push(...sampleFindings({ tenant, samples, classes, asOf, scope, facts }));
  const findings = merge(delivery, senders.length);
  const open = merge(narrowness, senders.length);
  return {
    verdict: worstDelivery(findings.map(({ implies }) => implies).filter(isDelivery)),
    findings,
    narrowness: {
      verdict: worstNarrowness([
        allowedBy.size > 0 ? "narrow" : "no-bypass",
        ...open.map(({ implies }) => implies).filter(isNarrowness),
      ]),
      findings: open,
    },
    allowedBy,
    isRouteAssumed,
  };
};

/** Decides delivery of genuine Aircall mail and narrowness against forged mail, now and at each later boundary. */
export const decide = (tenant: ExchangeTenant, options: DecideOptions): Decision => {
  const now = decideAt(tenant, options);
  const changesAt: VerdictChange[] = [];
  let [verdict, narrowness] = [now.verdict, now.narrowness.verdict];
  for (const { at, cause } of boundariesAfter(tenant, options.factEnds ?? [], options.asOf)) {
    const then = decideAt(tenant, { ...options, asOf: at });
    if (then.verdict === verdict && then.narrowness.verdict === narrowness) continue;
    [verdict, narrowness] = [then.verdict, then.narrowness.verdict];
    changesAt.push({ at: at.toISOString(), verdict, narrowness, cause });
  }
  const { allowedBy, isRouteAssumed, ...decision } = now;
  const assumptions = [
    ...assumptionsUsed(allowedBy, isRouteAssumed, options.scope ?? "organisation"),
    ...(options.declarations ?? []),
  ];
  return {
    ...decision,
    assumptions: confirmedBy(assumptions, options.samples ?? [], options.facts),
    changesAt,
  };
};
