/** Cases of the checks that a mail system answers: mail-allowed, links-not-rewritten, accepts-outside-senders. */
import { findingOf } from "../../findings";
import { directoryOf, mailOf, userOf } from "../../people";
import type { CheckCase } from "./check-case";

const inExport = ["Get-Mailbox vera@contoso.example"];
const source = mailOf().source;
const invited = { entries: [userOf({ invitation: "pending", status: "Pending" })] } as const;

export const mailAllowedCases: readonly CheckCase[] = [
  {
    title: "mail that is blocked",
    person: { mail: mailOf({ verdict: "blocked" }) },
    reason: "mail-blocked",
    evidence: inExport,
  },
  {
    title: "mail whose arrival nothing guarantees",
    person: { mail: mailOf({ verdict: "not-guaranteed" }) },
    reason: "mail-not-guaranteed",
  },
  {
    title: "mail that cannot be decided",
    person: { mail: mailOf({ verdict: "undecided" }) },
    reason: "mail-undecided",
  },
  {
    title: "no mail system",
    person: { mail: undefined },
    reason: "mail-not-read",
    evidence: ["users.csv:2"],
  },
  { title: "mail that surely arrives", person: {}, reason: "mail-proven", evidence: inExport },
];

export const linksCases: readonly CheckCase[] = [
  {
    title: "a policy rewrites the link of an invitation",
    person: { ...invited, links: { kind: "rewritten", policy: "Strict", source } },
    reason: "links-rewritten",
    details: { policy: "Strict" },
    evidence: inExport,
  },
  {
    title: "a gateway may rewrite it",
    person: { ...invited, links: { kind: "unknown", because: "gateway-in-front", source } },
    reason: "links-unknown",
    details: { because: "gateway-in-front" },
    evidence: inExport,
  },
  {
    title: "no mail system was read",
    person: { ...invited, links: undefined },
    reason: "links-unknown",
    details: { because: "not-read" },
    evidence: ["users.csv:2"],
  },
  {
    title: "whether an invitation is open is not known, and a policy rewrites",
    person: {
      entries: [userOf({ invitation: undefined, status: "" })],
      links: { kind: "rewritten", policy: "Strict", source },
    },
    reason: "links-rewritten",
  },
  {
    title: "no policy rewrites the link of an invitation",
    person: invited,
    reason: "links-intact",
    details: { because: "no-rewriting" },
    evidence: inExport,
  },
  {
    title: "who has accepted needs no link, even where links are rewritten",
    person: { links: { kind: "rewritten", policy: "Strict", source } },
    reason: "links-not-needed",
    evidence: ["users.csv:2"],
  },
  {
    title: "who has accepted needs no link, even where no mail system was read",
    person: { links: undefined },
    reason: "links-not-needed",
  },
];

export const outsideCases: readonly CheckCase[] = [
  {
    title: "a setting refuses mail from outside",
    person: { mail: mailOf({ restrictions: [findingOf("undecided"), findingOf("blocked")] }) },
    reason: "outside-refused",
    details: { setting: "RequireSenderAuthenticationEnabled" },
    evidence: inExport,
  },
  {
    title: "two settings refuse it, each named once",
    person: {
      mail: mailOf({
        restrictions: [
          findingOf("blocked"),
          findingOf("blocked", { code: "delivery-moderated", details: { setting: "ModerationEnabled" } }),
          findingOf("blocked"),
        ],
      }),
    },
    reason: "outside-refused",
    details: { setting: "RequireSenderAuthenticationEnabled, ModerationEnabled" },
  },
  {
    title: "the directory says that it refuses mail from outside",
    person: {
      mail: mailOf({ restrictions: undefined }),
      directory: directoryOf({ acceptsOutsideSenders: false }),
    },
    reason: "outside-refused",
    details: { setting: "directory.csv:2" },
    evidence: ["directory.csv:2"],
  },
  {
    title: "a list of senders that cannot be decided",
    person: { mail: mailOf({ restrictions: [findingOf("undecided")] }) },
    reason: "outside-undecided",
  },
  {
    title: "neither restrictions nor directory",
    person: { mail: undefined, directory: undefined },
    reason: "outside-not-read",
    evidence: ["users.csv:2"],
  },
  {
    title: "an address that the directory does not hold",
    person: { mail: undefined, directory: "absent" },
    reason: "outside-not-read",
  },
  {
    title: "a directory that does not tell",
    person: {
      mail: mailOf({ restrictions: undefined }),
      directory: directoryOf({ acceptsOutsideSenders: undefined }),
    },
    reason: "outside-not-read",
  },
  { title: "a mailbox without restrictions", person: {}, reason: "outside-accepted", evidence: inExport },
  {
    title: "the directory says that it takes mail from outside",
    person: { mail: undefined },
    reason: "outside-accepted",
    evidence: ["directory.csv:2"],
  },
];
