/** English words of a readiness report. */
import { accountReasons } from "./en-account-reasons";
import { mailReasons } from "./en-mail-reasons";
import { notices, unusable } from "./en-notices";
import { steps } from "./en-steps";
import { tickets } from "./en-tickets";
import type { ReadinessWords } from "./words";

const number = (count: number): string => count.toLocaleString("en-GB");
const counted = (count: number, one: string, many: string): string =>
  `${number(count)} ${count === 1 ? one : many}`;

export const words: ReadinessWords = {
  language: "en",
  reasons: { ...accountReasons, ...mailReasons },
  notices,
  steps,
  tickets,
  unusable,
  overall: { yes: "READY", no: "NOT READY", unknown: "NOT KNOWN" },
  headline: ({ inScope, ready, notReady, unknown }) => {
    if (inScope === 0) return "no user is concerned";
    const others = [
      ...(notReady === 0 ? [] : [`${number(notReady)} ${notReady === 1 ? "is" : "are"} not`]),
      ...(unknown === 0 ? [] : [`${number(unknown)} ${unknown === 1 ? "is" : "are"} unknown`]),
    ];
    const first = `${number(ready)} of ${counted(inScope, "user", "users")} ${ready === 1 || inScope === 1 ? "is" : "are"} ready`;
    return [first, ...others].join("; ");
  },
  asOf: (date) => `as of ${date}`,
  outOfScope: (count) =>
    `${counted(count, "user is", "users are")} not concerned (single sign-on, no privileged role)`,
  masked: "addresses and names are masked",
  ready: { yes: "ready", no: "not ready", unknown: "unknown" },
  notConcerned: "not concerned",
  verdict: { pass: "pass", fail: "fail", unknown: "unknown" },
  check: {
    "own-address": "Own e-mail address",
    "invitation-accepted": "Invitation accepted",
    "app-version": "Mobile app version",
    "mailbox-space": "Mailbox space",
    "mail-allowed": "Aircall mail allowed",
    "links-not-rewritten": "Links not rewritten",
    "accepts-outside-senders": "Mail from outside accepted",
  },
  owner: {
    "mail-admin": "mail administrator",
    "aircall-admin": "Aircall administrator",
    "device-admin": "device management",
    user: "the user",
  },
  scope: {
    "password-login": "signs in with a password",
    "login-unknown": "way of signing in not known",
    privileged: "privileged role",
    "role-unknown": "role not known",
    "single-sign-on": "single sign-on, no privileged role: not concerned",
  },
  because: {
    "no-rewriting": "no policy rewrites them",
    spared: "the policy that rewrites links spares them",
    "not-read": "the policies that rewrite links were not read",
    "gateway-in-front": "a gateway in front of the mail system may rewrite them",
    "policy-unknown": "a policy is not understood",
    "recipient-unknown": "which policy applies to this recipient is not known",
  },
  label: {
    title: "Readiness for Aircall's adaptive MFA",
    email: "E-mail",
    name: "Name",
    user: "User",
    ready: "Ready",
    check: "Check",
    verdict: "Verdict",
    reason: "Reason",
    action: "What to do",
    owner: "Who does it",
    evidence: "Evidence",
    checks: "Per check",
    notReady: "Who is not ready",
    everybody: "For all of them",
    plan: "What to do, in this order",
    notices: "About the inputs",
  },
  warning: "warning",
  colon: ": ",
  semicolon: "; ",
  notKnown: "an unknown amount",
  empty: "(empty)",
  and: " and ",
  line: (line) => `line ${line}`,
  lines: (lines) => `lines ${lines}`,
  more: (count) => `${number(count)} more`,
  after: (steps) => `after ${steps}`,
  unusableRows: (count) => `${counted(count, "row names", "rows name")} nobody and cannot be judged`,
  nobody: "the list names nobody",
  times: (count) => `${number(count)} times`,
  quoted: (text) => `"${text}"`,
  moreFindings: (count) => `(and ${counted(count, "more finding", "more findings")})`,
  morePeople: (count) => `and ${counted(count, "more user", "more users")}`,
  moreUsers: (count) => `and ${counted(count, "more user", "more users")}: --format csv lists everybody`,
  people: (count) => counted(count, "user", "users"),
  nobodyOpen: "Every user that is concerned is ready.",
  number,
  value: (value) => value,
  page: {
    search: "Search",
    every: "all",
    reset: "Show all",
    count: "{found} of {all} users",
    page: "page {page} of {pages}",
    previous: "Previous",
    next: "Next",
    open: "What is missing",
    people: "Every user",
    sortable: "A column's title sorts by it.",
    needsScript: "The table of users needs JavaScript; --format csv and --format json list them too.",
  },
  delimiter: ",",
};
