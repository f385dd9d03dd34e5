/** Errors a behaviour ends with, and the gRPC status each becomes. */
import { Metadata, type ServerErrorResponse, type StatusObject, status } from "@grpc/grpc-js";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { Any } from "google-protobuf/google/protobuf/any_pb";
import type { ValueObject } from "../../resources/value";
import { type Secrecy, send } from "./wire";

/** What was asked for cannot be done. The message says what to do. */
export class ProviderError extends Error {
  override readonly name = "ProviderError";

  /** @param code - gRPC status code; `INVALID_ARGUMENT` for bad input, `FAILED_PRECONDITION` for a refusal. */
  constructor(
    message: string,
    readonly code: status = status.FAILED_PRECONDITION,
  ) {
    super(message);
  }
}

/**
 * The resource exists but is not as asked for. It stays in the state with the reasons, and the next update goes on
 * from there.
 */
export class PartialFailure extends Error {
  override readonly name = "PartialFailure";

  /**
   * @param id - the resource's id.
   * @param outputs - its computed properties as far as they are known.
   * @param reasons - what was not done, why, and what to do; one sentence each.
   */
  constructor(
    readonly id: string,
    readonly outputs: object,
    readonly reasons: readonly string[],
  ) {
    super(reasons.join("\n"));
  }
}

/** Thrown by the runtime where our code is wrong, never by us on purpose. */
const isDefect = (error: Error): boolean =>
  error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError;

const messageOf = (error: unknown): string => {
  if (!(error instanceof Error)) return `the provider stopped unexpectedly: ${String(error)}`;
  // fetch wraps every network failure in a TypeError and tells the reason in its cause.
  if (error.cause instanceof Error) return `${error.message}: ${error.cause.message}`;
  return isDefect(error)
    ? `the provider stopped because of a defect in it, please report it: ${error.name}: ${error.message}`
    : error.message;
};

/** The status of an error. `signal` tells a stop that was asked for from a time limit that ran out. */
export const errorStatus = (
  error: unknown,
  signal: AbortSignal,
): ServerErrorResponse | Partial<StatusObject> => {
  if (signal.aborted && !(error instanceof PartialFailure)) return stopped(signal);
  const code = error instanceof ProviderError ? error.code : status.UNKNOWN;
  return { code, details: messageOf(error) };
};

const stopped = (signal: AbortSignal): Partial<StatusObject> =>
  signal.reason instanceof DOMException && signal.reason.name === "TimeoutError"
    ? {
        code: status.DEADLINE_EXCEEDED,
        details:
          "the time limit ran out before the tenant was done; run the command again, it goes on from where it stopped, or raise `customTimeouts` of the resource",
      }
    : {
        code: status.CANCELLED,
        details: "stopped as asked; run the command again, it goes on from where it stopped",
      };

/**
 * The status that makes the engine keep a resource in its state (pulumi.md 2.2).
 *
 * @param state - the resource's inputs and outputs as they are now.
 */
export const partialFailureStatus = (
  failure: PartialFailure,
  state: ValueObject,
  secrecy: Secrecy,
): Partial<StatusObject> => {
  const detail = new ErrorResourceInitFailed();
  detail.setId(failure.id);
  detail.setProperties(send(state, secrecy));
  detail.setReasonsList([...failure.reasons]);
  const any = new Any();
  any.pack(detail.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
  const rich = new Status();
  rich.setCode(status.UNKNOWN);
  rich.setMessage(failure.message);
  rich.addDetails(any);
  const metadata = new Metadata();
  metadata.add("grpc-status-details-bin", Buffer.from(rich.serializeBinary()));
  return { code: status.UNKNOWN, details: failure.message, metadata };
};
