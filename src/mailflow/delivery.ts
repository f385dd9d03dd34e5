/** Delivery of one sender's genuine mail to one class of recipients, on every way in. */
import { decideStages } from "./exchange/decide";
import type { Issue } from "./exchange/issue";
import { type Route, routesTo } from "./exchange/routes";
import type { GatheredFindings } from "./gathered-findings";
import { type Account, BudgetError, charged } from "./language/budget";
import { aircallClass, type MessageClass } from "./message-class";
import type { Moment } from "./moment";
import type { DeliveryVerdict } from "./outcome";
import type { Context } from "./pending";
import type { RecipientClass } from "./recipients";
import { likelyTextsOf, withLikelyTexts } from "./sample-words";

/** Whether the service sees the source of mail that comes in so, and DMARC passes. */
export const isAuthenticated = (route: Route): boolean => route.kind === "direct" || route.enhancedFiltering;

/** How a witness names the way it comes in; `undefined` where it comes straight. */
export const routeName = (route: Route): string | undefined =>
  route.kind === "direct" ? undefined : (route.connector?.name ?? route.host);

/** Whether what a finding leads to is a verdict on delivery. */
export const isDelivery = (implies: Issue["implies"]): implies is DeliveryVerdict =>
  implies !== "too-wide" && implies !== "narrow" && implies !== "no-bypass";

/** A question that outgrows its budget outside a single rule is undecided as a whole, never a crash. */
export const withinBudget = (account: Account, decideIssues: () => readonly Issue[]): readonly Issue[] => {
  try {
    return charged(account, decideIssues);
  } catch (error) {
    if (!(error instanceof BudgetError)) throw error;
    const details = { rule: "the transport rules", budget: error.budget };
    return [{ code: "budget-exhausted", stage: "transport-rules", implies: "undecided", details }];
  }
};

export interface Delivery {
  /** Allows that took some message past the classifier. */
  readonly allowedBy: ReadonlySet<string>;
  readonly isRouteAssumed: boolean;
}

/** Decides one delivery; what is found is noted. */
export type Deliver = (sender: string, recipients: RecipientClass, found: GatheredFindings) => Delivery;

/** A decider of single deliveries at one moment. */
export const deliveriesAt = (moment: Moment): Deliver => {
  const { tenant, asOf, scope, facts, samples, walks, account } = moment;
  const likelyTexts = likelyTextsOf(samples);
  const made = new Map<string, MessageClass>();
  const genuineFrom = (sender: string, route: Route): MessageClass => {
    const key = `${isAuthenticated(route)} ${sender}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const genuine = aircallClass(sender, { ...facts, isAuthenticated: isAuthenticated(route) });
    const messages = withLikelyTexts(genuine, likelyTexts);
    made.set(key, messages);
    return messages;
  };
  const contexts = new Map<string | undefined, Context>();
  const contextOf = (route: string | undefined): Context => {
    const context = contexts.get(route) ?? { tenant, asOf, scope, route };
    contexts.set(route, context);
    return context;
  };
  return (sender, recipients, found) => {
    const recipient = recipients.representative;
    const allowedBy = new Set<string>();
    const routes = routesTo(tenant, recipient);
    for (const route of routes) {
      const genuine = genuineFrom(sender, route);
      const question = { tenant, messages: genuine, recipient, route, facts, scope, asOf };
      const issues = withinBudget(account, () => {
        const decided = decideStages(question, walks(genuine, recipient));
        for (const by of decided.allowedBy) allowedBy.add(by);
        return decided.issues;
      });
      const context = contextOf(routeName(route));
      found.note(issues, genuine, recipients, context);
    }
    const isRouteAssumed = routes.some(
      (route) => route.kind === "direct" && route.mailExchanger === "assumed",
    );
    return { allowedBy, isRouteAssumed };
  };
};
