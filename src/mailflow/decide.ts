/** The decider: a tenant and the class of genuine Aircall mail become a verdict with findings (design section 4). */
import type { Assumption } from "./aircall";
import { assumptionsUsed } from "./assumptions-used";
import { boundariesAfter } from "./boundaries";
import { deliveriesAt, isDelivery, withinBudget } from "./delivery";
import type { Issue } from "./exchange/issue";
import { decideNarrowness } from "./exchange/narrowness";
import type { ExchangeTenant } from "./exchange/tenant";
import type { Finding } from "./finding";
import { gatheredFindings } from "./gathered-findings";
import { forgedClass, type MessageClass } from "./message-class";
import { type DecideOptions, momentOf } from "./moment";
import { type DeliveryVerdict, type NarrownessVerdict, worstDelivery, worstNarrowness } from "./outcome";
import { missingFinding, nobodyFinding } from "./pending";
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
  const delivery = gatheredFindings();
  const narrowness = gatheredFindings();
  const context = { tenant, asOf, scope, route: undefined };
  const allowedBy = new Set<string>();
  let isRouteAssumed = false;
  const mail = senders.map((sender) => ({ sender, forged: forgedClass(sender) }));
  const decideForged = (forged: MessageClass, recipients: RecipientClass): void => {
    const open = withinBudget(account, () =>
      decideNarrowness(tenant, rules, forged, recipients.representative, walks, asOf, scope),
    );
    narrowness.note(open, forged, recipients, context);
  };
  for (const recipients of classes)
    for (const { sender, forged } of mail) {
      const genuine = deliver(sender, recipients, delivery);
      for (const by of genuine.allowedBy) allowedBy.add(by);
      isRouteAssumed ||= genuine.isRouteAssumed;
      decideForged(forged, recipients);
    }
  // Forged mail asks nobody whether they are a user: of recipients who are not known, everything may be true.
  if (classes.length === 0) for (const { forged } of mail) decideForged(forged, anybody);
  if (classes.length === 0 && users.missing.length === 0) delivery.add(nobodyFinding(senders, scope));
  delivery.add(
    ...users.missing.flatMap((missing) => missingFinding(missing, senders, scope, { tenant, asOf })),
  );
  delivery.add(...sampleFindings({ tenant, samples, classes, asOf, scope, facts }));
  const findings = delivery.merged(senders.length);
  const open = narrowness.merged(senders.length);
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
