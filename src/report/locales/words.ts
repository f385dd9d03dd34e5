/** The words of a report; each language has them all. `{name}` stands for a value. */
import type { FindingDefinition, Severity } from "../../mailflow/finding";
import type {
  Certainty,
  DeliveryVerdict,
  ExchangeStage,
  NarrownessVerdict,
  Outcome,
  Scope,
} from "../../mailflow/outcome";

export interface Words {
  readonly delivery: Readonly<Record<DeliveryVerdict, string>>;
  readonly deliverySays: Readonly<Record<DeliveryVerdict, string>>;
  readonly narrowness: Readonly<Record<NarrownessVerdict, string>>;
  readonly narrownessSays: Readonly<Record<NarrownessVerdict, string>>;
  readonly scope: Readonly<Record<Scope, string>>;
  readonly stage: Readonly<Record<ExchangeStage, string>>;
  readonly certainty: Readonly<Record<Certainty, string>>;
  readonly outcome: Readonly<Record<Outcome, string>>;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly about: Readonly<Record<FindingDefinition["about"], string>>;
  /** What stands between a label and its text, and between reasons. */
  readonly colon: string;
  readonly semicolon: string;
  /** `{date}`, `{scope}` */
  readonly asOf: string;
  readonly who: string;
  readonly why: string;
  readonly fix: string;
  readonly shownBy: string;
  /** Label of the line that tries a witness on the live tenant. */
  readonly liveTest: string;
  /** `{outcome}` */
  readonly endsAs: string;
  readonly passesFilter: string;
  readonly from: string;
  readonly envelope: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly empty: string;
  readonly allRecipients: string;
  readonly oneRecipient: string;
  /** `{count}` */
  readonly recipients: string;
  /** `{sample}` */
  readonly suchAs: string;
  readonly nothingFound: string;
  readonly forgedMail: string;
  readonly assumptions: string;
  /** `{count}` */
  readonly confirmedBy: string;
  readonly changes: string;
  readonly summary: string;
  readonly tenant: string;
  readonly file: string;
  readonly verdict: string;
  readonly notChecked: string;
  readonly finding: string;
  readonly findings: string;
  readonly severityLabel: string;
  readonly concerns: string;
  readonly meaning: string;
  readonly source: string;
  readonly codes: string;
}
