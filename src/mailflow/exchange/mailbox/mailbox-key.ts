/** What the mailbox stage looks at in a recipient, as a text: equal texts mean no decision tells two recipients apart. */
import { domainOf } from "../../message";
import type { ExchangeTenant, JunkEmailConfiguration, MailboxSettings, Recipient } from "../tenant";
import type { InboxRule } from "./inbox-rule-table";
import { roomKey } from "./quota";
import { anyStandsFor } from "./senders";

/** Whether an entry of a user's list may name the sender: its address, its domain, a domain above (exchange-online.md 4.3). */
const mayName = (entry: string, sender: string): boolean => {
  const [root, address] = [
    entry
      .trim()
      .toLowerCase()
      .replace(/^@|^\*\./u, ""),
    sender.toLowerCase(),
  ];
  return entry.includes("*") || root === address || `.${domainOf(address)}`.endsWith(`.${root}`);
};

const essentialJunk = (junk: JunkEmailConfiguration, senders: readonly string[]): JunkEmailConfiguration => {
  const ofSenders = (entries: readonly string[]) =>
    entries.filter((entry) => senders.some((sender) => mayName(entry, sender)));
  return {
    ...junk,
    trustedSendersAndDomains: ofSenders(junk.trustedSendersAndDomains),
    blockedSendersAndDomains: ofSenders(junk.blockedSendersAndDomains),
  };
};

/** The address in an entry such as `"News" [SMTP:news@example.org]`; a bare name may be resolved to anybody. */
const addressIn = (entry: string): string | undefined => {
  const text = /\[smtp:([^\]]+)\]/iu.exec(entry)?.[1] ?? entry;
  return /^[^\s[\]"]+@[^\s[\]"]+$/u.test(text) ? text : undefined;
};

/** Whether a rule surely never meets mail of the senders: it is off, or it wants other senders. */
const neverMeets = (tenant: ExchangeTenant, senders: readonly string[]): ((rule: InboxRule) => boolean) => {
  const known = new Map<string, boolean>();
  const isElse = (entry: string): boolean => {
    const found = known.get(entry);
    if (found !== undefined) return found;
    const address = addressIn(entry);
    const answer =
      address !== undefined && senders.every((sender) => anyStandsFor([address], sender, tenant) === false);
    known.set(entry, answer);
    return answer;
  };
  return ({ enabled, conditions }) =>
    !enabled ||
    conditions.some(({ name, exception, values }) => name === "From" && !exception && values.every(isElse));
};

/** Names in a list may be the recipient's own, so that two mailboxes with the same rule may differ. */
const looksAtRecipient = ({ conditions }: InboxRule): boolean =>
  conditions.some(({ name }) => name === "SentTo" || name === "RecipientAddressContainsWords");

/**
 * Personal lists and rules about other people's mail are many, and none of them decides anything.
 *
 * @param senders whose mail is asked about.
 */
export const mailboxKey = (
  tenant: ExchangeTenant,
  senders: readonly string[],
): ((recipient: Recipient) => string) => {
  const never = neverMeets(tenant, senders);
  const essential = ({ totalItemSize: _used, junkEmail, inboxRules, ...settings }: MailboxSettings) => ({
    ...settings,
    junkEmail: junkEmail === undefined ? undefined : essentialJunk(junkEmail, senders),
    inboxRules: inboxRules?.filter((rule) => !never(rule)),
  });
  const known = new WeakMap<MailboxSettings, { readonly text: string; readonly isPersonal: boolean }>();
  return (recipient) => {
    const { mailbox, recipientTypeDetails } = recipient;
    if (mailbox === undefined) return recipientTypeDetails ?? "";
    const found = known.get(mailbox);
    const settings = found === undefined ? essential(mailbox) : undefined;
    const key = found ?? {
      text: JSON.stringify(settings),
      isPersonal: settings?.inboxRules?.some(looksAtRecipient) === true,
    };
    known.set(mailbox, key);
    const named = key.isPersonal ? recipient.address : "";
    return [recipientTypeDetails, roomKey(recipient), key.text, named].join("\u0000");
  };
};
