/** Cases of the check mailbox-space. */
import { gigabyte, megabyte, usageOf } from "../../people";
import type { CheckCase } from "./check-case";

const limit = 50 * gigabyte;
const withFree = (free: number) => ({ usage: [usageOf({ used: limit - free, limit })] });

export const mailboxSpaceCases: readonly CheckCase[] = [
  {
    title: "a mailbox at its limit",
    person: withFree(0),
    reason: "space-full",
    details: { used: "50 GB", limit: "50 GB" },
    evidence: ["mailboxes.csv:2"],
  },
  { title: "a mailbox above its limit", person: withFree(-gigabyte), reason: "space-full" },
  { title: "room for less than the largest mail", person: withFree(megabyte - 1), reason: "space-full" },
  {
    title: "room for the largest mail, in a report that is two days old",
    person: withFree(megabyte),
    reason: "space-nearly-full",
    details: { used: "50 GB", limit: "50 GB", free: "1 MB" },
  },
  { title: "less than 100 MB", person: withFree(100 * megabyte - 1), reason: "space-nearly-full" },
  {
    title: "two rows that contradict each other",
    person: { usage: [usageOf({ used: limit }), usageOf({ used: 512 * megabyte }, 9)] },
    reason: "space-contradicted",
    details: { figures: "50 GB / 50 GB (mailboxes.csv:2), 512 MB / 50 GB (mailboxes.csv:9)" },
    evidence: ["mailboxes.csv:2", "mailboxes.csv:9"],
  },
  {
    title: "a full and a nearly full row",
    person: { usage: [usageOf({ used: limit }), usageOf({ used: limit - 2 * megabyte }, 9)] },
    reason: "space-contradicted",
  },
  {
    title: "no limit in the report",
    person: { usage: [usageOf({ limit: undefined })] },
    reason: "space-limit-unknown",
    details: { used: "1 GB" },
  },
  { title: "a limit of nothing", person: { usage: [usageOf({ limit: 0 })] }, reason: "space-limit-unknown" },
  {
    title: "a limit of nothing with nothing used",
    person: { usage: [usageOf({ used: 0, limit: 0 })] },
    reason: "space-limit-unknown",
  },
  {
    title: "a limit, and nothing about what is used",
    person: { usage: [usageOf({ used: undefined })] },
    reason: "space-not-in-report",
    evidence: ["mailboxes.csv:2"],
  },
  {
    title: "no row of this user",
    person: { usage: [] },
    reason: "space-not-in-report",
    evidence: ["users.csv:2"],
  },
  { title: "a report that hides names", person: { usage: "concealed" }, reason: "space-names-concealed" },
  { title: "no report", person: { usage: undefined }, reason: "space-not-read" },
  { title: "just 100 MB left", person: withFree(100 * megabyte), reason: "space-enough" },
  {
    title: "ample room",
    person: { usage: [usageOf({ used: 1.54 * gigabyte })] },
    reason: "space-enough",
    details: { used: "1.5 GB", limit: "50 GB" },
  },
  {
    title: "no limit at all",
    person: { usage: [usageOf({ limit: "unlimited", used: undefined })] },
    reason: "space-enough",
    details: { used: "", limit: "unlimited" },
  },
  {
    title: "the row with less room is told, of two that agree",
    person: { usage: [usageOf(), usageOf({ used: 2 * gigabyte }, 9)] },
    reason: "space-enough",
    evidence: ["mailboxes.csv:9"],
  },
  {
    title: "a row without a limit says nothing against one with a limit",
    person: { usage: [usageOf({ limit: undefined }), usageOf({}, 9)] },
    reason: "space-enough",
    evidence: ["mailboxes.csv:9"],
  },
];
