/** What can go wrong while reading from Aircall, in one typed error with a plain text and a next step. */

/**
 * - `bad-input`: an address or a credential that cannot be used
 * - `unauthorized`: the key was not accepted
 * - `not-found`: nothing is served at this address
 * - `throttled`: Aircall kept asking to wait
 * - `unreachable`: no usable answer (network, time-out, 5xx)
 * - `invalid-answer`: an answer that is none of Aircall's API
 * - `cancelled`: the caller aborted
 */
export type AircallErrorKind =
  | "bad-input"
  | "unauthorized"
  | "not-found"
  | "throttled"
  | "unreachable"
  | "invalid-answer"
  | "cancelled";

export interface AircallErrorDetails {
  readonly kind: AircallErrorKind;
  /** What happened, in one or two plain sentences. Never a credential, never a user. */
  readonly problem: string;
  /** What the reader can do about it. */
  readonly nextStep: string;
  /** HTTP status of the answer, where there was one. */
  readonly status?: number;
}

/** The one error type of `src/tenants/aircall`. `message` is problem and next step together. */
export class AircallError extends Error {
  override readonly name = "AircallError";
  readonly kind: AircallErrorKind;
  readonly problem: string;
  readonly nextStep: string;
  readonly status: number | undefined;

  constructor(details: AircallErrorDetails, options?: ErrorOptions) {
    super(`${details.problem} ${details.nextStep}`, options);
    this.kind = details.kind;
    this.problem = details.problem;
    this.nextStep = details.nextStep;
    this.status = details.status;
  }
}
