/** Cases of the check invitation-accepted; judged as of 20 March 2026, noon. */
import { asOf, userOf } from "../../people";
import type { CheckCase } from "./check-case";

const pending = { invitation: "pending", status: "Pending validation" } as const;
const unclear = { invitation: "unclear", status: "Do not know" } as const;
const missing = { invitation: undefined, status: "" } as const;
const day = 24 * 60 * 60 * 1_000;
const before = (days: number): Date => new Date(asOf.getTime() - days * day);

export const invitationCases: readonly CheckCase[] = [
  {
    title: "an invitation of three days ago works for twelve more",
    person: { entries: [userOf({ ...pending, invited: before(3) })] },
    reason: "invitation-open",
    details: { status: "Pending validation", until: "2026-04-01" },
    evidence: ["users.csv:2"],
  },
  {
    title: "an invitation works until the last moment of its fifteen days",
    person: { entries: [userOf({ ...pending, invited: new Date(before(15).getTime() + 1) })] },
    reason: "invitation-open",
  },
  {
    title: "an invitation of fifteen days ago is dead",
    person: { entries: [userOf({ ...pending, invited: before(15) })] },
    reason: "invitation-expired",
    details: { status: "Pending validation", until: "2026-03-20" },
  },
  {
    title: "an invitation that is sent tomorrow is open",
    person: { entries: [userOf({ ...pending, invited: before(-1) })] },
    reason: "invitation-open",
  },
  {
    title: "an invitation that was sent again lives from the second time on",
    person: {
      entries: [userOf({ ...pending, invited: before(40) }), userOf({ ...pending, invited: before(1) }, 8)],
    },
    reason: "invitation-open",
    evidence: ["users.csv:2", "users.csv:8"],
  },
  {
    title: "an invitation without a date",
    person: { entries: [userOf(pending)] },
    reason: "invitation-pending",
    details: { status: "Pending validation" },
  },
  {
    title: "a date that ends beyond the calendar is none",
    person: { entries: [userOf({ ...pending, invited: new Date(8.64e15) })] },
    reason: "invitation-pending",
  },
  {
    title: "a date that is none",
    person: { entries: [userOf({ ...pending, invited: new Date(Number.NaN) })] },
    reason: "invitation-pending",
  },
  {
    title: "pending on one line and unclear on another is pending",
    person: { entries: [userOf(unclear), userOf(pending, 5)] },
    reason: "invitation-pending",
    evidence: ["users.csv:5"],
  },
  {
    title: "accepted on one line and pending on two others",
    person: { entries: [userOf(), userOf(missing, 4), userOf(pending, 5), userOf(pending, 9)] },
    reason: "invitation-contradicted",
    details: { statuses: "Validated (users.csv:2), Pending validation (users.csv:5)" },
    evidence: ["users.csv:2", "users.csv:5", "users.csv:9"],
  },
  {
    title: "a status that says neither",
    person: { entries: [userOf(unclear)] },
    reason: "invitation-status-unclear",
    details: { status: "Do not know" },
  },
  {
    title: "accepted on one line and unclear on another",
    person: { entries: [userOf(), userOf(unclear, 3)] },
    reason: "invitation-status-unclear",
    evidence: ["users.csv:3"],
  },
  {
    title: "a list without a status",
    person: { entries: [userOf(missing)] },
    reason: "invitation-status-missing",
    evidence: ["users.csv:2"],
  },
  {
    title: "a date alone is no status",
    person: { entries: [userOf({ ...missing, invited: before(1) })] },
    reason: "invitation-status-missing",
  },
  {
    title: "a validated user",
    person: {},
    reason: "invitation-accepted",
    details: { status: "Validated" },
    evidence: ["users.csv:2"],
  },
  {
    title: "accepted on one line and nothing on another",
    person: { entries: [userOf(missing), userOf({}, 3)] },
    reason: "invitation-accepted",
    evidence: ["users.csv:3"],
  },
];
