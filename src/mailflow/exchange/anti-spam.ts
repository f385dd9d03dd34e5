/** The anti-spam policy: what becomes of a message after the rules (exchange-online.md 2.8, 3.4, 3.5). */
import { domainOf } from "../message";
import type { Outcome } from "../outcome";
import { selectPolicy } from "./policy-selection";
import type { ExchangeTenant, HostedContentFilterPolicy, Recipient, SpamAction } from "./tenant";
import { allowEntryFor } from "./tenant-allow-block-list";

/** What takes a message past the classifier. */
export type Allow = "scl" | "allowed-list" | "tenant-list";

export type AntiSpamResult =
  /** An allow takes the classifier out of the question. */
  | { readonly kind: "bypassed"; readonly by: Allow }
  | { readonly kind: "classifier"; readonly policy: HostedContentFilterPolicy }
  | {
      readonly kind: "ends";
      readonly outcome: Outcome;
      readonly policy: string;
      readonly blockedEntry?: string;
    }
  | {
      readonly kind: "unknown";
      readonly because: string;
      readonly notRead?: string;
      readonly missing?: string;
    };

/** What an action of the policy does to spam and high-confidence spam (exchange-online.md 3.5). */
const spamOutcomes: Readonly<Record<SpamAction, Outcome>> = {
  MoveToJmf: "junk",
  AddXHeader: "junk",
  ModifySubject: "junk",
  Redirect: "redirected",
  Delete: "deleted",
  Quarantine: "quarantined",
  NoAction: "inbox",
};

export const spamOutcome = (action: SpamAction): Outcome => spamOutcomes[action];

/** How a list speaks of a sender; `unknown` where only a parent domain is listed: its reach is not published (7.2). */
type Listing =
  | { readonly kind: "listed"; readonly entry: string }
  | { readonly kind: "unknown"; readonly entry: string }
  | { readonly kind: "absent" };

export const listing = (sender: string, senders: readonly string[], domains: readonly string[]): Listing => {
  const address = sender.toLowerCase();
  const domain = domainOf(sender);
  const exact =
    senders.find((entry) => entry.toLowerCase() === address) ??
    domains.find((entry) => entry.toLowerCase() === domain);
  if (exact !== undefined) return { kind: "listed", entry: exact };
  const parent = domains.find((entry) =>
    domain.endsWith(`.${entry.toLowerCase().replace(/^(?:\*\.|\.)/, "")}`),
  );
  return parent === undefined ? { kind: "absent" } : { kind: "unknown", entry: parent };
};

export const policyFor = (
  tenant: ExchangeTenant,
  recipient: Recipient | undefined,
): HostedContentFilterPolicy | Extract<AntiSpamResult, { kind: "unknown" }> => {
  const policies = tenant.hostedContentFilterPolicies;
  if (policies === undefined)
    return {
      kind: "unknown",
      because: "the anti-spam policies were not read",
      notRead: "Get-HostedContentFilterPolicy",
    };
  const selection = selectPolicy(
    "hostedContentFilterPolicy",
    tenant.hostedContentFilterRules,
    "Get-HostedContentFilterRule",
    recipient,
    tenant,
  );
  if (selection.kind === "unknown") return selection;
  const policy = policies.find(({ name, isDefault }) =>
    selection.name === undefined ? isDefault : name === selection.name,
  );
  if (policy !== undefined) return policy;
  return selection.name === undefined
    ? {
        kind: "unknown",
        because: "the default anti-spam policy is not among the policies read",
        notRead: "Get-HostedContentFilterPolicy",
      }
    : {
        kind: "unknown",
        because: `the anti-spam policy "${selection.name}" is not among the policies read`,
        missing: selection.name,
      };
};

const unknown = (because: string): AntiSpamResult => ({ kind: "unknown", because });

/** Where a verdict of the policy takes the message. An action that leaves it alone still leaves it to the classifier. */
const ends = (
  policy: HostedContentFilterPolicy,
  action: SpamAction,
  blockedEntry?: string,
): AntiSpamResult => {
  const outcome = spamOutcome(action);
  if (outcome === "inbox") return { kind: "classifier", policy };
  return {
    kind: "ends",
    outcome,
    policy: policy.name,
    ...(blockedEntry === undefined ? {} : { blockedEntry }),
  };
};

/** @param scl the level a rule stamped, `undefined` where none did. */
export const antiSpam = (
  tenant: ExchangeTenant,
  sender: string,
  recipient: Recipient | undefined,
  scl: number | undefined,
  asOf: Date,
): AntiSpamResult => {
  const policy = policyFor(tenant, recipient);
  if ("kind" in policy) return policy;
  const blocked = listing(sender, policy.blockedSenders, policy.blockedSenderDomains);
  const allowed = listing(sender, policy.allowedSenders, policy.allowedSenderDomains);
  if (scl !== undefined && scl < 0)
    return blocked.kind === "absent"
      ? { kind: "bypassed", by: "scl" }
      : unknown(
          `a rule sets SCL ${scl} while the policy "${policy.name}" blocks ${blocked.entry}; which wins is not published`,
        );
  const bySpamLevel = scl !== undefined && scl >= 5;
  if (allowed.kind === "listed" && (blocked.kind !== "absent" || bySpamLevel))
    return unknown(
      `the policy "${policy.name}" allows ${allowed.entry} while ${bySpamLevel ? `a rule sets SCL ${scl}` : "it also blocks the sender"}; which wins is not published`,
    );
  if (allowed.kind === "listed") return { kind: "bypassed", by: "allowed-list" };
  if (bySpamLevel) return ends(policy, scl >= 7 ? policy.highConfidenceSpamAction : policy.spamAction);
  if (blocked.kind === "listed") return ends(policy, policy.spamAction, blocked.entry);
  if (blocked.kind === "unknown")
    return unknown(
      `whether the blocked domain ${blocked.entry} of "${policy.name}" covers its subdomains is not published`,
    );
  if (allowEntryFor(tenant, sender, asOf) !== undefined) return { kind: "bypassed", by: "tenant-list" };
  if (allowed.kind === "unknown")
    return unknown(
      `whether the allowed domain ${allowed.entry} of "${policy.name}" covers its subdomains is not published`,
    );
  return { kind: "classifier", policy };
};
