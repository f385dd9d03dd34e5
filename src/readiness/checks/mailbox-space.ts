/** Compliant: the mailbox has room for Aircall's mail below the limit that stops incoming mail (guide 4, aircall.md 4.3). */
import { sizes } from "../../mailflow/aircall";
import type { Size } from "../../mailflow/size";
import type { Answer, Check } from "../check";
import { mostEvidence, placeOf, plainAnswer, sourcesOf } from "../evidence";
import type { MailboxUsage } from "../facts";
import { readableSize } from "../readable-size";
import { reasonOf } from "../reasons";
import { rememberedByList } from "../remembered-by-list";

/** Bytes. Reports are about two days old (aircall.md 4.3): with less room than this, the mailbox may be full by now. */
const nearlyFull = 100 * 1_024 ** 2;

/** What one row alone would be answered. */
interface Room {
  readonly reason: "space-enough" | "space-full" | "space-nearly-full";
  readonly used: number | undefined;
  readonly limit: Size;
  /** Bytes. */
  readonly free: number;
  readonly row: MailboxUsage;
}

/** `[]` where the row does not tell. No mailbox has a limit of nothing: it stands for one that is not known. */
const roomIn = (row: MailboxUsage): readonly Room[] => {
  const { used, limit } = row;
  if (limit === "unlimited")
    return [{ reason: "space-enough", used, limit, free: Number.POSITIVE_INFINITY, row }];
  if (limit === undefined || used === undefined || !(limit > 0) || !(used >= 0)) return [];
  const free = limit - used;
  // A message of the largest size must still fit.
  const reason = free < sizes.below ? "space-full" : free < nearlyFull ? "space-nearly-full" : "space-enough";
  return [{ reason, used, limit, free, row }];
};

const sizeText = (size: Size | undefined): string => (size === undefined ? "" : readableSize(size));

const figuresOf = ({ used, limit, row }: Room): string =>
  `${[sizeText(used), readableSize(limit)].filter((text) => text !== "").join(" / ")} (${placeOf(row.source)})`;

/** Most rows that a text names. */
const mostNamed = 10;

const figuresText = (rooms: readonly Room[]): string =>
  [...rooms.slice(0, mostNamed).map(figuresOf), ...(rooms.length > mostNamed ? ["…"] : [])].join(", ");

const ofRoom = ({ reason, used, limit, free, row }: Room): Answer => ({
  reason,
  details: {
    used: sizeText(used),
    limit: readableSize(limit),
    ...(reason === "space-nearly-full" ? { free: readableSize(free) } : {}),
  },
  evidence: [row.source],
});

/** Rows without a limit, or without what is used. */
const withoutRoom = (rows: readonly MailboxUsage[]): Answer => {
  const evidence = sourcesOf(rows.slice(0, mostEvidence));
  const known = rows.find(({ used }) => used !== undefined);
  return known === undefined
    ? plainAnswer("space-not-in-report", evidence)
    : { reason: "space-limit-unknown", details: { used: sizeText(known.used) }, evidence };
};

const ofRows = rememberedByList((rows: readonly MailboxUsage[]): Answer => {
  const rooms = rows.flatMap(roomIn);
  const [first, ...others] = rooms;
  if (first === undefined) return withoutRoom(rows);
  const verdict = reasonOf(first.reason).verdict;
  if (others.some(({ reason }) => reasonOf(reason).verdict !== verdict))
    return {
      reason: "space-contradicted",
      details: { figures: figuresText(rooms) },
      evidence: sourcesOf(rooms.slice(0, mostEvidence).map(({ row }) => row)),
    };
  return ofRoom(others.reduce((least, room) => (room.free < least.free ? room : least), first));
});

export const mailboxSpace: Check = (person) => {
  const { usage } = person;
  if (usage === undefined) return plainAnswer("space-not-read", person.ownLines);
  if (usage === "concealed") return plainAnswer("space-names-concealed", person.ownLines);
  return usage.length === 0 ? plainAnswer("space-not-in-report", person.ownLines) : ofRows(usage);
};
