/** Compliant: the address leads to a mailbox that this user alone has (guide 1, aircall.md 4.3). */
import type { Answer, Check, Person, Sharer } from "../check";
import { noDetails, sourcesOf } from "../evidence";
import type { AddressKind, DirectoryEntry } from "../facts";
import type { ReasonCode } from "../reasons";
import { rememberedByList } from "../remembered-by-list";
import { roleWordIn } from "../role-words";

const failures: Readonly<Partial<Record<AddressKind, ReasonCode>>> = {
  group: "address-of-group",
  "shared-mailbox": "address-of-shared-mailbox",
  resource: "address-of-resource",
  nobody: "address-of-nobody",
};

/** What all whom the same people share a mailbox with are told. */
const withSharers = rememberedByList((sharers: readonly Sharer[]) => {
  const people = sharers.map(({ entry }) => entry);
  const isListedTwice = sharers.some(({ because }) => because === "same-address");
  const reason: ReasonCode = isListedTwice ? "address-listed-twice" : "address-same-mailbox";
  return {
    answer: {
      reason,
      details: { others: [...new Set(people.map(({ email }) => email))].join(", ") },
      people,
    },
    isByAlias: sharers.some(({ because }) => because === "alias"),
    sources: sourcesOf(people),
  };
});

const shared = (person: Person): Answer | undefined => {
  const { sharers, sharerCount, directory } = person;
  if (sharers.length === 0) return undefined;
  const { answer, isByAlias, sources } = withSharers(sharers);
  const byDirectory = isByAlias && typeof directory === "object" ? [directory.source] : [];
  return { ...answer, peopleCount: sharerCount, evidence: [...person.ownLines, ...sources, ...byDirectory] };
};

const byKind = (person: Person, reason: ReasonCode, directory: DirectoryEntry): Answer => ({
  reason,
  // There is no kind of nobody.
  details: directory.kind === "nobody" ? noDetails : { type: directory.kindText },
  evidence: [...person.ownLines, directory.source],
});

const notFound = (person: Person, reason: ReasonCode): Answer => ({
  reason,
  details: noDetails,
  evidence: person.ownLines,
});

export const ownAddress: Check = (person) => {
  const { email, directory } = person;
  const byOthers = shared(person);
  if (byOthers !== undefined) return byOthers;
  const failure = typeof directory === "object" ? failures[directory.kind] : undefined;
  if (typeof directory === "object" && failure !== undefined) return byKind(person, failure, directory);
  // A mailbox with one holder may have many readers.
  const word = roleWordIn(email);
  if (word !== undefined)
    return { reason: "address-role-like", details: { word }, evidence: person.ownLines };
  if (directory === undefined) return notFound(person, "address-directory-not-read");
  if (directory === "absent") return notFound(person, "address-not-in-directory");
  // A contact or mail user has an address of their own elsewhere; whether mail reaches it is for mail-allowed.
  const isOwn = directory.kind === "mailbox" || directory.kind === "outside";
  return byKind(person, isOwn ? "address-own" : "address-kind-unknown", directory);
};
