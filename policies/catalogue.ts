/** All policies, in the order in which their verdicts are read. */
import { aircallAllowNotTooWide } from "./aircall-allow-not-too-wide";
import { aircallAllowProvenNarrow } from "./aircall-allow-proven-narrow";
import { aircallMailAllowed } from "./aircall-mail-allowed";
import { aircallMailNotBlocked } from "./aircall-mail-not-blocked";
import { aircallMailWithUnlikelyText } from "./aircall-mail-with-unlikely-text";
import { aircallUserAddressesPersonal } from "./aircall-user-addresses-personal";
import { aircallUsersOwnTheirMailbox } from "./aircall-users-own-their-mailbox";
import { mailboxQuotaHoldsLoginMail } from "./mailbox-quota-holds-login-mail";
import type { PolicyText, TransportRulesPolicy } from "./policy";
import { tenantReadAsNeeded } from "./tenant-read-as-needed";

export const transportRulesPolicies: readonly TransportRulesPolicy[] = [
  tenantReadAsNeeded,
  aircallMailNotBlocked,
  aircallMailAllowed,
  aircallMailWithUnlikelyText,
  aircallAllowNotTooWide,
  aircallAllowProvenNarrow,
  aircallUsersOwnTheirMailbox,
  aircallUserAddressesPersonal,
];

export const policies: readonly PolicyText[] = [...transportRulesPolicies, mailboxQuotaHoldsLoginMail];
