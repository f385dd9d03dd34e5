/** A running provider for mailbox quotas, on a tenant with four mailboxes and a group. */
import { mailboxQuota } from "../../../../src/resources/exchange/mailbox-quota";
import type { ValueObject } from "../../../../src/resources/value";
import { type RunningProvider, withProvider } from "../running-provider";
import { seedWith } from "../small-tenant";

const gigabytes = (count: number): string =>
  `${count} GB (${(count * 1024 ** 3).toLocaleString("en-US")} bytes)`;

export const mailbox = (name: string, warning: number, send: number, receive: number, more: object = {}) => ({
  Name: name,
  Guid: `guid-of-${name}`,
  PrimarySmtpAddress: `${name}@contoso.example`,
  EmailAddresses: [`SMTP:${name}@contoso.example`, `smtp:${name}.alias@contoso.example`],
  RecipientTypeDetails: "UserMailbox",
  IssueWarningQuota: gigabytes(warning),
  ProhibitSendQuota: gigabytes(send),
  ProhibitSendReceiveQuota: gigabytes(receive),
  UseDatabaseQuotaDefaults: false,
  ...more,
});

const seed = seedWith([], {
  "Get-Mailbox": [
    mailbox("ann", 1, 2, 3),
    mailbox("bob", 40, 45, 50),
    mailbox("eve", 1, 2, 60),
    mailbox("old", 49, 49, 50, { UseDatabaseQuotaDefaults: true }),
  ],
  "Get-DistributionGroup": [
    {
      Name: "Phones",
      PrimarySmtpAddress: "phones@contoso.example",
      RecipientTypeDetails: "MailUniversalDistributionGroup",
    },
  ],
  "Get-DistributionGroupMember": ["ann", "bob", "guest"].map((name) => ({
    Group: "Phones",
    PrimarySmtpAddress: `${name}@contoso.example`,
  })),
  "Get-Recipient": [],
});

export const running = (body: (provider: RunningProvider) => Promise<void>, config: ValueObject = {}) =>
  withProvider(mailboxQuota.token, { seed }, body, config);

export const at = (name: string): string => `${name}@contoso.example`;

export const quotas = ({ tenant }: RunningProvider, name: string): readonly unknown[] => {
  const found = tenant.objects("Get-Mailbox").find(({ Name }) => Name === name);
  return [found?.IssueWarningQuota, found?.ProhibitSendQuota, found?.ProhibitSendReceiveQuota].map((text) =>
    String(text).replace(/ \(.*/u, ""),
  );
};
