/** The decider: a tenant and the class of genuine Aircall mail become a verdict with findings (design section 4). */
import { type Assumption, aircallSenders, assumptions } from "./aircall";
import { decideConnectionFilterNarrowness } from "./exchange/connection-filter";
import { decideStages } from "./exchange/decide";
import type { Issue } from "./exchange/issue";
import { decideNarrowness } from "./exchange/narrowness";
import type { ExchangeTenant, Recipient, TransportRule } from "./exchange/tenant";
import { isInForce } from "./exchange/transport-rules/match";
import { walksOf } from "./exchange/transport-rules/shared-walks";
import type { Finding } from "./finding";
import { BudgetError } from "./language/language";
import { aircallClass, forgedClass } from "./message-class";
import {
  type DeliveryVerdict,
  type NarrownessVerdict,
  type Scope,
  worstDelivery,
  worstNarrowness,
} from "./outcome";
import { mailboxFinding, merge, missingFinding, nobodyFinding, type Pending, pending } from "./pending";
import { classifyRecipients } from "./recipients";

export interface DecideOptions {
  readonly asOf: Date;
  readonly scope?: Scope;
  /** Header From addresses that carry mail that must arrive; the five published ones where absent. */
  readonly senders?: readonly string[];
  /** Addresses of the Aircall users; every recipient that was read where absent. */
  readonly users?: readonly string[];
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

type Snapshot = Pick<Decision, "verdict" | "findings" | "narrowness"> & {
  readonly allowedBy: ReadonlySet<string>;
};

const selectUsers = (
  tenant: ExchangeTenant,
  users: readonly string[] | undefined,
): { readonly found: readonly Recipient[] | undefined; readonly missing: readonly string[] } => {
  if (users === undefined || tenant.recipients === undefined)
    return { found: tenant.recipients, missing: [] };
  const byAddress = new Map(
    tenant.recipients.flatMap((recipient) =>
      recipient.proxyAddresses.map((address) => [address.toLowerCase(), recipient]),
    ),
  );
  const found = new Set<Recipient>();
  const missing: string[] = [];
  for (const user of users) {
    const recipient = byAddress.get(user.toLowerCase());
    if (recipient === undefined) missing.push(user);
    else found.add(recipient);
  }
  return { found: [...found], missing };
};

const isDelivery = (implies: Issue["implies"]): implies is DeliveryVerdict =>
  implies !== "too-wide" && implies !== "narrow" && implies !== "no-bypass";
const isNarrowness = (implies: Issue["implies"]): implies is NarrownessVerdict =>
  implies === "too-wide" || implies === "narrow" || implies === "no-bypass" || implies === "undecided";

/** A question that outgrows its budget outside a single rule is undecided as a whole, never a crash. */
const withinBudget = (decideIssues: () => readonly Issue[]): readonly Issue[] => {
  try {
    return decideIssues();
  } catch (error) {
    if (!(error instanceof BudgetError)) throw error;
    const details = { rule: "the transport rules", budget: error.budget };
    return [{ code: "budget-exhausted", stage: "transport-rules", implies: "undecided", details }];
  }
};

const decideAt = (tenant: ExchangeTenant, options: DecideOptions): Snapshot => {
  const { asOf, scope = "organisation" } = options;
  // A verdict about nobody's mail would be true and worthless.
  const senders = options.senders?.length ? options.senders : aircallSenders;
  const context = { tenant, asOf };
  const rules: readonly TransportRule[] | undefined = tenant.transportRules
    ?.filter((rule) => isInForce(rule, asOf))
    .sort((left, right) => left.priority - right.priority);
  const users = selectUsers(tenant, options.users);
  const classes = classifyRecipients(tenant, rules ?? [], users.found);
  const delivery: Pending[] = [];
  const narrowness: Pending[] = [];
  const walks = walksOf(tenant, rules ?? []);
  const allowedBy = new Set<string>();
  for (const sender of senders) {
    const genuine = aircallClass(sender);
    const forged = forgedClass(sender);
    for (const recipients of classes) {
      const issues = withinBudget(() => {
        const decided = decideStages(tenant, rules, genuine, recipients.representative, walks, asOf);
        for (const by of decided.allowedBy) allowedBy.add(by);
        return decided.issues;
      });
      delivery.push(...issues.map((issue) => pending(issue, genuine, recipients, scope, context)));
      const open = withinBudget(() => [
        ...decideNarrowness(tenant, rules, forged, recipients.representative, walks, asOf),
        ...decideConnectionFilterNarrowness(tenant),
      ]);
      narrowness.push(...open.map((issue) => pending(issue, forged, recipients, scope, context)));
    }
  }
  if (classes.length === 0 && users.missing.length === 0) delivery.push(nobodyFinding(senders, scope));
  if (scope === "mailbox") delivery.push(mailboxFinding(senders));
  delivery.push(...users.missing.map((user) => missingFinding(user, senders, scope)));
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
  };
};

interface Boundary {
  readonly at: Date;
  readonly cause: string;
}

/** Every later moment at which a rule or an entry starts or stops to act (exchange-online.md 2.9, 5). */
const boundaries = (tenant: ExchangeTenant, after: Date): readonly Boundary[] => {
  const dates = [
    ...(tenant.transportRules ?? []).flatMap(
      ({ name, enabled, parameters: { ActivationDate, ExpiryDate } }) =>
        enabled
          ? [
              ...(ActivationDate === undefined
                ? []
                : [{ at: new Date(ActivationDate), cause: `the transport rule "${name}" starts to act` }]),
              ...(ExpiryDate === undefined
                ? []
                : [
                    {
                      at: new Date(new Date(ExpiryDate).getTime() + 1),
                      cause: `the transport rule "${name}" expires`,
                    },
                  ]),
            ]
          : [],
    ),
    ...(tenant.tenantAllowBlockListItems ?? []).flatMap(({ value, expirationDate }) =>
      expirationDate === undefined
        ? []
        : [{ at: new Date(expirationDate), cause: `the Tenant Allow/Block List entry ${value} expires` }],
    ),
  ];
  return dates.filter(({ at }) => at > after).sort((left, right) => left.at.getTime() - right.at.getTime());
};

const usedAssumptions = (snapshot: Snapshot): readonly Assumption[] => {
  const { residual, sclBypass, allowedList, userSettings, ...always } = assumptions;
  return [
    ...Object.values(always),
    userSettings,
    ...(snapshot.allowedBy.has("scl") ? [sclBypass] : []),
    ...(snapshot.allowedBy.has("allowed-list") ? [allowedList] : []),
    residual,
  ];
};

/** Decides delivery of genuine Aircall mail and narrowness against forged mail, now and at each later boundary. */
export const decide = (tenant: ExchangeTenant, options: DecideOptions): Decision => {
  const now = decideAt(tenant, options);
  const changesAt: VerdictChange[] = [];
  let [verdict, narrowness] = [now.verdict, now.narrowness.verdict];
  for (const { at, cause } of boundaries(tenant, options.asOf)) {
    const then = decideAt(tenant, { ...options, asOf: at });
    if (then.verdict === verdict && then.narrowness.verdict === narrowness) continue;
    [verdict, narrowness] = [then.verdict, then.narrowness.verdict];
    changesAt.push({ at: at.toISOString(), verdict, narrowness, cause });
  }
  const { allowedBy: _allowedBy, ...decision } = now;
  return { ...decision, assumptions: usedAssumptions(now), changesAt };
};
