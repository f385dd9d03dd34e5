/** The user's own safe and blocked senders against what the organisation settled (exchange-online.md 3.4, 4.3). */
import type { Outcome } from "../../../outcome";
import { conflicts, type UserList, userRulingOf, verdictGroupOf } from "../../precedence";
import type { JunkEmailConfiguration } from "../../tenant";
import { namesAddress, namesSender } from "../sender-lists";
import type { Settled } from "../settled";
import { or, type Truth } from "../truth";
import type { Mail, Place } from "../ways";

export type AfterLists = (settled: Settled) => readonly Settled[];

const stage = "mailbox";

const sent = (settled: Settled, outcome: Outcome | "undecided", because: string): Settled => ({
  ...settled,
  outcome,
  stage,
  because,
});

const open = (settled: Settled, because: string): readonly Settled[] => [
  settled,
  { ...sent(settled, "undecided", because), bypassed: false },
];

/** Settings of the organisation that a safe sender overrides, and the one that it does not (3.4, last points). */
const safeBeats = ({ decidedBy }: Settled): Truth => {
  const user = (conflict: keyof typeof conflicts): boolean => conflicts[conflict] === "user";
  switch (decidedBy) {
    case "tenant-list-block":
      return user("safe-sender over a Tenant Allow/Block List block");
    case "policy-block":
      return user("safe-sender over an anti-spam block");
    case "rule-spam":
      return user("safe-sender over a rule's SCL block");
    case "dmarc-policy":
      return user("safe-sender over a DMARC policy honoured");
    case "verdict":
      return true;
    default:
      return undefined;
  }
};

/** A safe sender puts the mail into the inbox, but for a domain entry where the action is Quarantine (3.4). */
const afterSafe = (settled: Settled, byAddress: boolean): readonly Settled[] => {
  if (settled.outcome === "undecided") return [settled];
  // Clean mail stays in the inbox for the same reason as any other.
  if (settled.outcome === "inbox") return [{ ...settled, bypassed: true }];
  if (settled.verdict === "impersonation")
    return open(settled, "whether a safe sender undoes impersonation is not published");
  if (userRulingOf("safe-sender", verdictGroupOf(settled.verdict)) !== "inbox") return [settled];
  if (!byAddress && settled.outcome === "quarantined") return [settled];
  const beats = safeBeats(settled);
  if (beats === undefined)
    return open(settled, `whether a safe sender beats "${settled.because}" is not published`);
  return beats
    ? [{ ...sent(settled, "inbox", "the sender is on the user's safe list"), bypassed: true }]
    : [settled];
};

/** A blocked sender sends spam and clean mail to Junk, allowed or not; phish takes the tenant's action (3.4). */
const afterBlocked = (settled: Settled, list: UserList): readonly Settled[] => {
  const junk = sent(settled, "junk", "the sender is on the user's blocked list");
  if (settled.outcome === "undecided") return [settled, junk];
  // The user wins over every allow of the organisation (3.4).
  if (settled.outcome === "inbox" || settled.outcome === "moved") return [junk];
  if (settled.verdict === "impersonation" || settled.decidedBy === "tenant-list-block") return [settled];
  return userRulingOf(list, verdictGroupOf(settled.verdict)) === "junk" && settled.decidedBy === "verdict"
    ? [junk]
    : [settled];
};

/** TrustedListsOnly sends everything that is not safe to Junk (4.3). */
const afterTrustedOnly = (settled: Settled): readonly Settled[] =>
  settled.outcome === "inbox" || settled.outcome === "moved"
    ? [sent(settled, "junk", "TrustedListsOnly: the sender is on no safe list")]
    : [settled];

const either = (
  truth: Truth,
  yes: () => readonly Settled[],
  no: () => readonly Settled[],
): readonly Settled[] => {
  if (truth !== undefined) return truth ? yes() : no();
  return [...yes(), ...no()];
};

/** What the user's lists say of the sender, noted; the answer is what they make of each settled verdict. */
export const junkEmail = (mail: Mail, junk: JunkEmailConfiguration | undefined, place: Place): AfterLists => {
  const { from } = place.message;
  if (junk === undefined) {
    const because = "the junk email settings of the mailbox were not read";
    place.note(mail, { stage, text: because });
    return (settled) => open(settled, because);
  }
  const listed = namesSender(junk.trustedSendersAndDomains, from);
  // Who the user's contacts are is never read.
  const safe = listed === true ? true : or([listed, junk.contactsTrusted ? undefined : false]);
  const byAddress = namesAddress(junk.trustedSendersAndDomains, from);
  const blocked = namesSender(junk.blockedSendersAndDomains, from);
  const blockedByAddress = namesAddress(junk.blockedSendersAndDomains, from);
  const row = (parameter: string, values: readonly string[], holds: Truth) =>
    values.length === 0 ? [] : [{ parameter, expected: values.join(", "), found: from, holds }];
  place.note(mail, {
    stage,
    conditions: [
      ...row("TrustedSendersAndDomains", junk.trustedSendersAndDomains, listed),
      ...row("BlockedSendersAndDomains", junk.blockedSendersAndDomains, blocked),
      ...(junk.contactsTrusted ? row("ContactsTrusted", ["true"], undefined) : []),
      ...(junk.trustedListsOnly ? row("TrustedListsOnly", ["true"], true) : []),
    ],
    text: `junk email settings are ${junk.enabled ? "on" : "off"}`,
  });
  /** Safe wins for the same entry only; of an address against a domain nothing is published (3.4). */
  const safeWins: Truth = byAddress === blockedByAddress ? true : undefined;
  const onlyTrusted = (settled: Settled) => (junk.trustedListsOnly ? afterTrustedOnly(settled) : [settled]);
  const working: AfterLists = (settled) =>
    either(
      safe,
      () =>
        either(
          blocked === false ? false : blocked === true && safeWins === true ? false : undefined,
          () => afterBlocked(settled, "blocked-sender"),
          () => afterSafe(settled, byAddress),
        ),
      () =>
        either(
          blocked,
          () => afterBlocked(settled, "blocked-sender"),
          () => onlyTrusted(settled),
        ),
    );
  if (junk.enabled) return working;
  // One page says a switched-off configuration stops the lists, another that it changes nothing (4.3).
  return (settled) => [settled, ...working(settled)];
};
