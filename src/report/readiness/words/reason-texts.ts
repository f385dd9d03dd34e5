/** What a language says for every answer of the table of reasons. */
import type { ReasonCode } from "../../../readiness/reasons";

export interface ReasonText {
  /** Why the check is answered so; `{name}` stands for a value of the answer. */
  readonly reason: string;
  /** What to do next; absent where nothing is to be done. */
  readonly action?: string;
}

export type ReasonTexts = Readonly<Record<ReasonCode, ReasonText>>;
