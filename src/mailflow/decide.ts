/** The decider: a tenant and the class of genuine Aircall mail become a verdict with findings (design section 4). */
import type { Assumption } from "./aircall";
import { assumptionsUsed } from "./assumptions-used";
import { boundariesAfter } from "./boundaries";
import { deliveriesAt, isDelivery, withinBudget } from "./delivery";
import type { Issue } from "./exchange/issue";
import { decideNarrowness } from "./exchange/narrowness";
import type { ExchangeTenant } from "./exchange/tenant";
import type { Finding } from "./finding";
import { forgedClass } from "./message-class";
import { type DecideOptions, momentOf } from "./moment";
import { type DeliveryVerdict, type NarrownessVerdict, worstDelivery, worstNarrowness } from "./outcome";
import { merge, missingFinding, nobodyFinding, type Pending, pending } from "./pending";
import type { RecipientClass } from "./recipients";
import { confirmedBy } from "./sample-assumptions";
import { sampleFindings } from "./samples";

export type { DecideOptions } from "./moment";

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

const isNarrowness = (implies: Issue["implies"]): implies is NarrownessVerdict =>
  implies === "too-wide" || implies === "narrow" || implies === "no-bypass" || implies === "undecided";

const anybody: RecipientClass = { representative: undefined, count: 0, sample: [], members: [] };

const decideAt = (tenant: ExchangeTenant, options: DecideOptions): Snapshot => {
  const moment = momentOf(tenant, options);
  const { asOf, scope, facts, senders, samples, rules, users, classes, walks, account } = moment;
  const deliver = deliveriesAt(moment);
  const delivery: Pending[] = [];
  const narrowness: Pending[] = [];
  const allowedBy = new Set<string>();
  let isRouteAssumed = false;
  const decideForged = (sender: string, recipients: RecipientClass): void => {
    const forged = forgedClass(sender);
    const open = withinBudget(account, () =>
      decideNarrowness(tenant, rules, forged, recipients.representative, walks, asOf, scope),
    );
    const context = { tenant, asOf, scope, route: undefined };
    narrowness.push(...open.map((issue) => pending(issue, forged, recipients, context)));
  };
  for (const recipients of classes)
    for (const sender of senders) {
      const genuine = deliver(sender, recipients);
      delivery.push(...genuine.findings);
      for (const by of genuine.allowedBy) allowedBy.add(by);
      isRouteAssumed ||= genuine.isRouteAssumed;
      decideForged(sender, recipients);
    }
  // Forged mail asks nobody whether they are a user: of recipients who are not known, everything may be true.
  if (classes.length === 0) for (const sender of senders) decideForged(sender, anybody);
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
