/** The Aircall users of a resource, each with the answer of readiness on their address: one judgement for both. */
import { foldedAddress } from "../src/readiness/addresses";
import type { Answer, Person } from "../src/readiness/check";
import { ownAddress } from "../src/readiness/checks/own-address";
import { exchangeDirectory } from "../src/readiness/exchange/directory";
import type { DirectoryEntry, UserEntry } from "../src/readiness/facts";
import { join } from "../src/readiness/join";
import { unlistedUser } from "../src/readiness/unlisted-user";
import type { TransportRulesInputs } from "../src/resources/exchange/judgement";
import type { Observed } from "../src/resources/exchange/observed";
import { toTenant } from "../src/tenants/exchange/export/native-export";
import type { Judged } from "./policy";

export interface JudgedAddress {
  readonly person: Person;
  readonly answer: Answer;
}

/** What a resource tells of a user: an address. Without names two of one address are two people. */
const userAt =
  (property: string) =>
  (email: string, place: number): UserEntry =>
    unlistedUser(email, "", { kind: "object", file: property, object: `${property}[${place}]` });

/** @returns `undefined` where the recipients were not read. */
const directoryOf = (
  { userDirectory, parts, tenant: name }: Observed,
  users: readonly string[],
): readonly DirectoryEntry[] | undefined => {
  if (userDirectory === undefined) return undefined;
  const domains = parts["Get-AcceptedDomain"];
  const tenant = toTenant(
    { ...(domains === undefined ? {} : { "Get-AcceptedDomain": domains }), ...userDirectory.parts },
    name,
  );
  return tenant.recipients === undefined ? undefined : exchangeDirectory(tenant, name, users);
};

/**
 * Everybody who may be asked for a code, by the list or as a member of the group whose mailbox is no person's. Whoever
 * is never asked for one is not judged, and may share a mailbox with one who is.
 */
export const judgedAddresses = (
  { aircall }: Pick<TransportRulesInputs, "aircall">,
  observed: Observed,
): readonly JudgedAddress[] => {
  const recipients = aircall?.recipients ?? [];
  const others = aircall?.otherUsers ?? [];
  const listed = new Set([...recipients, ...others].map(foldedAddress));
  const members = (observed.userDirectory?.members ?? []).filter(
    (address) => !listed.has(foldedAddress(address)),
  );
  const judged = [
    ...recipients.map(userAt("aircall.recipients")),
    ...members.map(userAt("aircall.recipientGroup")),
  ];
  const users = [...judged, ...others.map(userAt("aircall.otherUsers"))];
  const directory = directoryOf(
    observed,
    users.map(({ email }) => email),
  );
  return join({ users, directory })
    .slice(0, judged.length)
    .map((person) => ({ person, answer: ownAddress(person, new Date(0)) }));
};

/** Two policies ask about the same users; a judgement belongs to one set of inputs (bind.ts). */
const known = new WeakMap<Judged["judgement"], readonly JudgedAddress[]>();

/** The same, worked out once for all policies. */
export const addressesOf = ({ inputs, observed, judgement }: Judged): readonly JudgedAddress[] => {
  const addresses = known.get(judgement) ?? judgedAddresses(inputs, observed);
  known.set(judgement, addresses);
  return addresses;
};

/** Whom `tenant-read-as-needed` tells of: those who are no recipient. */
export const toldElsewhere = ({ unknownUsers }: Observed): ((person: Person) => boolean) => {
  const told = new Set(unknownUsers);
  return ({ email }) => told.has(email.toLowerCase());
};

const mostTexts = 20;

/** The first texts, and how many more there are: a list of thousands would hide the other policies' verdicts. */
export const shortened = (texts: readonly string[]): readonly string[] => {
  const rest = texts.length - mostTexts;
  if (rest <= 0) return texts;
  return [
    ...texts.slice(0, mostTexts),
    `And ${rest} more.\n  To do: npx aircall-mailflow ready --users users.csv lists them all.`,
  ];
};
