/** Seven users of one company, one case of each kind that a report tells apart. */

import { decide } from "../../../src/mailflow/decide";
import type { Finding } from "../../../src/mailflow/finding";
import { toTenant } from "../../../src/tenants/exchange/export/native-export";
import { defaultAsOf, quarantine, tenant } from "../../mailflow/exchange/labelled/labelled-tenant";
import { entryOf, judgedOf, personOf } from "./judged-people";

/** What the verifier finds where one rule quarantines Aircall mail. */
export const findingsOf = (rule: string): readonly Finding[] =>
  decide(
    toTenant(
      tenant()
        .withRule(quarantine(rule, { SubjectContainsWords: ["code"] }))
        .build(),
      "contoso",
    ),
    { asOf: new Date(defaultAsOf) },
  ).findings;

export const ready = judgedOf(personOf("Vera Lang", "vera@contoso.example", 2));

export const sharing = judgedOf(personOf("Nora Petit", "desk@contoso.example", 3), [
  {
    reason: "address-listed-twice",
    details: { others: "Desk@contoso.example" },
    people: [entryOf("Jo Li", "Desk@contoso.example", 9)],
  },
]);

export const full = judgedOf(personOf("Tom Ott", "tom@contoso.example", 4), [
  { reason: "space-full", details: { used: "50 GB", limit: "50 GB" } },
  { reason: "app-too-old", details: { apps: "iOS 8.4.0 (Toms iPhone)", least: "iOS 8.5.0" } },
]);

const unread = [
  { reason: "mail-not-read" },
  { reason: "links-unknown", details: { because: "not-read" } },
] as const;
export const unknown = judgedOf(personOf("Eva Roth", "eva@contoso.example", 5), unread);
export const alsoUnknown = judgedOf(personOf("Ida Roth", "ida@contoso.example", 6), unread);

export const outOfScope = judgedOf(
  personOf("Sam Out", "sam@contoso.example", 7),
  [{ reason: "mail-not-read" }],
  { inScope: false, scope: "single-sign-on" },
);

export const expired = judgedOf(personOf("Pia Moos", "pia@contoso.example", 8), [
  { reason: "invitation-expired", details: { status: "Pending validation", until: "2026-11-01" } },
]);

export const contoso = [ready, sharing, full, unknown, alsoUnknown, outOfScope, expired];
