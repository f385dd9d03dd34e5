/** A message trace held against one tenant: what every format of the report is written from. */
import type { Evidence } from "../../mailflow/hold-evidence";
import { exitCodeOf, type Scope } from "../../mailflow/outcome";
import type { Locale } from "../locales/locale";
import type { EvidenceVerdict, EvidenceWords } from "./words";

export interface HeldEvidence {
  readonly tenant: string;
  readonly asOf: Date;
  readonly scope: Scope;
  readonly evidence: Evidence;
}

export interface EvidenceLocale {
  readonly locale: Locale;
  readonly words: EvidenceWords;
}

/** The loudest thing that any row says; a row that only may be Aircall's says nothing for sure. */
export const evidenceVerdict = ({ judged }: Evidence): EvidenceVerdict => {
  const sure = judged.filter(({ origin }) => origin.isSure).map(({ judgement }) => judgement);
  if (sure.includes("contradicts-proven") || sure.includes("contradicts-block")) return "contradicted";
  if (sure.includes("shows-stop")) return "stopped";
  return sure.includes("confirms") ? "confirmed" : "nothing";
};

/** 1 for a contradiction or mail that was stopped; else what the verdict itself ends with, at best 3 where doubt was seen. */
export const exitCodeOfEvidence = ({ evidence }: HeldEvidence): 0 | 1 | 3 => {
  const seen = evidenceVerdict(evidence);
  if (seen === "contradicted" || seen === "stopped") return 1;
  const { verdict, narrowness } = evidence.decision;
  const decided = exitCodeOf(verdict, narrowness.verdict);
  return decided === 0 && evidence.findings.length > 0 ? 3 : decided;
};
