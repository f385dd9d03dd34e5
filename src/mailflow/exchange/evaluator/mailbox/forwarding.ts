/** Forwarding that leaves nothing in the mailbox (exchange-online.md 4.2). */
import { ends, goesOn, type Mail, type Place, type Ways } from "../ways";

const stage = "mailbox";

export const forwarding = (mail: Mail, place: Place): Ways => {
  const mailbox = place.recipient?.mailbox;
  // ForwardingAddress wins where both are set (4.2).
  const target = mailbox?.forwardingAddress ?? mailbox?.forwardingSmtpAddress;
  if (mailbox === undefined || target === undefined) {
    place.note(mail, { stage, text: "the mailbox forwards nothing" });
    return goesOn(mail);
  }
  const kept = mailbox.deliverToMailboxAndForward;
  place.note(mail, {
    stage,
    conditions: [
      { parameter: "DeliverToMailboxAndForward", expected: "true", found: String(kept), holds: kept },
    ],
    text: `the mailbox forwards to ${target} and ${kept ? "keeps" : "does not keep"} a copy`,
  });
  if (kept) return goesOn(mail);
  // Whether the outbound policy lets the forward out does not matter here: the mail is not in the mailbox.
  return {
    goesOn: [],
    ends: [ends(mail, { outcome: "redirected", stage, because: `forwarded to ${target}` })],
  };
};
