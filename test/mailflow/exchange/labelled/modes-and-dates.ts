/** State, mode and dates: an enabled rule is not yet an acting rule. */
import {
  allowAircall,
  fromOutside,
  type LabelledTenant,
  quarantine,
  type RawObject,
  tenant,
} from "./labelled-tenant";

const outside = (overrides: RawObject) =>
  tenant()
    .withRule({ ...quarantine("Outside", fromOutside), ...overrides })
    .withRule(allowAircall())
    .build();
const allowing = (overrides: RawObject) => tenant().withRule(allowAircall(overrides)).build();

const blocked = {
  stage: "transport-rules",
  rule: "Outside",
  certainty: "certain",
  outcome: "quarantined",
} as const;

export const modesAndDates: readonly LabelledTenant[] = [
  {
    title: "a disabled block does not act",
    cites: "exchange-online.md 2.9, 9.5",
    rows: ["2.9 State", "9.5"],
    export: outside({ State: "Disabled" }),
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "a disabled allow does not act",
    cites: "exchange-online.md 2.9",
    rows: ["2.9 State"],
    export: allowing({ State: "Disabled" }),
    verdict: "not-guaranteed",
    narrowness: "no-bypass",
    finding: { stage: "anti-spam" },
  },
  {
    title: "a block in audit mode has no effect on delivery",
    cites: "exchange-online.md 2.9, 9.5",
    rows: ["2.9 Mode Audit", "9.5"],
    export: outside({ Mode: "Audit" }),
    verdict: "proven",
    narrowness: "narrow",
    messages: [{ message: {}, outcome: "inbox", why: "audit only records" }],
  },
  {
    title: "a block in audit mode with notification has no effect on delivery",
    cites: "exchange-online.md 2.9",
    rows: ["2.9 Mode AuditAndNotify"],
    export: outside({ Mode: "AuditAndNotify" }),
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "an allow in audit mode allows nothing",
    cites: "exchange-online.md 2.9",
    rows: ["2.9 Mode Audit"],
    export: allowing({ Mode: "Audit" }),
    verdict: "not-guaranteed",
    narrowness: "no-bypass",
    finding: { stage: "anti-spam" },
  },
  {
    title: "whether a stop above the allow still stops in audit mode is not documented",
    cites: "exchange-online.md 2.9, 7.4",
    rows: ["2.9 stop in audit"],
    export: tenant()
      .withRule({
        Name: "Audited stop",
        ...fromOutside,
        Mode: "Audit",
        SetAuditSeverity: "Low",
        StopRuleProcessing: true,
      })
      .withRule(allowAircall())
      .build(),
    verdict: "undecided",
    finding: { stage: "transport-rules", rule: "Audited stop" },
  },
  {
    title: "a block does not act before its activation date",
    cites: "exchange-online.md 2.9, 9.5",
    rows: ["2.9 ActivationDate", "9.5"],
    export: outside({ ActivationDate: "2026-12-01T00:00:00Z" }),
    asOf: "2026-11-30T12:00:00Z",
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "a block acts after its activation date",
    cites: "exchange-online.md 2.9",
    rows: ["2.9 ActivationDate"],
    export: outside({ ActivationDate: "2026-12-01T00:00:00Z" }),
    asOf: "2026-12-01T12:00:00Z",
    verdict: "blocked",
    finding: blocked,
  },
  {
    title: "an activation date with an offset is compared as a moment, not as text",
    cites: "exchange-online.md 2.9",
    export: outside({ ActivationDate: "2026-12-01T00:00:00-08:00" }),
    asOf: "2026-12-01T06:00:00Z",
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "a date in the form of older PowerShell versions is a moment too",
    cites: "exchange-online.md 2.9; design 7",
    export: outside({ ActivationDate: "/Date(1796083200000)/" }),
    asOf: "2026-12-01T12:00:00Z",
    verdict: "blocked",
    finding: blocked,
  },
  {
    title: "a block does not act after its expiry date though it still prints as enabled",
    cites: "exchange-online.md 2.9, 9.5",
    rows: ["2.9 ExpiryDate", "9.5"],
    export: outside({ ExpiryDate: "2026-11-01T00:00:00Z" }),
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "a block acts before its expiry date",
    cites: "exchange-online.md 2.9",
    export: outside({ ActivationDate: "2026-10-01T00:00:00Z", ExpiryDate: "2027-01-01T00:00:00Z" }),
    verdict: "blocked",
    finding: blocked,
  },
  {
    title: "an allow past its expiry date allows nothing",
    cites: "exchange-online.md 2.9, 9.5",
    rows: ["2.9 ExpiryDate", "9.5"],
    export: allowing({ ExpiryDate: "2026-11-01T00:00:00Z" }),
    verdict: "not-guaranteed",
    narrowness: "no-bypass",
    finding: { stage: "anti-spam" },
  },
  {
    title: "an allow before its activation date allows nothing yet",
    cites: "exchange-online.md 2.9, 9.5",
    export: allowing({ ActivationDate: "2026-12-01T00:00:00Z" }),
    verdict: "not-guaranteed",
    narrowness: "no-bypass",
    finding: { stage: "anti-spam" },
  },
  {
    title: "an allow that has not started shields nobody from a block below",
    cites: "exchange-online.md 2.9, 9.5",
    export: tenant()
      .withRule(allowAircall({ ActivationDate: "2026-12-01T00:00:00Z" }))
      .withRule(quarantine("Outside", fromOutside))
      .build(),
    verdict: "blocked",
    finding: blocked,
  },
  {
    title: "the error action of a rule does not decide delivery",
    cites: "exchange-online.md 2.9",
    rows: ["2.9 RuleErrorAction"],
    export: allowing({ RuleErrorAction: "Defer" }),
    verdict: "proven",
    narrowness: "narrow",
  },
];
