/** Groups with their members, nested groups resolved (exchange-online.md 2.3). */
import type { Group } from "../../../mailflow/exchange/tenant";
import { addressKey, identitiesOf, type RawObject, smtpAddresses, text } from "./properties";

/** Whether a printed member is itself a group. */
const isGroup = (member: RawObject): boolean =>
  /Group|RoomList/u.test(`${text(member.RecipientTypeDetails) ?? ""}${text(member.RecipientType) ?? ""}`);

const namesOf = (raw: RawObject): readonly string[] => [
  ...new Set([...identitiesOf(raw), ...smtpAddresses(raw)]),
];

/** Groups that only the rows of their members tell of: Microsoft 365 groups and dynamic ones, by the name in `Group`. */
const groupsByRows = (rows: readonly RawObject[], known: readonly RawObject[]): readonly RawObject[] => {
  const names = new Set(known.flatMap(namesOf));
  const labels = new Set(rows.flatMap((row) => text(row.Group)?.toLowerCase() ?? []));
  return [...labels].filter((label) => !names.has(label)).map((label) => ({ PrimarySmtpAddress: label }));
};

/** A member who was printed without an address. */
const nameless = "";

/** Addresses of the direct members by the name in `Group`. */
const directMembers = (members: readonly RawObject[]): ReadonlyMap<string, readonly string[]> => {
  const direct = new Map<string, string[]>();
  for (const member of members) {
    const group = text(member.Group)?.toLowerCase() ?? "";
    const address = addressKey(member) || nameless;
    const known = direct.get(group);
    if (known === undefined) direct.set(group, [address]);
    else known.push(address);
  }
  return direct;
};

/**
 * Groups with the members read, nested groups resolved; a cycle ends where it began. A group that holds a group whose
 * members were not read, or somebody without an address, has unknown members. Cost: the rows of members, once per group that holds them.
 */
export const groupsOf = (
  printed: readonly RawObject[] | undefined,
  members: readonly RawObject[] | undefined,
): readonly Group[] | undefined => {
  if (printed === undefined) return undefined;
  const groups = [...printed, ...groupsByRows(members ?? [], printed)];
  const direct = directMembers(members ?? []);
  const isPrinted = new Set(printed.flatMap(namesOf));
  const nested = new Set((members ?? []).filter(isGroup).map(addressKey));
  const names = new Map(groups.map((raw) => [raw, namesOf(raw)]));
  const byName = new Map(groups.flatMap((raw) => (names.get(raw) ?? []).map((name) => [name, raw] as const)));
  // A label that is no address and none of a group's names may be that of any group which seems to have nobody.
  const hasStray = [...direct.keys()].some((label) => !label.includes("@") && !isPrinted.has(label));
  const membersOf = (group: RawObject): ReadonlySet<string> | undefined => {
    if (hasStray && !(names.get(group) ?? []).some((name) => direct.has(name))) return undefined;
    const people = new Set<string>();
    const seen = new Set([group]);
    let complete = true;
    for (const one of seen)
      for (const address of (names.get(one) ?? []).flatMap((name) => direct.get(name) ?? [])) {
        const inner = byName.get(address);
        // A set that is being walked is walked to the groups added meanwhile too.
        if (inner !== undefined) seen.add(inner);
        else if (nested.has(address) || address === nameless) complete = false;
        else people.add(address);
      }
    return complete ? people : undefined;
  };
  return groups.map((raw) => ({
    identities: names.get(raw) ?? [],
    members: members === undefined ? undefined : membersOf(raw),
  }));
};
