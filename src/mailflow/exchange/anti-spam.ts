/** The anti-spam policy: who wins among its lists, the rules' SCL and other allows (exchange-online.md 2.8, 3.4, 3.5). */
import { domainOf } from "../message";
import type { Outcome } from "../outcome";
import { type BoundPolicy, policyOf, type UnknownPolicy } from "./policy-of";
import { bypasses, rulingOf, type Setting } from "./precedence";
import type { ExchangeTenant, HostedContentFilterPolicy, Recipient, SpamAction } from "./tenant";

/** What takes a message past the classifier. */
export type Allow = "scl" | "allowed-list" | "tenant-list" | "ip-address" | "safe-sender";

/** The setting behind each allow of the organisation. */
const settingOf: Readonly<Record<Exclude<Allow, "safe-sender">, Setting>> = {
  scl: "rule-bypass",
  "allowed-list": "policy-allow",
  "tenant-list": "tenant-list-allow",
  "ip-address": "ip-allow",
};

export type AntiSpamResult =
  /** An allow takes the classifier out of the question. */
  | { readonly kind: "bypassed"; readonly by: Allow; readonly policy: HostedContentFilterPolicy }
  | { readonly kind: "classifier"; readonly policy: HostedContentFilterPolicy }
  | {
      readonly kind: "ends";
      readonly outcome: Outcome;
      readonly policy: HostedContentFilterPolicy;
      readonly blockedEntry?: string;
    }
  | { readonly kind: "unknown"; readonly because: string; readonly policy: HostedContentFilterPolicy }
  | { readonly kind: "no-policy"; readonly unknown: UnknownPolicy };

/** What an action of the policy does to spam and high-confidence spam (exchange-online.md 3.5). */
export const spamOutcomes: Readonly<Record<SpamAction, Outcome>> = {
  MoveToJmf: "junk",
  AddXHeader: "junk",
  ModifySubject: "junk",
  Redirect: "redirected",
  Delete: "deleted",
  Quarantine: "quarantined",
  NoAction: "inbox",
};

/** How a list speaks of a sender; `unknown` where only a parent domain is listed: its reach is not published (7.2). */
type Listing =
  | { readonly kind: "listed"; readonly entry: string }
  | { readonly kind: "unknown"; readonly entry: string }
  | { readonly kind: "absent" };

/** Whether a wildcard among addresses may stand for the sender: none is documented (exchange-online.md 7.2). */
const isWildcardFor = (entry: string, address: string): boolean => {
  const [before = "", after, ...more] = entry.trim().toLowerCase().split("*");
  return after !== undefined && more.length === 0 && address.startsWith(before) && address.endsWith(after);
};

export const listing = (sender: string, senders: readonly string[], domains: readonly string[]): Listing => {
  const address = sender.toLowerCase();
  const domain = domainOf(sender);
  const plain = (entry: string): string => entry.trim().toLowerCase().replace(/^@/u, "");
  const exact =
    senders.find((entry) => entry.trim().toLowerCase() === address) ??
    domains.find((entry) => plain(entry) === domain);
  if (exact !== undefined) return { kind: "listed", entry: exact };
  // A wildcard is not documented for these lists: it may cover the domain itself.
  const parent =
    domains.find((entry) => `.${domain}`.endsWith(`.${plain(entry).replace(/^(?:\*\.|\.)/u, "")}`)) ??
    senders.find((entry) => isWildcardFor(entry, address));
  return parent === undefined ? { kind: "absent" } : { kind: "unknown", entry: parent };
};

export const contentFilterPolicyFor = (
  tenant: ExchangeTenant,
  recipient: Recipient | undefined,
): BoundPolicy<HostedContentFilterPolicy> =>
  policyOf(
    tenant,
    recipient,
    "hostedContentFilterPolicy",
    tenant.hostedContentFilterPolicies,
    tenant.hostedContentFilterRules,
    { policy: "Get-HostedContentFilterPolicy", rule: "Get-HostedContentFilterRule" },
  );

/** What is known of a message when the policy looks at it. */
export interface Arriving {
  readonly sender: string;
  /** The level a rule stamped, `undefined` where none did. */
  readonly scl: number | undefined;
  /** Whether an entry of the Tenant Allow/Block List allows the sender. */
  readonly allowedByTenantList: boolean;
  /** Whether the IP Allow List holds the address it comes from. */
  readonly allowedByAddress: boolean;
}

/** Where a verdict of the policy takes the message. An action that leaves it alone still leaves it to the classifier. */
const ends = (
  policy: HostedContentFilterPolicy,
  action: SpamAction,
  blockedEntry?: string,
): AntiSpamResult => {
  const outcome = spamOutcomes[action];
  if (outcome === "inbox") return { kind: "classifier", policy };
  return { kind: "ends", outcome, policy, ...(blockedEntry === undefined ? {} : { blockedEntry }) };
};

/** Clean mail that a setting marks as spam; every worse verdict has a worse action or the same. */
const marksCleanMail = (setting: Setting): boolean => rulingOf(setting, "clean") === "spam-action";

const allowsOf = (arriving: Arriving, listed: boolean): readonly Exclude<Allow, "safe-sender">[] => {
  const all = [
    ["scl", arriving.scl !== undefined && arriving.scl < 0],
    ["allowed-list", listed],
    ["tenant-list", arriving.allowedByTenantList],
    ["ip-address", arriving.allowedByAddress],
  ] as const;
  return all.flatMap(([allow, holds]) => (holds && bypasses(settingOf[allow]) ? [allow] : []));
};

/** What a policy makes of a message, where no user's own list speaks. */
const judged = (policy: HostedContentFilterPolicy, arriving: Arriving): AntiSpamResult => {
  const { sender, scl } = arriving;
  const unknown = (because: string): AntiSpamResult => ({ kind: "unknown", because, policy });
  const blocked = listing(sender, policy.blockedSenders, policy.blockedSenderDomains);
  const allowed = listing(sender, policy.allowedSenders, policy.allowedSenderDomains);
  const marked = scl !== undefined && scl >= 5 && marksCleanMail("rule-spam");
  const [by] = allowsOf(arriving, allowed.kind === "listed");
  if (by !== undefined) {
    if (blocked.kind !== "absent")
      return unknown(
        by === "scl"
          ? `a rule sets SCL ${scl} while the policy "${policy.name}" blocks ${blocked.entry}; which wins is not published`
          : by === "allowed-list" && allowed.kind === "listed"
            ? `the policy "${policy.name}" allows ${allowed.entry} while it also blocks the sender; which wins is not published`
            : `the policy "${policy.name}" blocks ${blocked.entry} while another list allows the sender; which wins is not published`,
      );
    if (marked)
      return unknown(
        by === "allowed-list" && allowed.kind === "listed"
          ? `the policy "${policy.name}" allows ${allowed.entry} while a rule sets SCL ${scl}; which wins is not published`
          : `a rule sets SCL ${scl} while another list allows the sender; which wins is not published`,
      );
    return { kind: "bypassed", by, policy };
  }
  if (marked) return ends(policy, scl >= 7 ? policy.highConfidenceSpamAction : policy.spamAction);
  if (blocked.kind === "listed" && marksCleanMail("policy-block"))
    return ends(policy, policy.spamAction, blocked.entry);
  if (blocked.kind === "unknown")
    return unknown(
      `whether the blocked domain ${blocked.entry} of "${policy.name}" covers its subdomains is not published`,
    );
  if (allowed.kind === "unknown")
    return unknown(
      `whether the allowed domain ${allowed.entry} of "${policy.name}" covers its subdomains is not published`,
    );
  return { kind: "classifier", policy };
};

export const antiSpam = (
  tenant: ExchangeTenant,
  recipient: Recipient | undefined,
  arriving: Arriving,
): AntiSpamResult => {
  const bound = contentFilterPolicyFor(tenant, recipient);
  return bound.kind === "bound" ? judged(bound.policy, arriving) : { kind: "no-policy", unknown: bound };
};
