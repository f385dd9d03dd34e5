/** Every answer a readiness check can give, once: the check, its verdict, and who acts. Texts are in the report's locales. */

/** The five checks of Aircall's guide in its order, and two it does not number (aircall.md 1.3, 1.1). */
export const checkIds = [
  "own-address",
  "invitation-accepted",
  "app-version",
  "mailbox-space",
  "mail-allowed",
  "links-not-rewritten",
  "accepts-outside-senders",
] as const;
export type CheckId = (typeof checkIds)[number];

/** `unknown` is never ready. */
export type CheckVerdict = "pass" | "fail" | "unknown";

/** Who does what is to be done (aircall.md 4.5). */
export const owners = ["mail-admin", "aircall-admin", "device-admin", "user"] as const;
export type Owner = (typeof owners)[number];

export interface ReasonDefinition {
  readonly check: CheckId;
  readonly verdict: CheckVerdict;
  /** Absent where nothing is to be done. */
  readonly owner?: Owner;
  /** The text's placeholders. */
  readonly details?: readonly string[];
  /** Where the fact behind it stands. */
  readonly source: string;
}

// biome-ignore format: one reason, one line
export const reasons = {
  "address-own":                { check: "own-address", verdict: "pass", details: ["type"], source: "guide 1" },
  "address-listed-twice":       { check: "own-address", verdict: "fail", owner: "aircall-admin", details: ["others"], source: "guide 1" },
  "address-same-mailbox":       { check: "own-address", verdict: "fail", owner: "aircall-admin", details: ["others"], source: "aircall.md 4.3" },
  "address-of-group":           { check: "own-address", verdict: "fail", owner: "aircall-admin", details: ["type"], source: "guide 1" },
  "address-of-shared-mailbox":  { check: "own-address", verdict: "fail", owner: "aircall-admin", details: ["type"], source: "guide 1" },
  "address-of-resource":        { check: "own-address", verdict: "fail", owner: "aircall-admin", details: ["type"], source: "aircall.md 4.3" },
  "address-of-nobody":          { check: "own-address", verdict: "fail", owner: "aircall-admin", source: "aircall.md 4.4" },
  "address-role-like":          { check: "own-address", verdict: "unknown", owner: "aircall-admin", details: ["word"], source: "aircall.md 4.3" },
  "address-kind-unknown":       { check: "own-address", verdict: "unknown", owner: "mail-admin", details: ["type"], source: "aircall.md 4.3" },
  "address-not-in-directory":   { check: "own-address", verdict: "unknown", owner: "mail-admin", source: "aircall.md 4.3" },
  "address-directory-not-read": { check: "own-address", verdict: "unknown", owner: "mail-admin", source: "aircall.md 4.3" },

  "invitation-accepted":        { check: "invitation-accepted", verdict: "pass", details: ["status"], source: "guide 2" },
  "invitation-open":            { check: "invitation-accepted", verdict: "fail", owner: "user", details: ["status", "until"], source: "aircall.md 1.2" },
  "invitation-expired":         { check: "invitation-accepted", verdict: "fail", owner: "aircall-admin", details: ["status", "until"], source: "aircall.md 1.2" },
  "invitation-pending":         { check: "invitation-accepted", verdict: "fail", owner: "aircall-admin", details: ["status"], source: "guide 2" },
  "invitation-contradicted":    { check: "invitation-accepted", verdict: "unknown", owner: "aircall-admin", details: ["statuses"], source: "guide 2" },
  "invitation-status-unclear":  { check: "invitation-accepted", verdict: "unknown", owner: "aircall-admin", details: ["status"], source: "aircall.md 1.2" },
  "invitation-status-missing":  { check: "invitation-accepted", verdict: "unknown", owner: "aircall-admin", source: "aircall.md 2.3" },

  "app-new-enough":             { check: "app-version", verdict: "pass", details: ["apps"], source: "guide 3" },
  "app-not-used":               { check: "app-version", verdict: "pass", source: "guide 3" },
  "app-too-old":                { check: "app-version", verdict: "fail", owner: "device-admin", details: ["apps", "least"], source: "guide 3" },
  "app-version-preview":        { check: "app-version", verdict: "unknown", owner: "device-admin", details: ["apps", "least"], source: "aircall.md 3" },
  "app-version-unreadable":     { check: "app-version", verdict: "unknown", owner: "device-admin", details: ["apps", "least"], source: "aircall.md 3" },
  "app-platform-unknown":       { check: "app-version", verdict: "unknown", owner: "device-admin", details: ["apps"], source: "aircall.md 3" },
  "app-device-unknown":         { check: "app-version", verdict: "unknown", owner: "user", source: "aircall.md 3" },
  "app-devices-not-read":       { check: "app-version", verdict: "unknown", owner: "device-admin", source: "aircall.md 3" },

  "space-enough":               { check: "mailbox-space", verdict: "pass", details: ["used", "limit"], source: "guide 4" },
  "space-full":                 { check: "mailbox-space", verdict: "fail", owner: "mail-admin", details: ["used", "limit"], source: "guide 4" },
  "space-nearly-full":          { check: "mailbox-space", verdict: "unknown", owner: "mail-admin", details: ["used", "limit", "free"], source: "aircall.md 4.3" },
  "space-contradicted":         { check: "mailbox-space", verdict: "unknown", owner: "mail-admin", details: ["figures"], source: "guide 4" },
  "space-limit-unknown":        { check: "mailbox-space", verdict: "unknown", owner: "mail-admin", details: ["used"], source: "aircall.md 4.3" },
  "space-not-in-report":        { check: "mailbox-space", verdict: "unknown", owner: "mail-admin", source: "aircall.md 4.3" },
  "space-names-concealed":      { check: "mailbox-space", verdict: "unknown", owner: "mail-admin", source: "aircall.md 4.3" },
  "space-not-read":             { check: "mailbox-space", verdict: "unknown", owner: "mail-admin", source: "guide 4" },

  "mail-proven":                { check: "mail-allowed", verdict: "pass", source: "guide 5" },
  "mail-blocked":               { check: "mail-allowed", verdict: "fail", owner: "mail-admin", source: "guide 5" },
  "mail-not-guaranteed":        { check: "mail-allowed", verdict: "unknown", owner: "mail-admin", source: "guide 5" },
  "mail-undecided":             { check: "mail-allowed", verdict: "unknown", owner: "mail-admin", source: "guide 5" },
  "mail-not-read":              { check: "mail-allowed", verdict: "unknown", owner: "mail-admin", source: "guide 5" },

  "links-intact":               { check: "links-not-rewritten", verdict: "pass", details: ["because"], source: "aircall.md 1.3" },
  "links-not-needed":           { check: "links-not-rewritten", verdict: "pass", source: "aircall.md 1.3" },
  "links-rewritten":            { check: "links-not-rewritten", verdict: "fail", owner: "mail-admin", details: ["policy"], source: "aircall.md 1.3" },
  "links-unknown":              { check: "links-not-rewritten", verdict: "unknown", owner: "mail-admin", details: ["because"], source: "aircall.md 1.3" },

  "outside-accepted":           { check: "accepts-outside-senders", verdict: "pass", source: "aircall.md 1.3" },
  "outside-refused":            { check: "accepts-outside-senders", verdict: "fail", owner: "mail-admin", details: ["setting"], source: "aircall.md 1.3" },
  "outside-undecided":          { check: "accepts-outside-senders", verdict: "unknown", owner: "mail-admin", source: "aircall.md 1.3" },
  "outside-not-read":           { check: "accepts-outside-senders", verdict: "unknown", owner: "mail-admin", source: "aircall.md 1.3" },
} as const satisfies Readonly<Record<string, ReasonDefinition>>;

export type ReasonCode = keyof typeof reasons;

/** @returns what the table says of a reason, widened. */
export const reasonOf = (code: ReasonCode): ReasonDefinition => reasons[code];
