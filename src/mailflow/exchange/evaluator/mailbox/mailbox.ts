/** What sits on one mailbox, in the order in which delivery meets it (exchange-online.md 3.1 step 6, 4). */
import type { Ending } from "../../trace";
import type { Settled, SettledMail } from "../settled";
import { allWays, ends, type Mail, type Place, type Ways } from "../ways";
import { deliveryRestrictions } from "./delivery-restrictions";
import { forwarding } from "./forwarding";
import { inboxRules } from "./inbox-rules";
import { junkEmail } from "./junk-email";
import { quota } from "./quota";

/** What a user's settings make of what the organisation settled. */
export type UserView = (one: SettledMail) => readonly Ending[];

const asEnding = (mail: Mail, { outcome, stage, because, bypassed }: Settled): Ending =>
  ends(mail, { outcome, stage, because, bypassed });

/** Scope `organisation`: nothing on a mailbox counts. */
export const noUser: UserView = ({ settled, mail }) => [asEnding(mail, settled)];

const isDelivered = ({ outcome }: Settled): boolean => outcome === "inbox" || outcome === "junk";

/** The stages that may keep a mail out of the mailbox altogether. */
const toTheMailbox = (mail: Mail, place: Place): Ways => {
  let ways: Ways = { goesOn: [mail], ends: [] };
  for (const stage of [deliveryRestrictions, quota, forwarding]) {
    const after = allWays(ways.goesOn.map((one) => stage(one, place)));
    ways = { goesOn: after.goesOn, ends: [...ways.ends, ...after.ends] };
  }
  return ways;
};

/** Guesses of the filter and guesses of the mailbox, both. */
const withGuesses = (ending: Ending, mail: Mail, bypassed: boolean): Ending => {
  const when = [...new Set([...mail.when, ...(ending.when ?? [])])];
  return {
    ...ending,
    bypassed: bypassed && ending.outcome !== "undecided",
    ...(when.length === 0 ? {} : { when }),
  };
};

/** A mailbox nobody read may do anything with what reaches it. */
const unreadMailbox = (mail: Mail, place: Place): UserView => {
  const because = "the settings of the mailbox were not read";
  place.note(mail, { stage: "mailbox", text: because });
  return ({ settled, mail: taken }) =>
    isDelivered(settled)
      ? [ends(taken, { outcome: "undecided", stage: "mailbox", because })]
      : [asEnding(taken, settled)];
};

/** Scope `mailbox`, for one mail that has left the organisation's stages. */
export const userOf = (mail: Mail, place: Place): UserView => {
  if (place.recipient?.mailbox === undefined) return unreadMailbox(mail, place);
  const delivery = toTheMailbox(mail, place);
  const afterLists = junkEmail(mail, place.recipient.mailbox.junkEmail, place);
  const rules = allWays(delivery.goesOn.map((one) => inboxRules(one, place)));
  return ({ settled, mail: taken }) =>
    afterLists(settled).flatMap((one) => {
      if (!isDelivered(one)) return [asEnding(taken, one)];
      // Inbox rules look at the inbox, not at Junk (4.3).
      const isInbox = one.outcome === "inbox";
      const stopped = isInbox ? [...delivery.ends, ...rules.ends] : delivery.ends;
      const arrived = (isInbox ? rules : delivery).goesOn.map((there) => asEnding(there, one));
      return [...stopped, ...arrived].map((ending) => withGuesses(ending, taken, one.bypassed));
    });
};
