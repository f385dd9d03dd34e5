/** How full the mailboxes of an Exchange tenant are, against what stops incoming mail (exchange-online.md 4.1). */
import type { ExchangeTenant } from "../../mailflow/exchange/tenant";
import type { MailboxUsage } from "../facts";
import { objectIn } from "./source";

/** Mailboxes whose statistics were read. With the database's defaults, or where those may hold, the numbers on the mailbox mean nothing. */
export const exchangeUsage = (tenant: ExchangeTenant, file: string): readonly MailboxUsage[] =>
  (tenant.recipients ?? []).flatMap(
    ({ address, mailbox, prohibitSendReceiveQuota, useDatabaseQuotaDefaults }) => {
      if (mailbox?.totalItemSize === undefined) return [];
      return [
        {
          email: address,
          used: mailbox.totalItemSize,
          limit: useDatabaseQuotaDefaults === false ? prohibitSendReceiveQuota : undefined,
          source: objectIn(file, "Get-MailboxStatistics", address),
        },
      ];
    },
  );
