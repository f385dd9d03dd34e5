/** Who may write to a mailbox: accepted and rejected senders, authentication, moderation (exchange-online.md 4.2). */
import type { Outcome } from "../../outcome";
import type { Issue } from "../issue";
import type { ExchangeTenant, MailboxSettings } from "../tenant";
import { anyStandsFor } from "./senders";

const stage = "mailbox";

const stopped = (
  code: "delivery-restricted" | "delivery-moderated",
  outcome: Outcome,
  setting: string,
): Issue => ({
  code,
  stage,
  implies: "blocked",
  certainty: "certain",
  outcome,
  details: { setting },
  values: new Map(),
});

const unknown = (setting: string): Issue => ({
  code: "delivery-restriction-unknown",
  stage,
  implies: "undecided",
  details: { setting },
});

/**
 * A contact for the header's address lets the mail in, if it is the header that is looked at and not the envelope: that is
 * not published (exchange-online.md 9.2).
 */
const byContact = (setting: string): Issue => ({
  code: "delivery-by-contact",
  stage,
  implies: "undecided",
  details: { setting },
});

export const decideDeliveryRestrictions = (
  tenant: ExchangeTenant,
  mailbox: MailboxSettings,
  sender: string,
): readonly Issue[] => {
  const issues: Issue[] = [];
  if (mailbox.acceptMessagesOnlyFrom.length > 0) {
    const accepted = anyStandsFor(mailbox.acceptMessagesOnlyFrom, sender, tenant);
    const setting = "AcceptMessagesOnlyFromSendersOrMembers";
    if (accepted === false) issues.push(stopped("delivery-restricted", "rejected", setting));
    else issues.push(accepted === undefined ? unknown(setting) : byContact(setting));
  }
  const refused = anyStandsFor(mailbox.rejectMessagesFrom, sender, tenant);
  if (refused === true)
    issues.push(stopped("delivery-restricted", "rejected", "RejectMessagesFromSendersOrMembers"));
  if (refused === undefined) issues.push(unknown("RejectMessagesFromSendersOrMembers"));
  if (mailbox.requireSenderAuthenticationEnabled)
    issues.push(stopped("delivery-restricted", "rejected", "RequireSenderAuthenticationEnabled"));
  if (mailbox.moderationEnabled) {
    const bypassed = anyStandsFor(mailbox.bypassModerationFrom, sender, tenant);
    if (bypassed === false) issues.push(stopped("delivery-moderated", "held", "ModerationEnabled"));
    else {
      const setting = "BypassModerationFromSendersOrMembers";
      issues.push(bypassed === undefined ? unknown(setting) : byContact(setting));
    }
  }
  return issues;
};
