/** tenant-read-as-needed: every part of the tenant that the verdict needs was read, and lately. */
import { type TransportRulesPolicy, violationText } from "./policy";

/** A saved export older than this says little about the tenant of today. */
const freshDays = 30;

export const tenantReadAsNeeded: TransportRulesPolicy = {
  id: "tenant-read-as-needed",
  description:
    "Every part of the tenant that decides about Aircall's mail was read, not longer than 30 days ago.",
  level: "mandatory",
  severity: "high",
  why: "What was not read may block. A part that is missing is never taken for empty.",
  howToFix: "Give the app the roles to read those parts, or export the tenant again.",
  violations: ({ judgement, observed }) => {
    const age = (Date.now() - Date.parse(observed.readAt)) / 86_400_000;
    return [
      ...judgement.findings.filter(({ code }) => code === "part-not-read").map(violationText),
      ...observed.unknownUsers.map(
        (user) =>
          `The Aircall user ${user} was not found among the recipients read.\n  To do: correct the address in \`aircall.recipients\`.`,
      ),
      ...(age > freshDays
        ? [`The tenant was read ${Math.floor(age)} days ago (${observed.readAt}).\n  To do: export it again.`]
        : []),
    ];
  },
};
