/**
 * What of a recipient conditions and filters that name people, groups and domains can see. Recipients are many and those
 * that a setting names are few, so equal profiles are told quickly, and what is asked is asked once per profile.
 */
import { fold } from "../language/language";
import { domainOf } from "../message";
import type { ExchangeTenant, Recipient } from "./tenant";

/** For each member of one of the groups, which of them hold it. */
const groupsByMember = (
  tenant: ExchangeTenant,
  named: ReadonlySet<string>,
): ReadonlyMap<string, readonly number[]> => {
  const found = new Map<string, number[]>();
  for (const [place, { identities, members }] of (tenant.groups ?? []).entries()) {
    if (!identities.some((identity) => named.has(identity))) continue;
    for (const member of members ?? []) {
      const groups = found.get(member);
      if (groups === undefined) found.set(member, [place]);
      else groups.push(place);
    }
  }
  return found;
};

/**
 * @param entries every person, group or address that the settings name.
 * @returns a text per recipient: equal texts mean that none of the settings tells the two apart.
 */
export const profilesOf = (
  tenant: ExchangeTenant,
  entries: Iterable<string>,
): ((recipient: Recipient) => string) => {
  const named = new Set([...entries].map(fold));
  const groups = groupsByMember(tenant, named);
  return ({ address, proxyAddresses, identities }) => {
    const folded = fold(address);
    const hits: (string | number)[] = [domainOf(folded), ...(groups.get(folded) ?? [])];
    if (named.has(folded)) hits.push(folded);
    for (const name of proxyAddresses) if (name !== folded && named.has(name)) hits.push(`proxy ${name}`);
    for (const name of identities) if (name !== folded && named.has(name)) hits.push(name);
    return hits.length === 1 ? `${hits[0]}` : JSON.stringify(hits);
  };
};

/** Asks once per profile. */
export const perProfile = <Answer>(
  profileOf: (recipient: Recipient) => string,
  ask: (recipient: Recipient) => Answer,
): ((recipient: Recipient) => Answer) => {
  const known = new Map<string, { readonly answer: Answer }>();
  return (recipient) => {
    const profile = profileOf(recipient);
    const found = known.get(profile);
    if (found !== undefined) return found.answer;
    const answer = ask(recipient);
    known.set(profile, { answer });
    return answer;
  };
};
