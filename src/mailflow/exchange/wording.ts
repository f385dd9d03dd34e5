/** How an issue words where mail ends, and how surely. */
import type { Outcome } from "../outcome";
import type { Issue } from "./issue";
import type { Standing } from "./transport-rules/region";

export const outcomeText: Readonly<Record<Outcome | "unknown", string>> = {
  inbox: "delivered",
  junk: "moved to Junk",
  quarantined: "quarantined",
  rejected: "rejected",
  deleted: "deleted",
  redirected: "redirected to somebody else",
  held: "held for approval",
  "left-tenant": "routed out of the tenant",
  moved: "moved out of the inbox",
  unknown: "handled in an unknown way",
};

const whenText: Readonly<Record<Exclude<Standing["kind"], "undecided">, string>> = {
  certain: "whatever its text",
  likely: "with text Aircall plausibly writes",
  "content-dependent": "with text Aircall is unlikely to write",
};

/** The verdict that messages of this standing lead to where they do not reach the inbox. */
export const impliedBy = (stands: Standing): Pick<Issue, "implies" | "certainty"> => {
  if (stands.kind === "undecided") return { implies: "undecided" };
  return {
    implies: stands.kind === "content-dependent" ? "not-guaranteed" : "blocked",
    certainty: stands.kind,
  };
};

/** When it happens, or why that is not known. */
export const because = (stands: Standing): string =>
  stands.kind === "undecided"
    ? stands.because.join("; ") || "the conditions are only known between bounds"
    : whenText[stands.kind];
