/** Who shares a mailbox with whom (guide 1). */
import { withoutGmailDots, withoutTag } from "./addresses";
import type { Sharer } from "./check";
import type { UserEntry } from "./facts";
import { repeatedBy } from "./grouped";

/** Somebody of the list, to be compared. */
export interface ListedPerson {
  /** The first line that names them. */
  readonly entry: UserEntry;
  /** Folded. */
  readonly address: string;
}

/** Of a mailbox that more people share, each is told so many: all of them for all would grow with the square. */
const mostNamed = 50;

const becauseOf = (left: string, right: string): Sharer["because"] => {
  if (left === right) return "same-address";
  const [leftMailbox, rightMailbox] = [withoutTag(left), withoutTag(right)];
  if (leftMailbox === rightMailbox) return "plus-tag";
  return withoutGmailDots(leftMailbox) === withoutGmailDots(rightMailbox) ? "gmail-dots" : "alias";
};

export interface Sharers {
  /** At most 50. */
  readonly named: readonly Sharer[];
  readonly count: number;
}

/**
 * The sharers of each person who has some, by their place. Linear.
 *
 * @param mailboxOf where mail to a folded address ends.
 */
export const sharersOf = (
  people: readonly ListedPerson[],
  mailboxOf: (address: string) => string,
): ReadonlyMap<number, Sharers> => {
  const sharers = new Map<number, Sharers>();
  for (const group of repeatedBy(people.keys(), (place) =>
    mailboxOf(people[place]?.address ?? ""),
  ).values()) {
    const named = group.slice(0, mostNamed + 1);
    /** Of those who are not named themselves: all with one address are told the same. */
    const shared = new Map<string, readonly Sharer[]>();
    for (const [position, place] of group.entries()) {
      const address = people[place]?.address ?? "";
      const known = position < named.length ? undefined : shared.get(address);
      const told =
        known ??
        named
          .filter((other) => other !== place)
          .slice(0, mostNamed)
          .flatMap((other) => {
            const person = people[other];
            return person === undefined
              ? []
              : [{ entry: person.entry, because: becauseOf(address, person.address) }];
          });
      if (position >= named.length) shared.set(address, told);
      sharers.set(place, { named: told, count: group.length - 1 });
    }
  }
  return sharers;
};
