/** What a code of the catalogue means. */

export type Severity = "error" | "warning" | "note";

/** What a finding of this code means; texts hold `{placeholders}` filled from a finding's details. */
export interface FindingDefinition {
  readonly about: "delivery" | "narrowness";
  readonly severity: Severity;
  readonly message: string;
  readonly fix: string;
  readonly source: string;
}
