/** What an Exchange tenant says of Aircall users: their mail, their links, what their addresses are, how full their mailboxes. */
import type { ExchangeTenant } from "../../mailflow/exchange/tenant";
import { userFinder } from "../../mailflow/users";
import type { MailSystem } from "../mail-system";
import { exchangeDirectory } from "./directory";
import { linkAnswers } from "./link-answers";
import { type MailQuestion, mailAnswers } from "./mail-answers";
import { exchangeUsage } from "./usage";

/**
 * Decides about all users at once.
 *
 * @param file what sources name.
 * @param users addresses of Aircall users.
 */
export const exchangeMailSystem = (
  tenant: ExchangeTenant,
  file: string,
  users: readonly string[],
  question: MailQuestion,
): MailSystem => {
  const find = userFinder(tenant);
  return {
    mailOf: mailAnswers(tenant, file, users, question, find),
    linksOf: linkAnswers(tenant, file, question.asOf, find),
    directory: exchangeDirectory(tenant, file, users),
    usage: exchangeUsage(tenant, file),
  };
};
