/** How a finding of each code is met: every code of the catalogue stands here once. */
import type { Finding, FindingCode } from "../finding";
import {
  allowFirst,
  aloneOrWithAllow,
  type Candidates,
  demandDmarc,
  disable,
  exceptFromRule,
  isOfPreset,
  type Trouble,
  unlessPreset,
} from "./candidates";
import { liftConnectorRestriction, narrowConnector, skipGateway, treatAsExternal } from "./connector-edits";
import { inOrder } from "./edit";
import type { NoFixReason } from "./explanation";
import { removeAddresses, removeFromPolicy, removeSpoofEntry, removeTenantListEntry } from "./list-edits";
import {
  clearRestriction,
  keepCopy,
  raiseSizeLimit,
  trustForUser,
  turnOffInboxRule,
  turnOffModeration,
  unblockForUser,
} from "./mailbox-edits";
import {
  allowImageTypes,
  exemptFromImpersonation,
  raiseBulkThreshold,
  removeCode,
  turnOffAdvancedFilter,
} from "./policy-edits";

export interface Plan {
  /** Takes the cause away and does nothing else: what is then found was behind it. */
  readonly cause: Candidates;
  readonly fixes: Candidates;
  /** What to say where nothing can be tried. */
  readonly otherwise: NoFixReason;
  /** Whether an allow rule could have helped: then it is told why none did. */
  readonly rescuable: boolean;
}

const none: Candidates = () => [];

const plan = (cause: Candidates, fixes: Candidates, rescuable: boolean): Plan => ({
  cause,
  fixes,
  otherwise: "no-single-change",
  rescuable,
});

const blockingRule = plan(disable, (trouble) => [...allowFirst(trouble), ...exceptFromRule(trouble)], true);

const wideBypass = plan(
  disable,
  (trouble) => [
    ...demandDmarc(trouble),
    ...aloneOrWithAllow(exceptFromRule)(trouble),
    ...aloneOrWithAllow(disable)(trouble),
  ],
  false,
);

/** An allow takes the filter out of the question; so does the change of its setting. */
const filterSetting = (change: Candidates = none): Plan =>
  plan(unlessPreset(change), (trouble) => [...allowFirst(trouble), ...unlessPreset(change)(trouble)], true);

/** Only this change helps: no allow does. */
const setting = (change: Candidates): Plan => ({
  ...plan(unlessPreset(change), unlessPreset(change), false),
  otherwise: "needs-a-person",
});

/** A list entry whose removal may leave nothing that allows. */
const entry = (change: Candidates): Plan => plan(change, aloneOrWithAllow(change), false);

const needs = (otherwise: NoFixReason): Plan => ({ ...plan(none, none, false), otherwise });

/** Which of an allow and a block in one policy wins is not published; without the block nothing is asked. */
const unblockEverywhere: Candidates = ({ tenant, senders }) => {
  const edits = (tenant.hostedContentFilterPolicies ?? []).flatMap(({ name }) =>
    removeFromPolicy(tenant, name, "blocked", senders),
  );
  return edits.length === 0 ? [] : [inOrder(...edits)];
};

const entriesOf = ({ details }: Finding): readonly string[] => (details.entry ?? "").split(", ");
const spoofPair = setting(({ tenant, finding: { details } }) =>
  removeSpoofEntry(tenant, details.entry ?? ""),
);

const plans: Readonly<Record<FindingCode, Plan>> = {
  "rule-blocks": blockingRule,
  "rule-marks-spam": blockingRule,
  "rule-undecided": blockingRule,
  "budget-exhausted": blockingRule,
  "classifier-decides": filterSetting(),
  "setting-not-modelled": plan(
    none,
    (trouble) => [...allowFirst(trouble), ...aloneOrWithAllow(unblockEverywhere)(trouble)],
    true,
  ),
  "allow-not-sure": plan(none, (trouble) => [...demandDmarc(trouble), ...allowFirst(trouble)], true),
  "language-blocked": filterSetting(({ finding: { details } }) => [
    removeCode(details.policy ?? "", "languageBlockList", details.entry ?? ""),
  ]),
  "region-blocked": filterSetting(({ finding: { details } }) => [
    removeCode(details.policy ?? "", "regionBlockList", details.entry ?? ""),
  ]),
  "advanced-filter-blocks": filterSetting(({ finding: { details } }) => [
    turnOffAdvancedFilter(details.policy ?? "", details.setting ?? ""),
  ]),
  "bulk-blocked": filterSetting(({ finding: { details } }) =>
    raiseBulkThreshold(details.policy ?? "", Number(details.level)),
  ),
  "sender-blocked-by-policy": entry(({ tenant, finding: { details }, senders }) =>
    removeFromPolicy(tenant, details.policy ?? "", "blocked", senders),
  ),
  "sender-blocked-by-tenant-list": entry(({ finding: { details } }) => [
    removeTenantListEntry(details.entry ?? ""),
  ]),
  "tenant-list-may-block": entry(({ finding: { details } }) => [removeTenantListEntry(details.entry ?? "")]),
  "spoof-entry-may-block": spoofPair,
  "spoof-entry-blocks": spoofPair,
  "sending-address-may-be-blocked": setting(({ tenant, finding }) =>
    removeAddresses(tenant, "ipBlockList", entriesOf(finding)),
  ),
  "sending-address-blocked": setting(({ tenant, finding }) =>
    removeAddresses(tenant, "ipBlockList", entriesOf(finding)),
  ),
  "connector-may-reject": setting(({ tenant, finding: { details }, senders }) =>
    narrowConnector(tenant, details.connector ?? "", senders),
  ),
  "connector-rejects": setting(({ tenant, finding: { details }, senders }) => [
    ...narrowConnector(tenant, details.connector ?? "", senders),
    ...liftConnectorRestriction(tenant, details.connector ?? ""),
  ]),
  "gateway-in-front": needs("needs-a-person"),
  "gateway-breaks-authentication": setting(({ tenant }) => skipGateway(tenant)),
  "connector-treats-as-internal": setting(({ finding: { details } }) => [
    treatAsExternal(details.connector ?? ""),
  ]),
  "size-limit": setting(({ finding }) => raiseSizeLimit(finding)),
  "attachment-filter": setting(({ tenant, finding: { details } }) =>
    allowImageTypes(tenant, details.policy ?? ""),
  ),
  "impersonation-protection": setting(({ finding: { details }, senders }) => [
    exemptFromImpersonation(details.policy ?? "", senders),
  ]),
  "bypass-without-authentication": wideBypass,
  "bypass-not-sure": wideBypass,
  "allowed-by-policy-list": entry(({ tenant, finding: { details }, senders }) =>
    removeFromPolicy(tenant, details.policy ?? "", "allowed", senders),
  ),
  "allowed-by-tenant-list": entry(({ finding: { details } }) => [removeTenantListEntry(details.entry ?? "")]),
  "allowed-by-safe-sender": needs("needs-a-person"),
  "allowed-by-address": entry(({ tenant, finding }) =>
    removeAddresses(tenant, "ipAllowList", entriesOf(finding)),
  ),
  "delivery-restricted": setting(({ finding }) => clearRestriction(finding)),
  "delivery-by-contact": setting(({ finding }) => clearRestriction(finding)),
  "delivery-moderated": setting(({ finding }) => turnOffModeration(finding)),
  "mailbox-forwards": setting(({ finding }) => keepCopy(finding)),
  "junk-sender-blocked": setting(({ finding }) => unblockForUser(finding)),
  "junk-trusted-only": setting(({ finding, senders }) => trustForUser(finding, senders)),
  "junk-unknown": setting(({ finding, senders }) => [
    ...unblockForUser(finding),
    ...trustForUser(finding, senders),
  ]),
  "inbox-rule-moves": setting(({ finding }) => turnOffInboxRule(finding)),
  "inbox-rule-undecided": setting(({ finding }) => turnOffInboxRule(finding)),
  "part-not-read": needs("needs-reading"),
  "policy-missing": needs("needs-reading"),
  "delivery-restriction-unknown": needs("needs-reading"),
  "mailbox-room-unknown": needs("needs-reading"),
  "recipient-not-found": needs("needs-a-person"),
  "recipient-rejected": needs("needs-a-person"),
  "recipient-outside": needs("needs-a-person"),
  "recipient-no-mailbox": needs("needs-a-person"),
  "mailbox-full": needs("needs-a-person"),
  "semantics-disagree": needs("needs-a-person"),
  // What comes from messages and not from a decision is not gone because a decision does not find it.
  "sample-stopped": needs("needs-a-person"),
  "sample-contradicts": needs("needs-a-person"),
  "evidence-contradicts-proven": needs("needs-a-person"),
  "evidence-contradicts-block": needs("needs-a-person"),
  "evidence-shows-stop": needs("needs-a-person"),
};

const byCode: ReadonlyMap<string, Plan> = new Map(Object.entries(plans));

export const planFor = (code: FindingCode): Plan => byCode.get(code) ?? needs("needs-a-person");

/** What to say where there is nothing to try. */
export const nothingToTry = (trouble: Trouble): NoFixReason => {
  const { otherwise, rescuable } = planFor(trouble.finding.code);
  if (isOfPreset(trouble)) return "preset-policy";
  return rescuable && trouble.tenant.transportRules === undefined ? "needs-reading" : otherwise;
};
