/** The words of an evidence report; each language has them all. `{name}` stands for a value. */
import type { Arrival, Judgement } from "../../mailflow/evidence";

/** What all rows together say. */
export type EvidenceVerdict = "contradicted" | "stopped" | "confirmed" | "nothing";

export interface EvidenceWords {
  readonly verdict: Readonly<Record<EvidenceVerdict, string>>;
  readonly says: Readonly<Record<EvidenceVerdict, string>>;
  /** `{verdict}` */
  readonly decided: string;
  /** `{rows}`, `{other}` */
  readonly counted: string;
  readonly judgement: Readonly<Record<Judgement, string>>;
  readonly arrival: Readonly<Record<Arrival, string>>;
  readonly perPair: string;
  readonly user: string;
  readonly sender: string;
  readonly decidedAs: string;
  readonly shows: string;
  readonly notRead: string;
  /** `{count}` */
  readonly morePairs: string;
  /** `{users}` */
  readonly unseen: string;
  /** `{addresses}` */
  readonly addresses: string;
  readonly remember: string;
  readonly limits: readonly string[];
}
