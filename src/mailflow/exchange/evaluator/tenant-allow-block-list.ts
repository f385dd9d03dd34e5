/** The Tenant Allow/Block List: which of its entries cover the message, and whether they still count (exchange-online.md 3.4, 5). */
import { domainOf, isDomainOrSubdomain, type Message } from "../../message";
import type { TenantAllowBlockListItem, TenantAllowBlockListSpoofItem } from "../tenant";
import type { TraceCondition } from "../trace";
import { holdsAddress } from "./ip-address";
import { namesSender } from "./sender-lists";
import { judgedAddress } from "./skip-listing";
import { and, type Truth } from "./truth";
import { allWays, bothWays, coveredBy, ends, goesOn, type Mail, merged, type Place, type Ways } from "./ways";

const stage = "tenant-allow-block-list";
const day = 24 * 60 * 60 * 1_000;

/** A block of a bare domain does not cover subdomains; `*.` in front of it does (5). */
const blockNames = (value: string, from: string): Truth => {
  const entry = value.toLowerCase();
  if (entry.includes("@")) return entry === from.toLowerCase();
  if (!entry.startsWith("*.")) return entry === domainOf(from);
  // Whether the wildcard covers the domain itself is not published.
  return domainOf(from) === entry.slice(2) ? undefined : isDomainOrSubdomain(domainOf(from), entry.slice(2));
};

const names = ({ action, value }: TenantAllowBlockListItem, { from, envelopeFrom }: Message): Truth => {
  const test = (sender: string) =>
    action === "Block" ? blockNames(value, sender) : namesSender([value], sender);
  const header = test(from);
  if (header !== false || action === "Allow") return header;
  // Whether a block looks at the envelope too is not published (9.2).
  return test(envelopeFrom) === false ? false : undefined;
};

/** A block may last for ever. A sender allow never does: one without an end known cannot be counted on (5). */
const counts = (item: TenantAllowBlockListItem, asOf: Date): Truth => {
  if (item.expirationDate !== undefined && asOf > new Date(item.expirationDate)) return false;
  if (item.action === "Block") return true;
  if (item.removeAfterDays !== undefined) {
    if (item.lastUsedDate === undefined) return undefined;
    return asOf.getTime() <= new Date(item.lastUsedDate).getTime() + item.removeAfterDays * day;
  }
  return item.expirationDate === undefined ? undefined : true;
};

const isSubnet = (entry: string): boolean => /^[\d.]+(?:\/\d+)?$/u.test(entry);

/** Where the mail comes from: any, a /24, a domain that signed it, or a reverse name nobody can know here (5). */
const infrastructureHolds = (entry: string, place: Place): Truth => {
  const { message } = place;
  const wanted = entry.trim().toLowerCase();
  if (wanted === "*") return true;
  if (isSubnet(wanted)) return holdsAddress([wanted], judgedAddress(place));
  if (message.dkim === "pass" && message.dkimDomain.toLowerCase() === wanted) return true;
  // The entry may be the reverse name of the source.
  return undefined;
};

const spoofedUserHolds = ({ spoofedUser }: TenantAllowBlockListSpoofItem, { from }: Message): Truth =>
  spoofedUser.trim() === "*" ? true : namesSender([spoofedUser], from);

interface Entry {
  readonly setting: "tenant-list-allow" | "tenant-list-block" | "spoof-pair-allow" | "spoof-pair-block";
  readonly by: string;
  readonly conditions: readonly TraceCondition[];
}

const senderEntries = (items: readonly TenantAllowBlockListItem[], place: Place): readonly Entry[] =>
  items
    .filter(({ listType }) => listType.toLowerCase() === "sender")
    .map((item) => {
      const lasts =
        item.expirationDate ??
        (item.removeAfterDays === undefined ? "no end" : `${item.removeAfterDays} days after last use`);
      return {
        setting: item.action === "Allow" ? "tenant-list-allow" : "tenant-list-block",
        by: `Tenant Allow/Block List: ${item.action} ${item.value}`,
        conditions: [
          {
            parameter: "Value",
            expected: item.value,
            found: `${place.message.from}, envelope ${place.message.envelopeFrom}`,
            holds: names(item, place.message),
          },
          {
            parameter: "ExpirationDate",
            expected: lasts,
            found: `${place.asOf.toISOString()}, last used ${item.lastUsedDate ?? "not known"}`,
            holds: counts(item, place.asOf),
          },
        ],
      };
    });

const spoofEntries = (items: readonly TenantAllowBlockListSpoofItem[], place: Place): readonly Entry[] =>
  items.map((item) => ({
    setting: item.action === "Allow" ? "spoof-pair-allow" : "spoof-pair-block",
    by: `spoofed sender ${item.spoofedUser} from ${item.sendingInfrastructure}: ${item.action}`,
    conditions: [
      {
        parameter: "SpoofedUser",
        expected: item.spoofedUser,
        found: place.message.from,
        holds: spoofedUserHolds(item, place.message),
      },
      {
        parameter: "SendingInfrastructure",
        expected: item.sendingInfrastructure,
        found: `${place.message.sourceIp ?? "address not known"}, DKIM ${place.message.dkim} ${place.message.dkimDomain}`,
        holds: infrastructureHolds(item.sendingInfrastructure, place),
      },
    ],
  }));

/** Lists of links and addresses: what they do to mail is outside the reference, so a hit is named, never judged. */
const otherHit = (item: TenantAllowBlockListItem, place: Place): Truth => {
  if (item.action === "Allow" || counts(item, place.asOf) === false) return false;
  const { message } = place;
  switch (item.listType.toLowerCase()) {
    case "url": {
      const host = item.value
        .replace(/^[a-z]+:\/\//iu, "")
        .replace(/[*~]/gu, "")
        .replace(/^[./]+|[./]+$/gu, "");
      return message.body.toLowerCase().includes(host.toLowerCase()) ? undefined : false;
    }
    case "filehash":
      return message.attachments.every(({ inline }) => inline) ? false : undefined;
    case "ip":
      return holdsAddress([item.value], judgedAddress(place)) === false ? false : undefined;
    default:
      return false;
  }
};

const openEnding = (mail: Mail, because: string): Ways => ({
  goesOn: [],
  ends: [ends(mail, { outcome: "undecided", stage, because })],
});

export const tenantAllowBlockList = (mail: Mail, place: Place): Ways => {
  const { tenantAllowBlockListItems: items, tenantAllowBlockListSpoofItems: pairs } = place.tenant;
  const note = (text: string): void => place.note(mail, { stage, text });
  const unread = [
    ...(items === undefined ? ["the Tenant Allow/Block List was not read"] : []),
    ...(pairs === undefined ? ["the spoofed senders of the Tenant Allow/Block List were not read"] : []),
  ];
  unread.forEach(note);
  const hits = (items ?? []).filter((item) => otherHit(item, place) !== false);
  const open = [
    ...unread,
    ...hits.map(
      ({ listType, value }) => `what the ${listType} block ${value} does to this message is not published`,
    ),
  ];
  const entries = [...senderEntries(items ?? [], place), ...spoofEntries(pairs ?? [], place)];
  let ways: Ways = goesOn(mail);
  let touched = 0;
  for (const { setting, by, conditions } of entries) {
    const covers = and(conditions.map(({ holds }) => holds));
    if (covers === false) continue;
    touched += 1;
    place.note(mail, {
      stage,
      rule: by,
      matched: covers,
      conditions,
      text: covers === true ? "covers the message" : "may cover the message",
    });
    const step = ways.goesOn.map((one) =>
      bothWays(
        one,
        covers,
        `"${by}" covers the message`,
        (yes) => goesOn(coveredBy(yes, setting, by)),
        goesOn,
      ),
    );
    ways = goesOn(...merged(allWays(step).goesOn));
  }
  if (touched === 0) note(`no entry of ${entries.length} covers the message`);
  return allWays([ways, ...open.map((because) => openEnding(mail, because))]);
};
