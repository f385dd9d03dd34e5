/** The smallest saved runs that can be compared. */
import type { SavedRun, SavedUser } from "../../src/readiness/saved-run";

export const savedUser = (name: string, email: string, more: Partial<SavedUser> = {}): SavedUser => ({
  email,
  name,
  inScope: true,
  ready: "yes",
  checks: [],
  ...more,
});

export const savedCheck = (
  id: SavedUser["checks"][number]["id"],
  verdict: SavedUser["checks"][number]["verdict"],
): SavedUser["checks"][number] => ({
  ...{ id, verdict, code: "app-too-old", reason: "", evidence: "", action: null, owner: null },
});

export const savedRun = (...users: readonly SavedUser[]): SavedRun => ({
  asOf: "2026-03-20T12:00:00.000Z",
  masked: false,
  users: [...users],
  summary: { users: users.length, inScope: 0, ready: 0, notReady: 0, unknown: 0 },
});
