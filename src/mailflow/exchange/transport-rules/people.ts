/** Conditions on who wrote the message and who gets it, for the decider. */
import { type Bounds, exactly, fold, fromTexts, quote } from "../../language/language";
import { fromOwnExpression } from "../../language/own-expression";
import { domainOf, isDomainOrSubdomain } from "../../message";
import { addressInBoth, areInside, isReadable } from "../addresses";
import { isMember, isRecipient, mayHoldOutsider, standsForSender } from "../directory";
import type { ExchangeTenant } from "../tenant";
import { type Atom, constant, fact, test } from "./atom";
import { known, never, type Surroundings, settled } from "./surroundings";

/** The addresses `SenderAddressLocation` selects: the From header, the envelope, or either (exchange-online.md 2.2). */
export const onSender = (around: Surroundings, bounds: Bounds, because: string): readonly Atom[] => {
  const location = around.parameters.SenderAddressLocation ?? "Header";
  const header = known(bounds, around.messages.sender, because);
  const envelope = test(
    "envelopeFrom",
    bounds,
    `${because}, looked for in the envelope sender, which Aircall does not publish`,
  );
  if (location === "Envelope") return [envelope];
  return location === "HeaderOrEnvelope" ? [header, envelope] : [header];
};

/** Addresses under one of the domains; subdomains count (exchange-online.md 2.2). */
export const anyOfDomains = (listed: readonly string[]): Bounds =>
  exactly(
    fromOwnExpression(`[^]*@(?:[^@]*\\.)?(?:${listed.map((domain) => quote(fold(domain))).join("|")})`),
  );

/** Addresses of the last hop, where they were declared. */
export const sentFrom = (value: readonly string[], { messages }: Surroundings): readonly Atom[] => {
  const { sendingAddresses } = messages;
  if (sendingAddresses !== undefined && areInside(sendingAddresses, value)) return [constant(true)];
  const readable = value.every(isReadable);
  if (sendingAddresses !== undefined && readable && addressInBoth(sendingAddresses, value) === undefined)
    return [constant(false)];
  const because =
    sendingAddresses === undefined
      ? `whether the sending IP is in ${value.join(", ")}: Aircall's addresses are not published`
      : `whether the sending IP is in ${value.join(", ")}: only some of the declared addresses are`;
  return [fact(because)];
};

export const anyMember = (
  groups: readonly string[],
  address: string | undefined,
  tenant: ExchangeTenant,
  who: string,
): readonly Atom[] =>
  groups.map((group) =>
    settled(
      isMember(group, address, tenant),
      `members of the group "${group}" were not read (Get-DistributionGroupMember), and ${who} may be one`,
    ),
  );

export const attributeTests = (
  values: readonly string[],
  around: Surroundings,
  bounds: (items: readonly string[]) => Bounds,
): readonly Atom[] =>
  values.map((value) => {
    const separator = value.indexOf(":");
    const attribute = value.slice(0, separator);
    const items = value
      .slice(separator + 1)
      .split(",")
      .map((item) => item.trim());
    const found = around.recipient?.attributes[attribute];
    if (separator < 1 || found === undefined)
      return fact(`the directory attribute "${attribute}" of the recipient was not read`);
    return known(bounds(items), found, `attribute ${attribute}`);
  });

/** The address that `RecipientAddressType` selects: the primary one, or the one that was written to (exchange-online.md 2.3). */
const addressOf = ({ recipient, parameters }: Surroundings): string | undefined =>
  parameters.RecipientAddressType === "Original"
    ? (recipient?.writtenTo ?? recipient?.address)
    : recipient?.address;

const withAddress = (around: Surroundings, ask: (address: string) => Atom): Atom => {
  const address = addressOf(around);
  return address === undefined ? fact("the recipients were not read") : ask(address);
};

export const recipientAddress = (around: Surroundings, bounds: Bounds): readonly Atom[] => [
  withAddress(around, (address) => known(bounds, address, "the recipient's address")),
];

/** An alias never matches, but where a rule looks at the address as written (exchange-online.md 2.3). */
const isNamed = (
  entry: string,
  written: string,
  { recipient, tenant }: Surroundings,
): boolean | undefined => {
  if (fold(entry) === fold(written)) return true;
  const named = isRecipient(entry, recipient, tenant);
  // Whether the name of somebody who was written to by an alias still counts is not published.
  return named === true && fold(written) !== fold(recipient?.address ?? "") ? undefined : named;
};

export const anyRecipient = (entries: readonly string[], around: Surroundings): readonly Atom[] =>
  entries.map((entry) =>
    withAddress(around, (address) =>
      settled(isNamed(entry, address, around), `whether "${entry}" is the recipient was not read`),
    ),
  );

export const domains = (value: readonly string[], around: Surroundings): readonly Atom[] =>
  value.map((one) => withAddress(around, (address) => constant(isDomainOrSubdomain(domainOf(address), one))));

/** Members of the groups in the header or the envelope, as `SenderAddressLocation` says (exchange-online.md 2.2). */
export const fromAnyMember = (value: readonly string[], around: Surroundings): readonly Atom[] => {
  const { tenant, messages, parameters } = around;
  const location = parameters.SenderAddressLocation ?? "Header";
  const header = anyMember(value, messages.sender, tenant, "a contact for Aircall");
  if (location === "Header") return header;
  // Nobody publishes the envelope's address, so a group that may hold somebody outside may hold it.
  const envelope = value
    .filter((group) => mayHoldOutsider(group, tenant))
    .map((group) =>
      fact(`whether the group "${group}" holds the envelope sender, which Aircall does not publish`),
    );
  return location === "Envelope" ? (envelope.length === 0 ? never : envelope) : [...header, ...envelope];
};

/** A forger names whom they like besides the recipient, and one named condemns or exempts the whole message (exchange-online.md 2.3). */
export const orAnybodyElse = (around: Surroundings, atoms: readonly Atom[]): readonly Atom[] =>
  around.messages.name === "aircall"
    ? atoms
    : [...atoms, fact("whether forged mail is addressed to somebody else as well")];

/** The addresses of `From`, in the header or the envelope; a mail contact stands for its external address. */
export const fromAnyOf = (value: readonly string[], around: Surroundings): readonly Atom[] => {
  const location = around.parameters.SenderAddressLocation ?? "Header";
  const header = value.map((entry) =>
    settled(
      standsForSender(entry, around.messages.sender, around.tenant),
      `"${entry}" in From is not an address, and contacts were not read`,
    ),
  );
  const contacts =
    around.tenant.mailContacts?.filter(({ identities }) =>
      value.some((entry) => identities.includes(fold(entry))),
    ) ?? [];
  // A name may be that of a contact, where those were not read.
  const unread = around.tenant.mailContacts === undefined && value.some((entry) => !entry.includes("@"));
  const named = unread ? [fact("a name in From is not an address, and contacts were not read")] : [];
  const addresses = [...value, ...contacts.map(({ externalAddress }) => externalAddress)];
  const envelope = test(
    "envelopeFrom",
    exactly(fromTexts(addresses)),
    "the envelope sender, which Aircall does not publish",
  );
  return [...(location === "Envelope" ? [] : header), ...(location === "Header" ? [] : [envelope, ...named])];
};

/** An outside sender is in a group through a mail contact only (exchange-online.md 2.1). */
export const betweenGroups = (
  first: readonly string[],
  second: unknown,
  around: Surroundings,
): readonly Atom[] => {
  if (!Array.isArray(second)) return [fact("BetweenMemberOf2 is not set")];
  const sender = [...first, ...(second as readonly string[])].map((group) =>
    isMember(group, around.messages.sender, around.tenant),
  );
  return sender.every((member) => member === false)
    ? never
    : [fact("members of the groups of BetweenMemberOf were not read")];
};
