/** What a hand-labelled tenant is. */
import type { DeclaredFacts } from "../../../../src/mailflow/facts";
import type { FindingCode } from "../../../../src/mailflow/finding";
import type { Message } from "../../../../src/mailflow/message";
import type {
  Certainty,
  DeliveryVerdict,
  ExchangeStage,
  NarrownessVerdict,
  Outcome,
  Scope,
} from "../../../../src/mailflow/outcome";
import type { ReferenceRow } from "./reference-rows";
import type { ExportWithDns } from "./tenant-builder";

export { aircallMessage } from "./aircall-message";
export type { NativeExport, RawObject } from "./healthy-tenant";
export * from "./tenant-builder";

export type Stage = ExchangeStage;

/** One finding of a tenant that is not proven. */
export interface ExpectedFinding {
  readonly stage: Stage;
  /** Name of the transport rule that causes it. */
  readonly rule?: string;
  /** Absent where the reference does not settle it. */
  readonly certainty?: Certainty;
  readonly outcome?: Outcome;
  /** Text that the finding's message must contain: the parameter, or the part that was not read. */
  readonly names?: string;
}

/** A moment at which the verdict changes by itself. */
export interface ExpectedChange {
  /** ISO moment, to the second. */
  readonly at: string;
  readonly verdict: DeliveryVerdict;
}

/** A concrete message on the same tenant, for the reference evaluator. */
export interface LabelledMessage {
  /** What differs from `aircallMessage`. */
  readonly message: Partial<Message>;
  readonly outcome: Outcome | "undecided";
  readonly why: string;
}

/** One tenant with the verdict that the reference demands for it. */
export interface LabelledTenant {
  /** The sentence it proves; unique. */
  readonly title: string;
  /** The sections that the label rests on. */
  readonly cites: string;
  /** The rows of those sections that it is a test of; `reference-coverage.test.ts` asks for each row once. */
  readonly rows?: readonly ReferenceRow[];
  readonly export: ExportWithDns;
  /** ISO moment of the decision; {@link defaultAsOf} where absent. */
  readonly asOf?: string;
  /** `organisation` where absent. */
  readonly scope?: Scope;
  /** What the company declares to know. */
  readonly facts?: DeclaredFacts;
  /** Addresses of the Aircall users; every recipient that was read where absent. */
  readonly users?: readonly string[];
  readonly verdict: DeliveryVerdict;
  /** Absent where the case says nothing about it. */
  readonly narrowness?: NarrownessVerdict;
  /** The decisive finding. */
  readonly finding?: ExpectedFinding;
  /** Findings that must all be there, where there is more than one. */
  readonly findings?: readonly ExpectedFinding[];
  /** Codes that no finding may have. */
  readonly absent?: readonly FindingCode[];
  /** Every later change of the delivery verdict, in order. */
  readonly changesAt?: readonly ExpectedChange[];
  readonly messages?: readonly LabelledMessage[];
}

export const defaultAsOf = "2026-11-22T12:00:00Z";

/** The stage a finding belongs to where a rule stamps SCL 5 to 9: anti-spam is where the stamp takes the mail away. */
export const stampedSclStage: Stage = "anti-spam";
