/** What the mail system of `--exchange` says of the users. */
import { exchangeMailSystem } from "../../readiness/exchange/mail-system";
import type { UserEntry } from "../../readiness/facts";
import type { MailSystem } from "../../readiness/mail-system";
import { loadExchangeExport } from "../../tenants/exchange/export/read-file";
import { assumedFacts } from "../assumed-facts";
import type { ReadyRequest } from "./request";

/** @throws InputError */
export const readExchangeMail = async (
  file: string,
  users: readonly UserEntry[],
  { asOf, senders, assume }: ReadyRequest,
  warn: (text: string) => void,
): Promise<MailSystem> => {
  const facts = await assumedFacts(assume, asOf, warn);
  const { tenant, warnings } = await loadExchangeExport(file);
  for (const warning of warnings) warn(`warning: ${file}: ${warning}`);
  const addresses = [...new Set(users.map(({ email }) => email.toLowerCase()))];
  return exchangeMailSystem(tenant, file, addresses, { asOf, senders, ...facts });
};
