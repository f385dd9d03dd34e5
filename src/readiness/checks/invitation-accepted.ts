/** Compliant: the user has accepted the invitation; only validated users get codes (guide 2, aircall.md 1.2). */
import type { Answer, Check } from "../check";
import { placeOf, plainAnswer, sourcesOf } from "../evidence";
import type { UserEntry } from "../facts";
import { entriesIn, joinedInvitation } from "../invitation-state";

/** Days an invitation's link works (aircall.md 1.2). */
const lifetime = 15;
const day = 24 * 60 * 60 * 1_000;

/** The last time an invitation was sent counts; `undefined` where nobody knows, or no calendar has the day. */
const endOf = (entries: readonly UserEntry[]): Date | undefined => {
  let last = Number.NEGATIVE_INFINITY;
  for (const { invited } of entries) if (invited !== undefined) last = Math.max(last, invited.getTime());
  const end = new Date(last + lifetime * day);
  return Number.isNaN(end.getTime()) ? undefined : end;
};

const pending = (entries: readonly UserEntry[], asOf: Date): Answer => {
  const waiting = entriesIn(entries, "pending");
  const status = waiting.find((entry) => entry.status !== "")?.status ?? "";
  const evidence = sourcesOf(waiting);
  const end = endOf(entries);
  if (end === undefined) return { reason: "invitation-pending", details: { status }, evidence };
  const isOpen = asOf.getTime() < end.getTime();
  const until = end.toISOString().slice(0, 10);
  return { reason: isOpen ? "invitation-open" : "invitation-expired", details: { status, until }, evidence };
};

/** Each status once, with the first place that has it. */
const contradicted = (entries: readonly UserEntry[]): Answer => {
  const telling = entries.filter(({ invitation }) => invitation !== undefined);
  const places = new Map<string, string>();
  for (const { status, source } of telling)
    if (!places.has(status)) places.set(status, `${status} (${placeOf(source)})`.trim());
  return {
    reason: "invitation-contradicted",
    details: { statuses: [...places.values()].join(", ") },
    evidence: sourcesOf(telling),
  };
};

const stated = (
  reason: "invitation-accepted" | "invitation-status-unclear",
  entries: readonly UserEntry[],
): Answer => ({ reason, details: { status: entries[0]?.status ?? "" }, evidence: sourcesOf(entries) });

export const invitationAccepted: Check = (person, asOf) => {
  const { entries } = person;
  switch (joinedInvitation(entries)) {
    case "contradicted":
      return contradicted(entries);
    case "pending":
      return pending(entries, asOf);
    case "unclear":
      return stated("invitation-status-unclear", entriesIn(entries, "unclear"));
    case "accepted":
      return stated("invitation-accepted", entriesIn(entries, "accepted"));
    case "missing":
      return plainAnswer("invitation-status-missing", person.ownLines);
  }
};
