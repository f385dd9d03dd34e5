/** Quotas of a mailbox: written, then read back in bytes (exchange-online.md 4.1). */
import { ExchangeError } from "./exchange-error";
import { type CmdletObject, objectsWithIdentity, textProperty } from "./identity";
import type { ExchangeClient } from "./invoke-command/client";
import { type ReadBackOptions, readBack } from "./read-back";
import { parseSize, type Size, sizeParameter } from "./size";

/** Sizes as text (`99GB`, `unlimited`) or in bytes. What is absent stays as it is. */
export interface MailboxQuota {
  readonly issueWarningQuota?: string | number;
  readonly prohibitSendQuota?: string | number;
  readonly prohibitSendReceiveQuota?: string | number;
}

/** The quotas of one mailbox as read back, in bytes. */
export interface MailboxQuotaState {
  readonly guid: string;
  readonly primarySmtpAddress: string | undefined;
  readonly issueWarningQuota: Size | undefined;
  readonly prohibitSendQuota: Size | undefined;
  readonly prohibitSendReceiveQuota: Size | undefined;
  /** True: the numbers above are ignored by the service. */
  readonly useDatabaseQuotaDefaults: boolean;
}

const properties = {
  issueWarningQuota: "IssueWarningQuota",
  prohibitSendQuota: "ProhibitSendQuota",
  prohibitSendReceiveQuota: "ProhibitSendReceiveQuota",
} as const;

const names = Object.keys(properties) as (keyof typeof properties)[];

/** Properties that {@link mailboxQuotaState} reads. */
export const mailboxQuotaProperties: readonly string[] = [
  "Guid",
  "Identity",
  "Name",
  "Alias",
  "DisplayName",
  "DistinguishedName",
  "PrimarySmtpAddress",
  "UserPrincipalName",
  "EmailAddresses",
  "UseDatabaseQuotaDefaults",
  ...Object.values(properties),
];

/** The quotas of a mailbox as `Get-Mailbox` prints it. */
export const mailboxQuotaState = (mailbox: CmdletObject): MailboxQuotaState => ({
  guid: textProperty(mailbox, "Guid") ?? "",
  primarySmtpAddress: textProperty(mailbox, "PrimarySmtpAddress"),
  issueWarningQuota: parseSize(mailbox[properties.issueWarningQuota]),
  prohibitSendQuota: parseSize(mailbox[properties.prohibitSendQuota]),
  prohibitSendReceiveQuota: parseSize(mailbox[properties.prohibitSendReceiveQuota]),
  useDatabaseQuotaDefaults: String(mailbox.UseDatabaseQuotaDefaults).toLowerCase() === "true",
});

/**
 * Quotas of one mailbox.
 *
 * @param mailbox - address, GUID or name
 * @throws {@link ExchangeError} `not-found`, and `wrong-object` where the name fits several.
 */
export const readMailboxQuota = async (
  client: ExchangeClient,
  mailbox: string,
): Promise<MailboxQuotaState> => {
  const { value } = await client.invoke(
    "Get-Mailbox",
    { Identity: mailbox, ResultSize: "Unlimited" },
    { select: mailboxQuotaProperties },
  );
  const [found, ...others] = objectsWithIdentity(value, mailbox);
  if (found === undefined || textProperty(found, "Guid") === undefined) {
    throw new ExchangeError({
      kind: "not-found",
      problem: `There is no mailbox ${mailbox} in this tenant.`,
      nextStep: "Check the address; a group or a contact has no quota.",
      cmdlet: "Get-Mailbox",
    });
  }
  if (others.length > 0) {
    throw new ExchangeError({
      kind: "wrong-object",
      problem: `The name ${mailbox} fits ${others.length + 1} mailboxes.`,
      nextStep: "Give the mailbox's primary address.",
      cmdlet: "Get-Mailbox",
    });
  }
  return mailboxQuotaState(found);
};

/**
 * Sets quotas of one mailbox and returns them as read back.
 *
 * @remarks Where the mailbox takes its numbers from the database, that is switched off in the same call: the numbers
 * would be ignored otherwise (exchange-online.md 4.1).
 * @throws {@link ExchangeError} `refused` above the licence's ceiling or out of order, `not-applied`, `bad-input` for
 * a text that is no size.
 */
export const setMailboxQuota = async (
  client: ExchangeClient,
  mailbox: string,
  quota: MailboxQuota,
  options: ReadBackOptions = {},
): Promise<MailboxQuotaState> => {
  const cmdlet = "Set-Mailbox";
  const wanted = names.flatMap((name) => {
    const text = quota[name];
    if (text === undefined) {
      return [];
    }
    const size = parseSize(text);
    if (size === undefined) {
      throw new ExchangeError({
        kind: "bad-input",
        problem: `${properties[name]}: ${JSON.stringify(text)} is not a size.`,
        nextStep: 'Write a number with a unit, such as "50GB", or "unlimited".',
        cmdlet,
        parameters: [properties[name]],
      });
    }
    return [{ name, size }];
  });
  const before = await readMailboxQuota(client, mailbox);
  await client.invoke(cmdlet, {
    Identity: before.guid,
    ...(before.useDatabaseQuotaDefaults ? { UseDatabaseQuotaDefaults: false } : {}),
    ...Object.fromEntries(wanted.map(({ name, size }) => [properties[name], sizeParameter(size)])),
  });
  const differing = (seen: MailboxQuotaState) => wanted.filter(({ name, size }) => seen[name] !== size);
  const seen = await readBack(
    () => readMailboxQuota(client, before.guid),
    (found) => differing(found).length === 0 && !found.useDatabaseQuotaDefaults,
    options,
  );
  const different = differing(seen).map(({ name }) => properties[name]);
  if (different.length > 0 || seen.useDatabaseQuotaDefaults) {
    throw new ExchangeError({
      kind: "not-applied",
      problem: `${cmdlet} was accepted for ${mailbox}, but the mailbox does not show it: ${
        different.join(", ") || "UseDatabaseQuotaDefaults"
      }.`,
      nextStep: "Try again; if it stays so, look at the mailbox's licence.",
      cmdlet,
      parameters: different,
    });
  }
  return seen;
};
