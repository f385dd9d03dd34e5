/** What all lines of a person together say about the invitation (aircall.md 1.2). */
import type { InvitationState, UserEntry } from "./facts";

export type JoinedInvitation = InvitationState | "contradicted" | "missing";

/**
 * Accepted only where no line says anything else; a line that says nothing says nothing against it. A pending line wins
 * over an unclear one: either way the user is not ready.
 */
export const joinedInvitation = (entries: readonly UserEntry[]): JoinedInvitation => {
  let [accepted, pending, unclear] = [false, false, false];
  for (const { invitation } of entries) {
    accepted ||= invitation === "accepted";
    pending ||= invitation === "pending";
    unclear ||= invitation === "unclear";
  }
  if (pending) return accepted ? "contradicted" : "pending";
  if (unclear) return "unclear";
  return accepted ? "accepted" : "missing";
};

/** The lines that say so. */
export const entriesIn = (entries: readonly UserEntry[], state: InvitationState): readonly UserEntry[] =>
  entries.length === 1 ? entries : entries.filter(({ invitation }) => invitation === state);
