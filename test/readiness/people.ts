/** The smallest facts and people that a check can be asked about. */
import type { LinkAnswer, MailAnswer, Person } from "../../src/readiness/check";
import { sourcesOf } from "../../src/readiness/evidence";
import type { DeviceEntry, DirectoryEntry, MailboxUsage, Source, UserEntry } from "../../src/readiness/facts";

export const lineOf = (line: number, file = "users.csv"): Source => ({ kind: "line", file, line });

export const userOf = (more: Partial<UserEntry> = {}, line = 2): UserEntry => ({
  email: "vera@contoso.example",
  name: "Vera Roth",
  role: "agent",
  login: "password",
  invitation: "accepted",
  status: "Validated",
  invited: undefined,
  usesMobileApp: undefined,
  source: lineOf(line),
  ...more,
});

export const deviceOf = (more: Partial<DeviceEntry> = {}, line = 2): DeviceEntry => ({
  email: "vera@contoso.example",
  platform: "ios",
  platformText: "iOS",
  app: "Aircall",
  version: "8.10.0",
  device: "",
  source: lineOf(line, "devices.csv"),
  ...more,
});

export const gigabyte = 1_024 ** 3;
export const megabyte = 1_024 ** 2;

export const usageOf = (more: Partial<MailboxUsage> = {}, line = 2): MailboxUsage => ({
  email: "vera@contoso.example",
  used: gigabyte,
  limit: 50 * gigabyte,
  source: lineOf(line, "mailboxes.csv"),
  ...more,
});

export const directoryOf = (more: Partial<DirectoryEntry> = {}, line = 2): DirectoryEntry => ({
  email: "vera@contoso.example",
  aliases: [],
  kind: "mailbox",
  kindText: "UserMailbox",
  acceptsOutsideSenders: true,
  source: lineOf(line, "directory.csv"),
  ...more,
});

const inExport: Source = { kind: "object", file: "export.json", object: "Get-Mailbox vera@contoso.example" };

export const mailOf = (more: Partial<MailAnswer> = {}): MailAnswer => ({
  verdict: "proven",
  findings: [],
  restrictions: [],
  source: inExport,
  ...more,
});

export const intactLinks: LinkAnswer = { kind: "intact", because: "no-rewriting", source: inExport };

/** Somebody who passes every check. */
export const personOf = (more: Partial<Person> = {}): Person => ({
  email: "vera@contoso.example",
  name: "Vera Roth",
  entries: [userOf()],
  ownLines: sourcesOf(more.entries ?? [userOf()]),
  sharers: [],
  sharerCount: 0,
  devices: [deviceOf()],
  usage: [usageOf()],
  directory: directoryOf(),
  mail: mailOf(),
  links: intactLinks,
  ...more,
});

export const asOf = new Date("2026-03-20T12:00:00Z");
