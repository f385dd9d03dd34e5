/** What can go wrong while reading or writing an Exchange tenant, in one typed error with a plain text and a next step. */

/**
 * - `not-found`: the object asked for does not exist
 * - `forbidden`: the app is known but lacks a role for this cmdlet
 * - `unauthorized`: the credential was not accepted
 * - `throttled`: the service kept asking to wait
 * - `unreachable`: no usable answer (network, time-out, 5xx)
 * - `invalid-answer`: an answer that does not follow the protocol
 * - `refused`: the cmdlet itself refused the request
 * - `wrong-object`: the answer is about another object than the one asked for
 * - `not-cleared`, `not-applied`: read back after a write, the tenant does not hold what was written
 * - `bad-input`: the caller asked for something that cannot be sent
 * - `cancelled`: the caller aborted
 */
export type ExchangeErrorKind =
  | "not-found"
  | "forbidden"
  | "unauthorized"
  | "throttled"
  | "unreachable"
  | "invalid-answer"
  | "refused"
  | "wrong-object"
  | "not-cleared"
  | "not-applied"
  | "bad-input"
  | "cancelled";

export interface ExchangeErrorDetails {
  readonly kind: ExchangeErrorKind;
  /** What happened, in one or two plain sentences. Never a credential. */
  readonly problem: string;
  /** What the reader can do about it. */
  readonly nextStep: string;
  readonly cmdlet?: string;
  /** HTTP status of the answer, where there was one. */
  readonly status?: number;
  /** The service's own exception type, such as `…ManagementObjectNotFoundException`. */
  readonly exceptionType?: string;
  /** The answer as it came, shortened; for a support case. */
  readonly raw?: string;
  /** Names of the parameters a `not-cleared` or `not-applied` is about. */
  readonly parameters?: readonly string[];
  /** True where the request may have been carried out although no answer arrived. */
  readonly mayHaveBeenApplied?: boolean;
}

/** The one error type of `src/tenants/exchange`. `message` is problem and next step together. */
export class ExchangeError extends Error {
  override readonly name = "ExchangeError";
  readonly kind: ExchangeErrorKind;
  readonly problem: string;
  readonly nextStep: string;
  readonly cmdlet: string | undefined;
  readonly status: number | undefined;
  readonly exceptionType: string | undefined;
  readonly raw: string | undefined;
  readonly parameters: readonly string[];
  readonly mayHaveBeenApplied: boolean;

  constructor(details: ExchangeErrorDetails, options?: ErrorOptions) {
    super(`${details.problem} ${details.nextStep}`, options);
    this.kind = details.kind;
    this.problem = details.problem;
    this.nextStep = details.nextStep;
    this.cmdlet = details.cmdlet;
    this.status = details.status;
    this.exceptionType = details.exceptionType;
    this.raw = details.raw;
    this.parameters = details.parameters ?? [];
    this.mayHaveBeenApplied = details.mayHaveBeenApplied ?? false;
  }
}

/** Whether a thrown value is an {@link ExchangeError}, of one of these kinds where any are given. */
export const isExchangeError = (
  error: unknown,
  ...kinds: readonly ExchangeErrorKind[]
): error is ExchangeError =>
  error instanceof ExchangeError && (kinds.length === 0 || kinds.includes(error.kind));

/** The same error, saying that an earlier try of the request may have been carried out. */
export const withDoubt = (error: ExchangeError): ExchangeError =>
  error.mayHaveBeenApplied
    ? error
    : new ExchangeError(
        {
          kind: error.kind,
          problem: error.problem,
          nextStep: error.nextStep,
          parameters: error.parameters,
          mayHaveBeenApplied: true,
          ...(error.cmdlet === undefined ? {} : { cmdlet: error.cmdlet }),
          ...(error.status === undefined ? {} : { status: error.status }),
          ...(error.exceptionType === undefined ? {} : { exceptionType: error.exceptionType }),
          ...(error.raw === undefined ? {} : { raw: error.raw }),
        },
        { cause: error },
      );
