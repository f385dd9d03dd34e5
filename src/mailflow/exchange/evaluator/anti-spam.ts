/** The anti-spam policy: its lists, its verdicts' actions, and what makes it find spam by itself (exchange-online.md 3.4, 3.5, 6.1). */
import { domainOf, type FilterVerdict, isDomainOrSubdomain, type Message } from "../../message";
import type { Outcome } from "../../outcome";
import { type AdvancedFilterName, type AdvancedFilterTarget, advancedFilters } from "../advanced-filters";
import type { ExchangeTenant, HostedContentFilterPolicy, SpamAction } from "../tenant";
import type { TraceCondition } from "../trace";
import { mayNameAddress, namesDomain } from "./sender-lists";
import { or, type Truth } from "./truth";

/** The verdicts an anti-spam policy has an action for. */
export type SpamVerdict = "high-confidence-phish" | "phish" | "high-confidence-spam" | "spam" | "bulk";

/** Where an action leaves the mail. AddXHeader only marks phish and bulk; ModifySubject sends to Junk as well (3.5). */
const outcomeOf = (action: SpamAction, verdict: SpamVerdict): Outcome => {
  switch (action) {
    case "MoveToJmf":
    case "ModifySubject":
      return "junk";
    case "AddXHeader":
      return verdict === "spam" || verdict === "high-confidence-spam" ? "junk" : "inbox";
    case "Redirect":
      return "redirected";
    case "Delete":
      return "deleted";
    case "Quarantine":
      return "quarantined";
    case "NoAction":
      return "inbox";
  }
};

export const actionOn = (policy: HostedContentFilterPolicy, verdict: SpamVerdict): SpamAction => {
  switch (verdict) {
    case "high-confidence-phish":
      return policy.highConfidencePhishAction;
    case "phish":
      return policy.phishSpamAction;
    case "high-confidence-spam":
      return policy.highConfidenceSpamAction;
    case "spam":
      return policy.spamAction;
    case "bulk":
      // Off: the threshold is ignored (3.5).
      return policy.markAsSpamBulkMail ? policy.bulkSpamAction : "NoAction";
  }
};

export const spamOutcome = (policy: HostedContentFilterPolicy, verdict: SpamVerdict): Outcome =>
  outcomeOf(actionOn(policy, verdict), verdict);

/** Lists look at the From header only (5). An allowed domain of our own must also authenticate (5). */
export const listConditions = (
  policy: HostedContentFilterPolicy,
  message: Message,
  tenant: ExchangeTenant,
): Readonly<Record<"policy-allow" | "policy-block", readonly TraceCondition[]>> => {
  const { from } = message;
  const isOurs = tenant.acceptedDomains?.some(({ domainName }) =>
    isDomainOrSubdomain(domainOf(from), domainName),
  );
  const trusted: Truth = isOurs === true && message.dmarc !== "pass" ? undefined : true;
  const row = (parameter: string, entries: readonly string[], holds: Truth): readonly TraceCondition[] =>
    entries.length === 0 ? [] : [{ parameter, expected: entries.join(", "), found: from, holds }];
  const allowed = namesDomain(policy.allowedSenderDomains, from);
  return {
    "policy-allow": [
      ...row("AllowedSenders", policy.allowedSenders, mayNameAddress(policy.allowedSenders, from)),
      ...row("AllowedSenderDomains", policy.allowedSenderDomains, allowed === true ? trusted : allowed),
    ],
    "policy-block": [
      ...row("BlockedSenders", policy.blockedSenders, mayNameAddress(policy.blockedSenders, from)),
      ...row(
        "BlockedSenderDomains",
        policy.blockedSenderDomains,
        namesDomain(policy.blockedSenderDomains, from),
      ),
    ],
  };
};

const attributeIsTiny = (tag: string, name: string): boolean =>
  new RegExp(`\\b${name}\\s*=\\s*["']?\\s*[01](?:px)?\\b(?!\\d|\\.)`, "iu").test(tag);

const hasTrackingPixel = (body: string): boolean =>
  (body.match(/<img\b[^>]*>/giu) ?? []).some(
    (tag) => attributeIsTiny(tag, "width") && attributeIsTiny(tag, "height"),
  );

/** Whether the message has what the setting looks for (6.1). */
const hits = (target: AdvancedFilterTarget, message: Message): Truth => {
  switch (target.kind) {
    case "tag":
      return target.tags.some((tag) => new RegExp(`<${tag}\\b`, "iu").test(message.body));
    case "tracking-pixel":
      return hasTrackingPixel(message.body);
    case "empty-message":
      return message.subject.trim() === "" && message.body.trim() === "" && message.attachments.length === 0;
    case "spf-fail":
      return message.spf === "fail";
    case "bounce":
      return false;
    case "not-published":
      return undefined;
  }
};

/** Something the policy finds by itself, over what the service's own filter concludes. */
export interface OwnFinding {
  readonly condition: TraceCondition;
  /** `redirected`: a setting under test copies the mail, which the page calls a redirect (6.1). */
  readonly result: Extract<FilterVerdict, "spam" | "high-confidence-spam"> | "redirected";
}

const advancedFindings = (policy: HostedContentFilterPolicy, message: Message): readonly OwnFinding[] =>
  (Object.entries(policy.advancedFilters) as [AdvancedFilterName, "On" | "Test"][]).flatMap(
    ([name, value]): readonly OwnFinding[] => {
      const { target, result, hasTest } = advancedFilters[name];
      const found = hits(target, message);
      const condition = { parameter: name, expected: value, found: target.kind, holds: found };
      if (value === "On") return [{ condition, result: result === "score" ? "spam" : result }];
      // The verb for BccMessage is redirect, the effect said to be none: open wherever the test is met (6.1).
      if (!hasTest || policy.testModeAction !== "BccMessage" || found === false) return [];
      return [{ condition: { ...condition, holds: undefined }, result: "redirected" }];
    },
  );

/** Languages, countries and advanced settings: all of them spam, so every allow lifts them (3.5, 6.1). */
export const ownFindings = (policy: HostedContentFilterPolicy, message: Message): readonly OwnFinding[] => {
  const { languages, country } = message;
  const row = (
    parameter: string,
    list: readonly string[],
    found: string,
    holds: Truth,
  ): readonly OwnFinding[] =>
    list.length === 0
      ? []
      : [{ condition: { parameter, expected: list.join(", "), found, holds }, result: "spam" }];
  const listed = (list: readonly string[], code: string): boolean =>
    list.some((one) => one.toUpperCase() === code.toUpperCase());
  return [
    ...row(
      "LanguageBlockList",
      policy.languageBlockList,
      languages?.join(", ") ?? "not known",
      languages === undefined ? undefined : or(languages.map((one) => listed(policy.languageBlockList, one))),
    ),
    ...row(
      "RegionBlockList",
      policy.regionBlockList,
      country ?? "not known",
      country === undefined ? undefined : listed(policy.regionBlockList, country),
    ),
    ...advancedFindings(policy, message),
  ];
};
