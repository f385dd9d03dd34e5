/** What the addresses of Aircall users belong to, so that policies can tell who has a mailbox of their own. */
import { foldedAddress, formsOf } from "../../mailflow/address-forms";
import { recipientTypeOf } from "../../mailflow/exchange/recipient-types";
import type { ExchangeTenant, Group, OtherRecipient, Recipient } from "../../mailflow/exchange/tenant";
import { domainOf } from "../../mailflow/message";
import type { NativeExport } from "../../tenants/exchange/export/native-export";
import type { RawObject } from "../../tenants/exchange/export/properties";
import { settingsWithoutPeople } from "./observed-settings";

/**
 * Type of recipient, and which addresses are one recipient's. It holds no address that does not follow from the inputs,
 * but those of shared mailboxes in the users' group.
 */
export interface UserDirectory {
  /** An export of these recipients alone; a part that was not read is absent. */
  readonly parts: NativeExport;
  /** Addresses of the group's members whose mailbox is no person's. */
  readonly members: readonly string[];
}

interface Questions {
  /** Addresses of users, in any case; repetitions do not count. */
  readonly users: readonly string[];
  readonly userGroup?: string | undefined;
}

const isNobodysOwn = ({ recipientTypeDetails }: Recipient): boolean =>
  recipientTypeDetails !== undefined && recipientTypeOf(recipientTypeDetails).holder !== "person";

const doubtfulMembers = (
  { recipients, groups }: ExchangeTenant,
  userGroup: string | undefined,
): readonly string[] => {
  if (userGroup === undefined) return [];
  const members = groups?.find(({ identities }) => identities.includes(userGroup.toLowerCase()))?.members;
  return (recipients ?? [])
    .filter((recipient) => isNobodysOwn(recipient))
    .filter(({ address }) => members?.has(address.toLowerCase()) === true)
    .map(({ address }) => address);
};

/** The parts that say which domains and tags the tenant knows, without which nobody can be told from somebody. */
const settings = ["Get-AcceptedDomain", "Get-OrganizationConfig"] as const;

/** Any type that is a group's (exchange-online.md 4.4). */
const groupType = "MailUniversalDistributionGroup";

/** Reduces recipients to those that the users' addresses belong to. Linear in recipients and users. */
export const userDirectory = (
  source: NativeExport,
  tenant: ExchangeTenant,
  { users, userGroup }: Questions,
): UserDirectory => {
  const members = doubtfulMembers(tenant, userGroup);
  const wanted = new Set([...users, ...members].flatMap((address) => formsOf(foldedAddress(address))));
  const told = new Set<string>();
  let hidden = 0;
  /** A primary address that nobody named is somebody's: a number does for telling recipients apart. */
  const object = (
    { address, proxyAddresses }: Recipient | OtherRecipient,
    type: string | undefined,
  ): readonly RawObject[] => {
    const asked = [...new Set([address, ...proxyAddresses].map(foldedAddress))].filter((one) =>
      wanted.has(one),
    );
    if (asked.length === 0) return [];
    for (const one of asked) told.add(one);
    const primary = asked.includes(foldedAddress(address))
      ? address
      : `recipient-${++hidden}@${domainOf(address)}`;
    return [
      {
        PrimarySmtpAddress: primary,
        EmailAddresses: asked.map((one) => `smtp:${one}`),
        ...(type === undefined ? {} : { RecipientTypeDetails: type }),
      },
    ];
  };
  /** A group that only its own cmdlet printed. */
  const group = ({ identities }: Group): readonly RawObject[] => {
    const asked = identities.filter((name) => wanted.has(name) && !told.has(name));
    return asked.length === 0
      ? []
      : [{ PrimarySmtpAddress: asked[0], EmailAddresses: asked, RecipientTypeDetails: groupType }];
  };
  const { recipients, otherRecipients, groups } = tenant;
  const parts: Readonly<Record<string, readonly RawObject[] | undefined>> = {
    "Get-Mailbox": recipients?.flatMap((one) => object(one, one.recipientTypeDetails)),
    "Get-Recipient": otherRecipients?.flatMap((one) => object(one, one.recipientTypeDetails)),
    "Get-DistributionGroup": groups?.flatMap(group),
    ...Object.fromEntries(
      settings.map((name) => {
        const part = source[name];
        return [name, part === undefined ? undefined : settingsWithoutPeople(name, part)];
      }),
    ),
  };
  return {
    members,
    parts: Object.fromEntries(
      Object.entries(parts).flatMap(([name, objects]) => (objects === undefined ? [] : [[name, objects]])),
    ),
  };
};
