/** The arithmetic of quotas: how far a mailbox is below a floor, and what lifts it. */
import { formatSize, parseSize, type Size } from "../../../mailflow/size";
import type { MailboxQuota, MailboxQuotaState } from "../../../tenants/exchange/write-mailboxes";
import { type AppliedMailboxQuota, type Floor, type QuotaName, quotaNames } from "./properties";

const inBytes = (size: Size | undefined): number =>
  size === "unlimited" ? Number.POSITIVE_INFINITY : (size ?? 0);

const sizeOf = (bytes: number): Size => (bytes === Number.POSITIVE_INFINITY ? "unlimited" : bytes);

const floorBytes = (floor: Floor, name: QuotaName): number => {
  const text = floor[name];
  return text === undefined ? 0 : inBytes(parseSize(text));
};

/**
 * The quotas to write so that a mailbox reaches the floor, or `undefined` where it does. A quota that is lifted lifts
 * those above it as far as their order demands (exchange-online.md 4.1).
 */
export const lifted = (mailbox: MailboxQuotaState, floor: Floor): MailboxQuota | undefined => {
  let least = 0;
  const changes = quotaNames.flatMap((name) => {
    const present = inBytes(mailbox[name]);
    const wanted = Math.max(present, floorBytes(floor, name), least);
    least = wanted;
    return wanted === present ? [] : [[name, formatSize(sizeOf(wanted))] as const];
  });
  // Numbers that are taken from the database instead are ignored: they have to be switched on.
  if (changes.length === 0 && !mailbox.useDatabaseQuotaDefaults) return undefined;
  return Object.fromEntries(changes);
};

/** A quota as the service counts it: none can be told where it comes from the database. */
const effective = (mailbox: MailboxQuotaState, name: QuotaName): number =>
  mailbox.useDatabaseQuotaDefaults ? 0 : inBytes(mailbox[name]);

/** The floor these mailboxes really stand on; at most the given one, because what is above it is left alone. */
export const liveFloor = (mailboxes: readonly MailboxQuotaState[], floor: Floor): Floor =>
  Object.fromEntries(
    quotaNames.flatMap((name) =>
      floor[name] === undefined
        ? []
        : [
            [
              name,
              formatSize(
                sizeOf(
                  Math.min(floorBytes(floor, name), ...mailboxes.map((mailbox) => effective(mailbox, name))),
                ),
              ),
            ],
          ],
    ),
  ) as unknown as Floor;

/** What a mailbox has, in words. */
export const appliedQuota = (mailbox: MailboxQuotaState): AppliedMailboxQuota => ({
  mailbox: mailbox.primarySmtpAddress ?? mailbox.guid,
  issueWarningQuota: formatSize(mailbox.issueWarningQuota ?? 0),
  prohibitSendQuota: formatSize(mailbox.prohibitSendQuota ?? 0),
  prohibitSendReceiveQuota: formatSize(mailbox.prohibitSendReceiveQuota ?? 0),
});
