/** The directory of an Exchange tenant: mailboxes, other recipients, groups, and users who are nobody (exchange-online.md 4.4). */
import { type RecipientHolder, recipientTypeOf } from "../../mailflow/exchange/recipient-types";
import type { ExchangeTenant, Group, OtherRecipient, Recipient } from "../../mailflow/exchange/tenant";
import { userFinder } from "../../mailflow/users";
import type { AddressKind, DirectoryEntry } from "../facts";
import { domainIn, objectIn, recipientIn } from "./source";

const kinds: Readonly<Record<RecipientHolder, AddressKind>> = {
  person: "mailbox",
  shared: "shared-mailbox",
  resource: "resource",
  group: "group",
  outside: "outside",
  unknown: "other",
};

const aliasesOf = ({ address, proxyAddresses }: Recipient | OtherRecipient): readonly string[] =>
  proxyAddresses.filter((alias) => alias !== address.toLowerCase());

const mailboxEntry =
  (file: string) =>
  (recipient: Recipient): DirectoryEntry => {
    const { address, recipientTypeDetails, mailbox } = recipient;
    return {
      email: address,
      aliases: aliasesOf(recipient),
      // A mailbox whose type was not printed may be shared.
      kind:
        recipientTypeDetails === undefined ? "other" : kinds[recipientTypeOf(recipientTypeDetails).holder],
      kindText: recipientTypeDetails ?? "Mailbox",
      acceptsOutsideSenders: mailbox === undefined ? undefined : !mailbox.requireSenderAuthenticationEnabled,
      source: recipientIn(file, recipient),
    };
  };

const otherEntry =
  (file: string) =>
  (recipient: OtherRecipient): DirectoryEntry => ({
    email: recipient.address,
    aliases: aliasesOf(recipient),
    kind: kinds[recipientTypeOf(recipient.recipientTypeDetails).holder],
    kindText: recipient.recipientTypeDetails,
    acceptsOutsideSenders: undefined,
    source: objectIn(file, "Get-Recipient", recipient.address),
  });

/** A group that only its own cmdlet printed; `[]` for one without an address. */
const groupEntry =
  (file: string) =>
  ({ identities }: Group): readonly DirectoryEntry[] => {
    const [email, ...aliases] = identities.filter((name) => /^[^\s@]+@[^\s@]+$/u.test(name));
    if (email === undefined) return [];
    return [
      {
        email,
        aliases,
        kind: "group",
        kindText: "Group",
        acceptsOutsideSenders: undefined,
        source: objectIn(file, "Get-DistributionGroup", email),
      },
    ];
  };

const nobodyEntry =
  (file: string) =>
  (email: string): DirectoryEntry => ({
    email,
    aliases: [],
    kind: "nobody",
    kindText: "",
    acceptsOutsideSenders: undefined,
    source: domainIn(file, email),
  });

/** @param users of whom it is said where they are nobody. */
export const exchangeDirectory = (
  tenant: ExchangeTenant,
  file: string,
  users: readonly string[],
): readonly DirectoryEntry[] => {
  const entries = [
    ...(tenant.recipients ?? []).map(mailboxEntry(file)),
    ...(tenant.otherRecipients ?? []).map(otherEntry(file)),
  ];
  const known = new Set(entries.flatMap(({ email, aliases }) => [email.toLowerCase(), ...aliases]));
  const groups = (tenant.groups ?? [])
    .flatMap(groupEntry(file))
    .filter(({ email, aliases }) => ![email, ...aliases].some((address) => known.has(address)));
  for (const { email, aliases } of groups) for (const one of [email, ...aliases]) known.add(one);
  const find = userFinder(tenant);
  const nobodies = [...new Set(users.map((user) => user.toLowerCase()))].filter(
    (user) => !known.has(user) && find?.(user).kind === "nobody",
  );
  return [...entries, ...groups, ...nobodies.map(nobodyEntry(file))];
};
