/** Reads what the words of a list say about an invitation. Only a whole phrase is taken for an acceptance. */

import { remembering } from "../../../tenants/remembering";
import type { InvitationState } from "../../facts";
import { phrase } from "../phrases";
import {
  acceptedPhrases,
  connectedPhrases,
  negations,
  openingHoursPhrases,
  pendingPhrases,
} from "./status-words";

const phrases = (texts: readonly string[]): ReadonlySet<string> => new Set(texts.map(phrase));

const pending = phrases(pendingPhrases);
const accepted = phrases(acceptedPhrases);
const connected = phrases(connectedPhrases);
const openingHours = phrases(openingHoursPhrases);
/** Words that make a longer text doubtful. */
const doubtful: ReadonlySet<string> = new Set([...accepted, ...negations]);

const beginnings = (words: readonly string[]): readonly string[] =>
  words.map((_word, at) => words.slice(0, at + 1).join(" "));

/** `Pending validation (12 days)`, but neither `invited and accepted` nor `pending: no`. */
const beginsPending = (text: string): boolean => {
  const words = text.split(" ");
  const known = beginnings(words).findLast((beginning) => pending.has(beginning));
  if (known === undefined) return false;
  return !words.slice(known.split(" ").length).some((word) => doubtful.has(word));
};

const isPending = (text: string): boolean => pending.has(text) || beginsPending(text);

const stateOf = (text: string, isAccepted: (text: string) => boolean): InvitationState =>
  isPending(text) ? "pending" : isAccepted(text) ? "accepted" : "unclear";

/** @returns `undefined` where a cell is empty. */
export type ReadState = (text: string) => InvitationState | undefined;

const reader = (isAccepted: (text: string) => boolean): ReadState =>
  remembering((text) => (text === "" ? undefined : stateOf(phrase(text), isAccepted)));

/** A cell of the column Status. */
export const readStatus: ReadState = reader((text) => accepted.has(text));

/** A cell of the dashboard's column of availability, in which the pending label lands (aircall.md 1.2). */
export const readAvailability: ReadState = reader((text) => accepted.has(text) || connected.has(text));

/** A cell of a field that is about opening hours: only the pending label tells anything. */
export const readOpeningHours: ReadState = remembering((text) =>
  isPending(phrase(text)) ? "pending" : undefined,
);

/** Whether a cell shows that its column holds opening hours. */
export const isOpeningHours: (text: string) => boolean = remembering((text) =>
  openingHours.has(phrase(text)),
);

/** What one column says, and in which words. */
export interface StatedInvitation {
  readonly state: InvitationState | undefined;
  readonly text: string;
}

/**
 * What several columns say together: pending in any of them wins, then what the first of them says that says anything.
 * So an unclear status is not made an acceptance by an availability.
 */
export const combinedInvitation = (stated: readonly StatedInvitation[]): StatedInvitation =>
  stated.find(({ state }) => state === "pending") ??
  stated.find(({ state }) => state !== undefined) ?? { state: undefined, text: "" };
