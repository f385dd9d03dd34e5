/** The user's own junk settings: blocked senders, and trusted senders only (exchange-online.md 3.4, 4.3). */
import { domainOf } from "../../message";
import { type Issue, notRead } from "../issue";
import { conflicts, userRulingOf } from "../precedence";
import type { JunkEmailConfiguration, MailboxSettings, Recipient } from "../tenant";

const stage = "mailbox";

/** The entry for the sender: its address or its domain. Whether a domain covers subdomains is not published (7.2). */
const entryFor = (
  entries: readonly string[],
  sender: string,
): { readonly entry: string; readonly sure: boolean } | undefined => {
  const [address, domain] = [sender.toLowerCase(), domainOf(sender)];
  const plain = (entry: string): string => entry.trim().replace(/^@/u, "");
  // An address counts for more than its domain, which does not help under Quarantine (exchange-online.md 3.4).
  const exact =
    entries.find((entry) => plain(entry) === address) ?? entries.find((entry) => plain(entry) === domain);
  if (exact !== undefined) return { entry: exact, sure: true };
  // A wildcard is not documented for these lists: it may cover the domain itself, and any address.
  const parent = entries.find((entry) => {
    const [before = "", after] = entry.trim().split("*");
    if (/.@/u.test(entry))
      return after !== undefined && address.startsWith(before) && address.endsWith(after);
    return `.${domain}`.endsWith(`.${plain(entry).replace(/^\*\./u, "")}`);
  });
  return parent === undefined ? undefined : { entry: parent, sure: false };
};

/** The safe sender's entry that surely helps. With `Enabled` false none is counted on (exchange-online.md 4.3). */
export const safeSenderEntry = (recipient: Recipient | undefined, sender: string): string | undefined => {
  const junk = recipient?.mailbox?.junkEmail;
  if (junk === undefined || !junk.enabled) return undefined;
  const found = entryFor(junk.trustedSendersAndDomains, sender);
  return found?.sure === true ? found.entry : undefined;
};

/** The entry by which a user's safe list may let forged mail in: lists see the From address alone, and a switched-off one may still act. */
export const possibleSafeEntry = (recipient: Recipient | undefined, sender: string): string | undefined =>
  entryFor(recipient?.mailbox?.junkEmail?.trustedSendersAndDomains ?? [], sender)?.entry;

const junked = (code: "junk-sender-blocked" | "junk-trusted-only", entry: string): Issue => ({
  code,
  stage,
  implies: "blocked",
  certainty: "certain",
  outcome: "junk",
  details: { entry },
  values: new Map(),
});

const unknown = (entry: string, because: string): Issue => ({
  code: "junk-unknown",
  stage,
  implies: "undecided",
  details: { entry, because },
});

const disabled = "what the lists of a disabled junk configuration do is not published";
const subdomains = "whether the domain covers its subdomains is not published";

/** A user's blocked sender wins over every allow of the organisation, a safe one over a blocked one (3.4). */
const decideBlocked = (junk: JunkEmailConfiguration, sender: string): readonly Issue[] => {
  const blocked = entryFor(junk.blockedSendersAndDomains, sender);
  if (blocked === undefined) return [];
  const safe = entryFor(junk.trustedSendersAndDomains, sender);
  if (!junk.enabled) return [unknown(blocked.entry, disabled)];
  if (safe !== undefined) {
    // Between safe and blocked, safe wins for the same entry; for different ones it is not said.
    if (safe.entry === blocked.entry && safe.sure) return [];
    return [unknown(blocked.entry, "a safe entry covers the sender too, and which wins is not published")];
  }
  if (!blocked.sure) return [unknown(blocked.entry, subdomains)];
  const wins =
    conflicts["blocked-sender over an allow of the organisation"] === "user" &&
    userRulingOf("blocked-sender", "clean") === "junk";
  return wins ? [junked("junk-sender-blocked", blocked.entry)] : [];
};

const decideTrustedOnly = (junk: JunkEmailConfiguration, sender: string): readonly Issue[] => {
  if (!junk.trustedListsOnly) return [];
  const safe = entryFor(junk.trustedSendersAndDomains, sender);
  if (safe?.sure === true && junk.enabled) return [];
  if (!junk.enabled) return [unknown("TrustedListsOnly", disabled)];
  if (safe !== undefined) return [unknown(safe.entry, subdomains)];
  // A contact of the user may be the sender: contacts are not read.
  if (junk.contactsTrusted)
    return [unknown("TrustedListsOnly", "ContactsTrusted is on, and the user's contacts were not read")];
  return [junked("junk-trusted-only", "TrustedListsOnly")];
};

export const decideJunkEmail = ({ junkEmail }: MailboxSettings, sender: string): readonly Issue[] =>
  junkEmail === undefined
    ? [notRead(stage, "Get-MailboxJunkEmailConfiguration")]
    : [...decideBlocked(junkEmail, sender), ...decideTrustedOnly(junkEmail, sender)];
