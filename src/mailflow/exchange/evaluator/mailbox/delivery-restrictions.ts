/** Who may write to a mailbox, and who must approve it (exchange-online.md 4.2). */
import { isMember, standsForSender } from "../../directory";
import type { MailboxSettings } from "../../tenant";
import type { TraceCondition } from "../../trace";
import { and, not, or, type Truth } from "../truth";
import { bothWays, ends, goesOn, type Mail, type Place, type Ways } from "../ways";
import { receiveLimit } from "./receive-limit";

const stage = "mailbox";

/** Whether an entry is an object of the tenant that is not the sender: a mailbox is never somebody outside. */
const isInsider = (entry: string, { tenant }: Place): boolean =>
  tenant.recipients?.some(
    ({ address, proxyAddresses, identities }) =>
      address.toLowerCase() === entry || proxyAddresses.includes(entry) || identities.includes(entry),
  ) === true;

/** A sender outside is on a list only through a mail contact with that address, or a group that holds it (4.2). */
const namesOutsider = (entry: string, address: string, place: Place): Truth => {
  if (isInsider(entry, place)) return false;
  const isContact = place.tenant.mailContacts?.some(({ identities }) => identities.includes(entry)) === true;
  if (isContact) return standsForSender(entry, address, place.tenant);
  const group = isMember(entry, address, place.tenant);
  // A name that is no contact may still be that of a group.
  return or([standsForSender(entry, address, place.tenant), group]);
};

/** The sender is the From header's, as everywhere but where a rule asks for the envelope (2.2, 4.2). */
const names = (entries: readonly string[], place: Place): Truth =>
  or(entries.map((entry) => namesOutsider(entry.toLowerCase(), place.message.from, place)));

interface Demand extends TraceCondition {
  /** Whether the mail passes. */
  readonly passes: Truth;
  readonly otherwise: "rejected" | "held";
}

const demandsOf = (mailbox: MailboxSettings, place: Place): readonly Demand[] => {
  const { from } = place.message;
  const list = (
    parameter: string,
    entries: readonly string[],
    otherwise: Demand["otherwise"],
    passes: (named: Truth) => Truth,
  ): Demand => {
    const holds = names(entries, place);
    return { parameter, expected: entries.join(", "), found: from, holds, passes: passes(holds), otherwise };
  };
  const same = (named: Truth): Truth => named;
  const limit = receiveLimit(mailbox, place);
  return [
    // The size is looked at before any rule (3.1); a mail that is refused is refused all the same.
    { ...limit, passes: not(limit.holds), otherwise: "rejected" },
    ...(mailbox.requireSenderAuthenticationEnabled
      ? [
          {
            parameter: "RequireSenderAuthenticationEnabled",
            expected: "true",
            found: "mail from the Internet",
            holds: true,
            passes: false,
            otherwise: "rejected" as const,
          },
        ]
      : []),
    ...(mailbox.acceptMessagesOnlyFrom.length > 0
      ? [list("AcceptMessagesOnlyFrom", mailbox.acceptMessagesOnlyFrom, "rejected", same)]
      : []),
    ...(mailbox.rejectMessagesFrom.length > 0
      ? [list("RejectMessagesFrom", mailbox.rejectMessagesFrom, "rejected", not)]
      : []),
    ...(mailbox.moderationEnabled
      ? [list("BypassModerationFromSendersOrMembers", mailbox.bypassModerationFrom, "held", same)]
      : []),
  ];
};

export const deliveryRestrictions = (mail: Mail, place: Place): Ways => {
  const mailbox = place.recipient?.mailbox;
  if (mailbox === undefined) return goesOn(mail);
  const demands = demandsOf(mailbox, place);
  const all = and(demands.map(({ passes }) => passes));
  place.note(mail, {
    stage,
    conditions: demands.map(({ parameter, expected, found, holds }) => ({
      parameter,
      expected,
      found,
      holds,
    })),
    text:
      all === true
        ? "no restriction on who may write stops the mail"
        : all === false
          ? "a restriction on who may write stops the mail"
          : "whether a restriction stops the mail is not known",
  });
  let ways: Ways = goesOn(mail);
  for (const { parameter, passes, otherwise } of demands) {
    const after = ways.goesOn.map((one) =>
      bothWays(one, passes, `the mail passes ${parameter}`, goesOn, (stopped) => ({
        goesOn: [],
        ends: [ends(stopped, { outcome: otherwise, stage, because: parameter })],
      })),
    );
    ways = {
      goesOn: after.flatMap((one) => one.goesOn),
      ends: [...ways.ends, ...after.flatMap((one) => one.ends)],
    };
  }
  return ways;
};
