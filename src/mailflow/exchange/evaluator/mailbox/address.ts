/** Whether the address leads to a mailbox of this tenant, and to which (exchange-online.md 3.1 step 1, 4.4, 4.5). */
import { domainOf, isDomainOrSubdomain, type Message } from "../../../message";
import type { ExchangeTenant, Recipient } from "../../tenant";
import { bothWays, ends, goesOn, type Mail, type Place, type Ways } from "../ways";

const stage = "edge";

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && one.toLowerCase() === other.toLowerCase();

const hasAddress = (
  { address, proxyAddresses }: { address: string; proxyAddresses: readonly string[] },
  wanted: string,
): boolean => isSame(address, wanted) || proxyAddresses.some((one) => isSame(one, wanted));

/** `user+tag@domain` without its tag; `undefined` where there is none (4.5). */
const withoutTag = (address: string): string | undefined => {
  const plus = address.indexOf("+");
  const at = address.lastIndexOf("@");
  return plus > 0 && plus < at ? address.slice(0, plus) + address.slice(at) : undefined;
};

/** The mailbox behind an address, aliases and plus addresses included (4.4, 4.5). */
export const recipientOf = (
  { recipients, disablePlusAddressInRecipients }: ExchangeTenant,
  { recipient }: Message,
): Recipient | undefined => {
  const at = (address: string) => recipients?.find((one) => hasAddress(one, address));
  const tagless = withoutTag(recipient);
  const direct = at(recipient);
  if (direct !== undefined || tagless === undefined) return direct;
  return disablePlusAddressInRecipients === false ? at(tagless) : undefined;
};

/** Mail arrives there as in a user's mailbox (4.4); of rooms, groups and the rest that is not said. */
const mailboxTypes: ReadonlySet<string> = new Set(["usermailbox", "sharedmailbox", "linkedmailbox"]);

const noted = (mail: Mail, place: Place, text: string): void => place.note(mail, { stage, text });

const ending = (mail: Mail, outcome: "rejected" | "undecided", because: string): Ways => ({
  goesOn: [],
  ends: [ends(mail, { outcome, stage, because })],
});

/** The accepted domain that the address is in; `undefined` where there is none or domains were not read (4.5). */
const acceptedDomain = ({ tenant, message }: Place) => {
  const domain = domainOf(message.recipient);
  return tenant.acceptedDomains?.find(
    ({ domainName, matchSubDomains }) =>
      domainName.toLowerCase() === domain || (matchSubDomains && isDomainOrSubdomain(domain, domainName)),
  );
};

/** The edge knows every recipient of an authoritative domain, and refuses mail to all others (3.1, 4.5). */
const unknownAtEdge = (mail: Mail, place: Place, because: string): Ways => {
  const { tenant, message } = place;
  if (tenant.acceptedDomains === undefined)
    return ending(mail, "undecided", "accepted domains were not read");
  const accepted = acceptedDomain(place);
  if (accepted === undefined)
    return ending(mail, "undecided", `${domainOf(message.recipient)} is no accepted domain of the tenant`);
  return accepted.domainType === "Authoritative"
    ? ending(mail, "rejected", because)
    : ending(
        mail,
        "undecided",
        `${accepted.domainName} is ${accepted.domainType}: the mail may be routed on`,
      );
};

/** Nobody has the address, as far as recipients were read. */
const unknownAddress = (mail: Mail, place: Place): Ways => {
  const { tenant, message } = place;
  const tagless = withoutTag(message.recipient);
  const isTagOfSomebody =
    tagless !== undefined && tenant.recipients?.some((one) => hasAddress(one, tagless)) === true;
  if (isTagOfSomebody && tenant.disablePlusAddressInRecipients === undefined)
    return ending(mail, "undecided", "whether plus addresses work was not read");
  if (tenant.otherRecipients === undefined)
    return ending(mail, "undecided", "recipients that are no mailbox were not read");
  return unknownAtEdge(mail, place, `no recipient has the address ${message.recipient}`);
};

const otherRecipient = (mail: Mail, type: string, place: Place): Ways => {
  if (type.toLowerCase() === "mailcontact") {
    const because = "the recipient is a mail contact";
    return { goesOn: [], ends: [ends(mail, { outcome: "left-tenant", stage: "mailbox", because })] };
  }
  // Dynamic groups are not in the directory that the edge reads (4.5).
  if (type.toLowerCase() === "dynamicdistributiongroup")
    return unknownAtEdge(mail, place, "the edge does not know dynamic groups");
  return ending(mail, "undecided", `the recipient is a ${type}, whose delivery cannot be seen here`);
};

/** Whether the address leads to a mailbox here. Asked in scope `mailbox` only: a reduced tenant stands for more recipients. */
export const address = (mail: Mail, place: Place): Ways => {
  const { tenant, message, recipient } = place;
  if (tenant.recipients === undefined) {
    noted(mail, place, "recipients were not read");
    return ending(mail, "undecided", "recipients were not read");
  }
  if (recipient === undefined) {
    const other = tenant.otherRecipients?.find((one) => hasAddress(one, message.recipient));
    const ways =
      other === undefined
        ? unknownAddress(mail, place)
        : otherRecipient(mail, other.recipientTypeDetails, place);
    noted(mail, place, ways.ends[0]?.because ?? "");
    return ways;
  }
  const type = recipient.recipientTypeDetails;
  noted(
    mail,
    place,
    `${message.recipient} leads to ${recipient.address}, a ${type ?? "recipient whose type was not read"}`,
  );
  if (type !== undefined && !mailboxTypes.has(type.toLowerCase())) return otherRecipient(mail, type, place);
  return bothWays(
    mail,
    type === undefined ? undefined : true,
    "the recipient is a mailbox",
    goesOn,
    (taken) => ending(taken, "undecided", "the recipient's type was not read"),
  );
};
