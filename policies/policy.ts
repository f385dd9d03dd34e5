/** What a policy on the tenant's transport rules is: one pure function from a judgement to violations. */
import type { Finding } from "../src/mailflow/finding";
import type { Judgement, TransportRulesInputs } from "../src/resources/exchange/judgement";
import type { Observed } from "../src/resources/exchange/observed";

export type Level = "mandatory" | "advisory";

export interface PolicyText {
  readonly id: string;
  /** The compliant condition in one sentence. */
  readonly description: string;
  readonly level: Level;
  readonly severity: "low" | "medium" | "high" | "critical";
  readonly why: string;
  readonly howToFix: string;
}

export interface Judged {
  readonly inputs: TransportRulesInputs;
  readonly observed: Observed;
  readonly judgement: Judgement;
}

/** A policy about `mailflow:exchange:TransportRules`. */
export interface TransportRulesPolicy extends PolicyText {
  /** One text per violation; none where the condition holds. */
  readonly violations: (judged: Judged) => readonly string[];
}

/** A finding as a violation: what happens, the witness in one line, what to do, and where the whole is shown. */
export const violationText = ({ code, message, fix, witness }: Finding): string => {
  const shown =
    witness === undefined
      ? ""
      : `\n  Message that shows it: from ${witness.from}, subject "${witness.subject}".`;
  return `${message}${shown}\n  To do: ${fix}\n  In full: npx aircall-mailflow explain ${code}`;
};
