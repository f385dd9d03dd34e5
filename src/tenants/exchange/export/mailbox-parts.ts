/** What sits on each mailbox: delivery settings, fullness, junk list, inbox rules (exchange-online.md 4.1 to 4.3). */
import type { InboxRule } from "../../../mailflow/exchange/mailbox/inbox-rule-table";
import type { JunkEmailConfiguration, MailboxSettings } from "../../../mailflow/exchange/tenant";
import { inboxRulesOf } from "./inbox-rules";
import { type OwnedItems, ownerTables } from "./mailbox-owners";
import { deliverySettings } from "./mailbox-settings";
import { entries, flag, isUnreadable, type RawObject, sizeOf } from "./properties";

type Items = readonly RawObject[] | undefined;

/** The parts that are read mailbox by mailbox; `undefined` where not read. */
export interface MailboxParts {
  readonly statistics: Items;
  readonly junkEmail: Items;
  readonly inboxRules: Items;
}

const noRules: readonly InboxRule[] = [];

/** Where the part was read and is empty, nobody changed the service's own configuration (design section 7). */
const defaultJunkEmail: JunkEmailConfiguration = {
  enabled: true,
  trustedListsOnly: false,
  contactsTrusted: false,
  trustedSendersAndDomains: [],
  blockedSendersAndDomains: [],
};

const lower = (raw: unknown): readonly string[] =>
  entries(raw).map((entry) =>
    entry
      .trim()
      .replace(/^smtp:/iu, "")
      .toLowerCase(),
  );

/**
 * A flag that is missing is off (9.15): the lists of such a configuration are no help. `undefined` where a blocked entry
 * cannot be read, for it may be Aircall.
 */
const junkEmailOf = (raw: RawObject): JunkEmailConfiguration | undefined => {
  const blocked = lower(raw.BlockedSendersAndDomains);
  if (blocked.some(isUnreadable)) return undefined;
  return {
    enabled: flag(raw.Enabled),
    trustedListsOnly: flag(raw.TrustedListsOnly),
    contactsTrusted: flag(raw.ContactsTrusted),
    trustedSendersAndDomains: lower(raw.TrustedSendersAndDomains),
    blockedSendersAndDomains: blocked,
  };
};

/** Gives equal values as one object. */
const sharing = <T>(): ((value: T) => T) => {
  const known = new Map<string, T>();
  return (value) => {
    const key = JSON.stringify(value);
    const found = known.get(key);
    if (found === undefined) known.set(key, value);
    return found ?? value;
  };
};

/** The larger of several sizes: a mailbox listed twice is as full as its worse row says. */
const totalItemSizeOf = (items: readonly RawObject[]): number | undefined => {
  const sizes = items.map((raw) => sizeOf(raw.TotalItemSize)).filter((size) => typeof size === "number");
  return sizes.length === 0 || sizes.length < items.length ? undefined : Math.max(...sizes);
};

/** A number for each object, the same for the same one. */
const numbering = (): ((value: object | undefined) => number) => {
  const numbers = new Map<object | undefined, number>();
  return (value) => {
    const number = numbers.get(value) ?? numbers.size;
    numbers.set(value, number);
    return number;
  };
};

/**
 * The settings of the mailbox at each place. Mailboxes with equal settings share one object, so that a large tenant stays
 * small. Cost: linear in mailboxes and items.
 */
export const mailboxSettings = (
  mailboxes: readonly RawObject[],
  parts: MailboxParts,
): readonly (MailboxSettings | undefined)[] => {
  const owned = ownerTables(mailboxes);
  const of = (items: Items): OwnedItems | undefined => (items === undefined ? undefined : owned(items));
  const [statistics, junkItems, rules] = [of(parts.statistics), of(parts.junkEmail), of(parts.inboxRules)];
  const deliveryOf = deliverySettings();
  const shareJunk = sharing<JunkEmailConfiguration | undefined>();
  const junkOf = (place: number): JunkEmailConfiguration | undefined => {
    if (parts.junkEmail?.length === 0) return defaultJunkEmail;
    const found = new Set((junkItems?.byPlace.get(place) ?? []).map((raw) => shareJunk(junkEmailOf(raw))));
    // Two configurations of one mailbox contradict each other: which one holds is not known.
    return found.size === 1 ? [...found][0] : undefined;
  };
  // A mailbox without rules prints nothing. That it was asked shows in the parts where each mailbox prints something.
  const witnesses = [
    { part: parts.statistics, items: statistics },
    { part: parts.junkEmail, items: junkItems },
  ].filter(({ part }) => part !== undefined && part.length > 0);
  const rulesOf = (place: number): readonly InboxRule[] | undefined => {
    if (rules === undefined || rules.hasStray) return undefined;
    const items = rules.byPlace.get(place);
    if (items !== undefined) return inboxRulesOf(items);
    const asked = witnesses.length === 0 || witnesses.some(({ items }) => items?.byPlace.has(place));
    return asked ? noRules : undefined;
  };
  const numberOf = numbering();
  const shared = new Map<string, MailboxSettings>();
  return mailboxes.map((raw, place) => {
    const delivery = deliveryOf(raw);
    if (delivery === undefined) return undefined;
    const totalItemSize = totalItemSizeOf(statistics?.byPlace.get(place) ?? []);
    const [junkEmail, inboxRules] = [junkOf(place), rulesOf(place)];
    const settings = (): MailboxSettings => ({ ...delivery, totalItemSize, junkEmail, inboxRules });
    if (totalItemSize !== undefined) return settings();
    const key = `${numberOf(delivery)} ${numberOf(junkEmail)} ${numberOf(inboxRules)}`;
    const found = shared.get(key) ?? settings();
    shared.set(key, found);
    return found;
  });
};
