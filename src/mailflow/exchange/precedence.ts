/** Who wins where a setting allows or blocks what the service's filter judged: the table of exchange-online.md 3.4. */
import type { FilterVerdict } from "../message";

/**
 * What becomes of a message. `filter`: the verdict's own action stands, or the inbox where it is clean. `none`: the setting
 * has nothing to say about such mail.
 */
export type Ruling =
  | "filter"
  | "delivered"
  | "delivered-if-dmarc-passes"
  | "phish-action"
  | "spam-action"
  | "spoof-action"
  | "quarantined"
  | "rejected"
  | "none";

/** The columns of the table: verdicts that the settings treat alike. */
export const verdictGroups = ["malware", "high-confidence-phish", "phish", "spoof", "spam", "clean"] as const;

export type VerdictGroup = (typeof verdictGroups)[number];

/** Spam, high-confidence spam and bulk are one column; so are phish and spoof but for spoof pairs. */
export const verdictGroupOf = (verdict: Exclude<FilterVerdict, "impersonation">): VerdictGroup => {
  switch (verdict) {
    case "high-confidence-spam":
    case "spam":
    case "bulk":
      return "spam";
    default:
      return verdict;
  }
};

type Row = Readonly<Record<VerdictGroup, Ruling>>;

// biome-ignore format: one setting, one line, as in the reference
const rows = {
  "rule-bypass":           { malware: "filter", "high-confidence-phish": "filter", phish: "delivered", spoof: "delivered", spam: "delivered", clean: "none" },
  "rule-spam":             { malware: "filter", "high-confidence-phish": "filter", phish: "phish-action", spoof: "phish-action", spam: "spam-action", clean: "spam-action" },
  "ip-allow":              { malware: "filter", "high-confidence-phish": "filter", phish: "delivered-if-dmarc-passes", spoof: "delivered-if-dmarc-passes", spam: "delivered", clean: "none" },
  "ip-block":              { malware: "rejected", "high-confidence-phish": "rejected", phish: "rejected", spoof: "rejected", spam: "rejected", clean: "rejected" },
  "policy-allow":          { malware: "filter", "high-confidence-phish": "filter", phish: "delivered", spoof: "delivered", spam: "delivered", clean: "none" },
  "policy-block":          { malware: "filter", "high-confidence-phish": "filter", phish: "phish-action", spoof: "phish-action", spam: "spam-action", clean: "spam-action" },
  "tenant-list-allow":     { malware: "filter", "high-confidence-phish": "filter", phish: "delivered", spoof: "delivered", spam: "delivered", clean: "none" },
  "tenant-list-block":     { malware: "quarantined", "high-confidence-phish": "quarantined", phish: "quarantined", spoof: "quarantined", spam: "quarantined", clean: "quarantined" },
  "spoof-pair-allow":      { malware: "none", "high-confidence-phish": "none", phish: "none", spoof: "delivered", spam: "filter", clean: "none" },
  "spoof-pair-block":      { malware: "none", "high-confidence-phish": "none", phish: "spoof-action", spoof: "spoof-action", spam: "spoof-action", clean: "spoof-action" },
} as const satisfies Readonly<Record<string, Row>>;

/** A setting of the organisation that allows or blocks. */
export type Setting = keyof typeof rows;

export const settings = Object.keys(rows) as readonly Setting[];

/** What becomes of a message of that verdict where this setting, and no other, covers it. */
export const rulingOf = (setting: Setting, verdict: VerdictGroup): Ruling => rows[setting][verdict];

/** Whether the setting takes every verdict that a tenant can lift out of the question (3.4: all but the first two). */
export const bypasses = (setting: Setting): boolean =>
  (["phish", "spoof", "spam"] as const).every((verdict) =>
    rulingOf(setting, verdict).startsWith("delivered"),
  );

/** What one user's own list does, by the verdict's group (exchange-online.md 3.4). */
export type UserRuling = "filter" | "inbox" | "junk" | "tenant-action";

// biome-ignore format: one list, one line, as in the reference
const userRows = {
  "safe-sender":    { malware: "filter", "high-confidence-phish": "filter", phish: "inbox", spoof: "inbox", spam: "inbox", clean: "inbox" },
  "blocked-sender": { malware: "filter", "high-confidence-phish": "filter", phish: "tenant-action", spoof: "tenant-action", spam: "junk", clean: "junk" },
} as const satisfies Readonly<Record<string, Readonly<Record<VerdictGroup, UserRuling>>>>;

export type UserList = keyof typeof userRows;

export const userRulingOf = (list: UserList, verdict: VerdictGroup): UserRuling => userRows[list][verdict];

/** Who wins where a user's list contradicts the organisation (exchange-online.md 3.4, last points). */
// biome-ignore format: one conflict, one line
export const conflicts = {
  "blocked-sender over an allow of the organisation": "user",
  "safe-sender over a Tenant Allow/Block List block": "organisation",
  "safe-sender over an anti-spam block":              "user",
  "safe-sender over a DMARC policy honoured":         "user",
  "safe-sender over a rule's SCL block":              "user",
} as const satisfies Readonly<Record<string, "user" | "organisation">>;
