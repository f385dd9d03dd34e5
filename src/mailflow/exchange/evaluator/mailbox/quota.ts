/** Whether the mailbox is full (exchange-online.md 4.1). */
import type { Truth } from "../truth";
import { bothWays, ends, goesOn, type Mail, type Place, type Ways } from "../ways";

const stage = "mailbox";

/** Full is at or over ProhibitSendReceiveQuota; with the database's defaults the numbers on the mailbox mean nothing (4.1). */
const isFull = ({ recipient }: Place): Truth => {
  const quota = recipient?.prohibitSendReceiveQuota;
  const used = recipient?.mailbox?.totalItemSize;
  if (recipient?.useDatabaseQuotaDefaults !== false || quota === undefined) return undefined;
  if (quota === "unlimited") return false;
  return used === undefined ? undefined : used >= quota;
};

export const quota = (mail: Mail, place: Place): Ways => {
  const full = isFull(place);
  const { recipient } = place;
  place.note(mail, {
    stage,
    conditions: [
      {
        parameter: "ProhibitSendReceiveQuota",
        expected:
          recipient?.useDatabaseQuotaDefaults === false
            ? String(recipient.prohibitSendReceiveQuota ?? "not read")
            : "a default of the database, or not read",
        found: String(recipient?.mailbox?.totalItemSize ?? "not read"),
        holds: full,
      },
    ],
    text:
      full === false
        ? "the mailbox has room"
        : full === true
          ? "the mailbox is full"
          : "whether the mailbox is full is not known",
  });
  return bothWays(
    mail,
    full,
    "the mailbox is full",
    (refused) => ({
      goesOn: [],
      ends: [ends(refused, { outcome: "rejected", stage, because: "the mailbox is full" })],
    }),
    goesOn,
  );
};
