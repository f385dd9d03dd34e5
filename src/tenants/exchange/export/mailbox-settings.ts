/** Delivery settings of one mailbox as `Get-Mailbox` prints them (exchange-online.md 4.2). */
import type { MailboxSettings } from "../../../mailflow/exchange/tenant";
import { entries, flag, isUnset, namesOf, type RawObject, sizeOf } from "./properties";

/** What `Get-Mailbox` itself tells; statistics, junk list and inbox rules are parts of their own. */
export type DeliverySettings = Omit<MailboxSettings, "totalItemSize" | "junkEmail" | "inboxRules">;

/** Three lists each, one per kind of entry, which the service keeps apart. */
const acceptLists = [
  "AcceptMessagesOnlyFrom",
  "AcceptMessagesOnlyFromDLMembers",
  "AcceptMessagesOnlyFromSendersOrMembers",
] as const;
const rejectLists = [
  "RejectMessagesFrom",
  "RejectMessagesFromDLMembers",
  "RejectMessagesFromSendersOrMembers",
] as const;

/** Every property of `Get-Mailbox` that decides on delivery. */
export const deliveryProperties = [
  ...acceptLists,
  ...rejectLists,
  "RequireSenderAuthenticationEnabled",
  "ModerationEnabled",
  "BypassModerationFromSendersOrMembers",
  "MaxReceiveSize",
  "ForwardingAddress",
  "ForwardingSmtpAddress",
  "DeliverToMailboxAndForward",
] as const;

/** Every name in the lists once, lower-case. */
const united = (raw: RawObject, lists: readonly string[]): readonly string[] => [
  ...new Set(namesOf(...lists.map((name) => raw[name])).map((name) => name.toLowerCase())),
];

const settingsOf = (raw: RawObject): DeliverySettings => ({
  acceptMessagesOnlyFrom: united(raw, acceptLists),
  rejectMessagesFrom: united(raw, rejectLists),
  requireSenderAuthenticationEnabled: flag(raw.RequireSenderAuthenticationEnabled),
  moderationEnabled: flag(raw.ModerationEnabled),
  bypassModerationFrom: united(raw, ["BypassModerationFromSendersOrMembers"]),
  maxReceiveSize: sizeOf(raw.MaxReceiveSize),
  forwardingAddress: namesOf(raw.ForwardingAddress)[0],
  forwardingSmtpAddress: entries(raw.ForwardingSmtpAddress)[0]?.replace(/^smtp:/iu, ""),
  deliverToMailboxAndForward: flag(raw.DeliverToMailboxAndForward),
});

/** What is set, as a text: mailboxes with equal texts have equal settings. */
const keyOf = (raw: RawObject): string => {
  let key = "";
  for (const name of deliveryProperties) {
    const value = raw[name];
    if (!isUnset(value)) key += `${name}=${typeof value === "string" ? value : JSON.stringify(value)}\u0000`;
  }
  return key;
};

/**
 * One setting that is missing is as good as empty (exchange-online.md 9.15), but where none is printed at all nobody asked
 * for them: `Get-EXOMailbox` without property sets, or an export that was trimmed (4.1).
 */
const isMinimal = (raw: RawObject): boolean => !deliveryProperties.some((name) => name in raw);

/** A limit that is set and cannot be read may be any. */
const isLimitUnreadable = ({ MaxReceiveSize: limit }: RawObject): boolean =>
  !isUnset(limit) && sizeOf(limit) === undefined;

/** A reader that gives equal settings as one object, so that a large tenant stays small; `undefined` where not printed. */
export const deliverySettings = (): ((raw: RawObject) => DeliverySettings | undefined) => {
  const known = new Map<string, DeliverySettings>();
  return (raw) => {
    if (isMinimal(raw) || isLimitUnreadable(raw)) return undefined;
    const key = keyOf(raw);
    const found = known.get(key);
    if (found !== undefined) return found;
    const settings = settingsOf(raw);
    known.set(key, settings);
    return settings;
  };
};
