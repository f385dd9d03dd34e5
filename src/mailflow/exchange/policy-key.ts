/** Which policies bind a recipient, as a text: equal texts mean the same policies, or the same doubt. */
import { selectPolicy } from "./policy-selection";
import { perProfile, profilesOf } from "./recipient-profile";
import type { ExchangeTenant, Recipient, RecipientFilter } from "./tenant";

/** Every person and group that a filter names. */
export const entriesIn = ({
  sentTo,
  sentToMemberOf,
  exceptIfSentTo,
  exceptIfSentToMemberOf,
}: RecipientFilter): readonly string[] => [
  ...sentTo,
  ...sentToMemberOf,
  ...exceptIfSentTo,
  ...exceptIfSentToMemberOf,
];

export const policyKey = (tenant: ExchangeTenant): ((recipient: Recipient) => string) => {
  const content = tenant.hostedContentFilterRules ?? [];
  const phishing = tenant.antiPhishRules ?? [];
  const malware = tenant.malwareFilterRules ?? [];
  const filters = [...content, ...phishing, ...malware, ...(tenant.eopProtectionPolicyRules ?? [])];
  // Where no rule of a policy names anybody, one policy binds all.
  if (filters.length === 0) return () => "";
  const profileOf = profilesOf(
    tenant,
    filters.flatMap(({ filter }) => entriesIn(filter)),
  );
  return perProfile(profileOf, (recipient) =>
    [
      selectPolicy("hostedContentFilterPolicy", content, "", recipient, tenant),
      selectPolicy("antiPhishPolicy", phishing, "", recipient, tenant),
      selectPolicy("malwareFilterPolicy", malware, "", recipient, tenant),
    ]
      .map((selection) => (selection.kind === "policy" ? (selection.name ?? "") : JSON.stringify(selection)))
      .join("\u0000"),
  );
};
