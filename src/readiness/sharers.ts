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

/**
 * The sharers of each person, in the people's order. Linear.
 *
 * @param mailboxOf where mail to a folded address ends.
 */
export const sharersOf = (
  people: readonly ListedPerson[],
  mailboxOf: (address: string) => string,
): ReadonlyMap<number, readonly Sharer[]> => {
  const sharers = new Map<number, readonly Sharer[]>();
  for (const group of repeatedBy(people.keys(), (place) =>
    mailboxOf(people[place]?.address ?? ""),
  ).values()) {
    const named = group.slice(0, mostNamed + 1);
    for (const place of group) {
      const address = people[place]?.address ?? "";
      sharers.set(
        place,
        named
          .filter((other) => other !== place)
          .slice(0, mostNamed)
          .flatMap((other) => {
            const person = people[other];
            return person === undefined
              ? []
              : [{ entry: person.entry, because: becauseOf(address, person.address) }];
          }),
      );
    }
  }
  return sharers;
};
