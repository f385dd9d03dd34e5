/** Aircall users of a small tenant with a mailbox of each kind, as the policies on their addresses see them. */
import type { TransportRulesPolicy } from "../../policies/policy";
import type { AircallInputs } from "../../src/resources/exchange/judgement";
import { type NativeExport, tenant } from "../mailflow/exchange/labelled/labelled-tenant";
import { allow, judged } from "./judged-tenant";

export const at = (name: string): string => `${name}@contoso.example`;

const recipient = (name: string, RecipientTypeDetails: string, ...aliases: readonly string[]) => ({
  PrimarySmtpAddress: at(name),
  EmailAddresses: [`SMTP:${at(name)}`, ...aliases.map((alias) => `smtp:${at(alias)}`)],
  RecipientTypeDetails,
});

const mailboxes = [
  recipient("vera", "UserMailbox", "v.roth"),
  recipient("ines", "UserMailbox"),
  recipient("support", "UserMailbox"),
  recipient("info", "SharedMailbox"),
  recipient("room", "RoomMailbox"),
  recipient("odd", "NovelMailbox"),
];
const group = recipient("team", "MailUniversalDistributionGroup");

export const company = (): NativeExport =>
  tenant()
    .with("Get-Mailbox", mailboxes)
    .with("Get-Recipient", [...mailboxes, group, recipient("partner", "MailContact")])
    .with("Get-DistributionGroup", [group])
    .with(
      "Get-DistributionGroupMember",
      ["vera", "info"].map((name) => ({ Group: at("team"), PrimarySmtpAddress: at(name) })),
    )
    .build();

/** What a policy says of users. */
export const saidOf = (
  { violations }: TransportRulesPolicy,
  aircall: AircallInputs,
  live: NativeExport = company(),
): readonly string[] => violations(judged({ rules: [allow], live, aircall }));

/** The same of these recipients. */
export const saidOfRecipients = (
  policy: TransportRulesPolicy,
  ...names: readonly string[]
): readonly string[] => saidOf(policy, { recipients: names.map(at) });
