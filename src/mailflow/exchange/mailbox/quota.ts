/** Whether a mailbox has room: at ProhibitSendReceiveQuota it stops to receive (exchange-online.md 4.1). */
import { formatSize } from "../../size";
import { type Issue, notRead } from "../issue";
import type { Recipient } from "../tenant";

const stage = "mailbox";

/** What is known of the room in a mailbox; `unknown` names the setting or part that is missing. */
export type Room =
  | { readonly kind: "free" }
  | { readonly kind: "full"; readonly limit: number }
  | { readonly kind: "unknown"; readonly because: string }
  | { readonly kind: "not-read"; readonly cmdlet: string };

export const roomOf = ({
  prohibitSendReceiveQuota: limit,
  useDatabaseQuotaDefaults,
  mailbox,
}: Recipient): Room => {
  if (useDatabaseQuotaDefaults === true)
    return { kind: "unknown", because: "UseDatabaseQuotaDefaults is true, so its own quota does not count" };
  if (useDatabaseQuotaDefaults === undefined)
    return { kind: "unknown", because: "UseDatabaseQuotaDefaults was not read" };
  if (limit === "unlimited") return { kind: "free" };
  if (limit === undefined) return { kind: "unknown", because: "ProhibitSendReceiveQuota was not read" };
  const used = mailbox?.totalItemSize;
  if (used === undefined) return { kind: "not-read", cmdlet: "Get-MailboxStatistics" };
  // A message of the largest size must still fit.
  return used >= limit ? { kind: "full", limit } : { kind: "free" };
};

/** What tells two mailboxes apart: whether there is room, and what is missing to know. How full a full one is decides nothing. */
export const roomKey = (recipient: Recipient): string => {
  const room = roomOf(recipient);
  return room.kind === "full" ? room.kind : JSON.stringify(room);
};

/** How a finding tells the limits of full mailboxes: the one they share, or the smallest and the largest. */
export const limitsOf = (recipients: readonly Recipient[]): string => {
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (const { prohibitSendReceiveQuota: limit } of recipients)
    if (typeof limit === "number") [least, most] = [Math.min(least, limit), Math.max(most, limit)];
  return least < most ? `${formatSize(least)} – ${formatSize(most)}` : formatSize(most);
};

export const decideQuota = (recipient: Recipient): readonly Issue[] => {
  const room = roomOf(recipient);
  switch (room.kind) {
    case "free":
      return [];
    case "full":
      return [
        {
          code: "mailbox-full",
          stage,
          implies: "blocked",
          certainty: "certain",
          outcome: "rejected",
          details: { limit: formatSize(room.limit) },
          values: new Map(),
        },
      ];
    case "unknown":
      return [
        { code: "mailbox-room-unknown", stage, implies: "undecided", details: { because: room.because } },
      ];
    case "not-read":
      return [notRead(stage, room.cmdlet)];
  }
};
