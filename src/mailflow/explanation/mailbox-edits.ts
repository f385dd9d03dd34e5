/** Changes of single mailboxes, as data and as the commands that make them (exchange-online.md 4.1 to 4.3). */
import type { ExchangeTenant, JunkEmailConfiguration, MailboxSettings } from "../exchange/tenant";
import type { Finding } from "../finding";
import { type Edit, edit } from "./edit";
import type { EditKind } from "./explanation";
import { without } from "./list-entries";
import { type Argument, line } from "./powershell";

type Change = (mailbox: MailboxSettings) => MailboxSettings;

/** Only where every mailbox concerned is named: a change of some of them would leave the finding. */
const onMailboxes = (
  { recipients: { count, sample } }: Finding,
  kind: EditKind,
  details: Readonly<Record<string, string>>,
  commandFor: (address: string) => string,
  change: Change,
): readonly Edit[] => {
  if (count !== sample.length || count === 0) return [];
  const concerned = new Set(sample);
  const apply = (tenant: ExchangeTenant): ExchangeTenant => ({
    ...tenant,
    recipients: tenant.recipients?.map((recipient) =>
      concerned.has(recipient.address) && recipient.mailbox !== undefined
        ? { ...recipient, mailbox: change(recipient.mailbox) }
        : recipient,
    ),
  });
  return [edit(kind, { mailboxes: sample.join(", "), ...details }, sample.map(commandFor), apply)];
};

const setMailbox =
  (parameters: Readonly<Record<string, Argument>>) =>
  (address: string): string =>
    line("Set-Mailbox", { Identity: address, ...parameters });

export const keepCopy = (finding: Finding): readonly Edit[] =>
  onMailboxes(finding, "keep-copy", {}, setMailbox({ DeliverToMailboxAndForward: true }), (mailbox) => ({
    ...mailbox,
    deliverToMailboxAndForward: true,
  }));

export const turnOffModeration = (finding: Finding): readonly Edit[] =>
  onMailboxes(finding, "turn-off-moderation", {}, setMailbox({ ModerationEnabled: false }), (mailbox) => ({
    ...mailbox,
    moderationEnabled: false,
  }));

/** A restriction by the name a finding gives it: what clears it, as data and by the command. */
const restrictions: Readonly<Record<string, { readonly cleared: Argument; readonly change: Change }>> = {
  AcceptMessagesOnlyFromSendersOrMembers: {
    cleared: null,
    change: (mailbox) => ({ ...mailbox, acceptMessagesOnlyFrom: [] }),
  },
  RejectMessagesFromSendersOrMembers: {
    cleared: null,
    change: (mailbox) => ({ ...mailbox, rejectMessagesFrom: [] }),
  },
  RequireSenderAuthenticationEnabled: {
    cleared: false,
    change: (mailbox) => ({ ...mailbox, requireSenderAuthenticationEnabled: false }),
  },
};

export const clearRestriction = (finding: Finding): readonly Edit[] => {
  const setting = finding.details.setting ?? "";
  const restriction = restrictions[setting];
  if (restriction === undefined) return [];
  const { cleared, change } = restriction;
  return onMailboxes(finding, "clear-restriction", { setting }, setMailbox({ [setting]: cleared }), change);
};

const changedJunk =
  (change: (junk: JunkEmailConfiguration) => JunkEmailConfiguration): Change =>
  (mailbox) =>
    mailbox.junkEmail === undefined ? mailbox : { ...mailbox, junkEmail: change(mailbox.junkEmail) };

const setJunk =
  (parameters: Readonly<Record<string, Argument>>) =>
  (address: string): string =>
    line("Set-MailboxJunkEmailConfiguration", { Identity: address, ...parameters });

export const unblockForUser = (finding: Finding): readonly Edit[] => {
  const entries = [finding.details.entry ?? ""];
  return onMailboxes(
    finding,
    "unblock-for-user",
    { entries: entries.join(", ") },
    setJunk({ BlockedSendersAndDomains: { Remove: entries } }),
    changedJunk((junk) => ({
      ...junk,
      blockedSendersAndDomains: without(junk.blockedSendersAndDomains, entries),
    })),
  );
};

export const trustForUser = (finding: Finding, senders: readonly string[]): readonly Edit[] =>
  onMailboxes(
    finding,
    "trust-for-user",
    { senders: senders.join(", ") },
    setJunk({ TrustedSendersAndDomains: { Add: senders } }),
    changedJunk((junk) => ({
      ...junk,
      trustedSendersAndDomains: [...without(junk.trustedSendersAndDomains, senders), ...senders],
    })),
  );

export const turnOffInboxRule = (finding: Finding): readonly Edit[] => {
  const { rule } = finding;
  if (rule === undefined) return [];
  return onMailboxes(
    finding,
    "turn-off-inbox-rule",
    { rule },
    (address) => line("Disable-InboxRule", { Mailbox: address, Identity: rule }),
    (mailbox) => ({
      ...mailbox,
      inboxRules: mailbox.inboxRules?.map((one) => (one.name === rule ? { ...one, enabled: false } : one)),
    }),
  );
};

const roomy = { text: "35MB", bytes: 36_700_160 };

/** The limit of the organisation or of the mailboxes, whichever the finding is about. */
export const raiseSizeLimit = (finding: Finding): readonly Edit[] => {
  const parameters = { MaxReceiveSize: roomy.text };
  const details = { limit: roomy.text };
  if (finding.stage === "mailbox")
    return onMailboxes(finding, "raise-size-limit", details, setMailbox(parameters), (mailbox) => ({
      ...mailbox,
      maxReceiveSize: roomy.bytes,
    }));
  return [
    edit("raise-size-limit", details, [line("Set-TransportConfig", parameters)], (tenant) => ({
      ...tenant,
      transportConfig: tenant.transportConfig && { ...tenant.transportConfig, maxReceiveSize: roomy.bytes },
    })),
  ];
};
