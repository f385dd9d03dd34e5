/** aircall-users-own-their-mailbox: each Aircall user has a mailbox that nobody shares; what looks doubtful is advisory. */

import { foldedAddress } from "../src/readiness/addresses";
import type { Person } from "../src/readiness/check";
import type { ReasonCode } from "../src/readiness/reasons";
import type { TransportRulesPolicy } from "./policy";
import { addressesOf, shortened, toldElsewhere } from "./user-addresses";

const toDo =
  "give each user an own address in Aircall; a new address counts once the mail sent to it was confirmed.";

/** What the address belongs to, and who reads the codes then. */
const holders: Readonly<Partial<Record<ReasonCode, readonly [what: string, readers: string]>>> = {
  "address-of-group": ["a group", "every member reads the user's login codes"],
  "address-of-shared-mailbox": ["a shared mailbox", "several people can read the user's login codes"],
  "address-of-resource": [
    "a room, a device or another mailbox that no person signs in to",
    "the user may not read the login codes, and others may",
  ],
};

/** A person is told of so many sharers at most (src/readiness/sharers.ts), and a text names fewer. */
const mostCounted = 50;
const mostNamed = 10;

const sharedText = ({ email, sharers }: Person): string => {
  const all = [email, ...sharers.map(({ entry }) => entry.email)];
  const addresses = [...new Map(all.map((address) => [foldedAddress(address), address])).values()];
  const named = addresses.slice(0, mostNamed).join(", ");
  const how =
    addresses.length === 1
      ? `the address ${email}`
      : `one mailbox, by the addresses ${named}${addresses.length > mostNamed ? " and others" : ""}`;
  const count = all.length > mostCounted ? `More than ${mostCounted}` : all.length;
  return `${count} Aircall users have ${how}: whoever reads it reads the login codes of all of them.`;
};

/** Each mailbox is told once, by the first of its users. */
const sharedTexts = (people: readonly Person[]): readonly string[] => {
  const told = new Set<unknown>();
  return people.flatMap((person) => {
    const [own] = person.entries;
    const sharing = person.sharers.map(({ entry }) => entry);
    const isTold = [own, ...sharing].some((entry) => told.has(entry));
    for (const entry of [own, ...sharing]) told.add(entry);
    return isTold ? [] : [`${sharedText(person)}\n  To do: ${toDo}`];
  });
};

export const aircallUsersOwnTheirMailbox: TransportRulesPolicy = {
  id: "aircall-users-own-their-mailbox",
  description:
    "Every Aircall user named in the stack has an own address, and its mailbox is one person's alone.",
  level: "mandatory",
  severity: "medium",
  why: "Aircall sends login codes to the user's address. A mailbox that several people read hands each of them the codes of the others.",
  howToFix: "Give each user an own address in Aircall, with a mailbox that nobody else has.",
  violations: (given) => {
    const judged = addressesOf(given);
    const isTold = toldElsewhere(given.observed);
    const sharing = judged.filter(({ person }) => person.sharers.length > 0).map(({ person }) => person);
    const alone = judged.flatMap(({ person, answer: { reason, details } }) => {
      const { email } = person;
      const holder = holders[reason];
      if (holder !== undefined)
        return [
          `The address ${email} belongs to ${holder[0]} (${details.type}): ${holder[1]}.\n  To do: ${toDo}`,
        ];
      return reason === "address-of-nobody" && !isTold(person)
        ? [`Nobody has the address ${email}: its mail is refused.\n  To do: correct the address in Aircall.`]
        : [];
    });
    return shortened([...sharedTexts(sharing), ...alone]);
  },
};
