/** One gRPC call: how a handler is run and how its answer or error leaves. */
import type { handleUnaryCall } from "@grpc/grpc-js";
import { status } from "@grpc/grpc-js";
import type { ValueObject } from "../../resources/value";
import type { CallContext, RegisteredBehaviour } from "./behaviour";
import { errorStatus, PartialFailure, ProviderError, partialFailureStatus } from "./errors";
import type { Plugin } from "./plugin";
import type { Session } from "./session";
import { definedSecrecy, stateOf } from "./state";
import { eitherSecret, type Received } from "./wire";

/** What handlers share. */
export interface Serving {
  readonly plugin: Plugin;
  readonly session: Session;
}

/** Runs work as a gRPC handler. Nothing thrown leaves without a status (pulumi.md 1.7). */
export const unary =
  <Request, Response>(
    { session }: Serving,
    work: (request: Request, signal: AbortSignal) => Promise<Response> | Response,
    timeoutSeconds: (request: Request) => number = () => 0,
  ): handleUnaryCall<Request, Response> =>
  (call, answer) => {
    const signal = session.signal(timeoutSeconds(call.request));
    const run = async (): Promise<Response> => {
      try {
        return await work(call.request, signal);
      } finally {
        await session.log().flush();
      }
    };
    session.during(run()).then(
      (response) => answer(null, response),
      (error: unknown) => answer(error instanceof WithStatus ? error.status : errorStatus(error, signal)),
    );
  };

/** An error whose status is known already. */
class WithStatus extends Error {
  constructor(readonly status: ReturnType<typeof partialFailureStatus>) {
    super("the resource exists but is not as asked for");
  }
}

/** Runs a write. Where it is partial, the state that is kept has the inputs asked for. */
export const written = async <Result>(
  { definition }: RegisteredBehaviour,
  asked: Received,
  write: () => Promise<Result>,
): Promise<Result> => {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof PartialFailure)) throw error;
    const secrecy = eitherSecret(asked.secrecy, definedSecrecy(definition));
    throw new WithStatus(
      partialFailureStatus(error, stateOf(definition, asked.values, error.outputs), secrecy),
    );
  }
};

interface Addressed {
  getUrn(): string;
  getType(): string;
}

/** Older engines name the type in the URN only: `urn:pulumi:stack::project::parent$type::name`. */
const tokenOf = (request: Addressed): string =>
  request.getType() || (request.getUrn().split("::")[2]?.split("$").at(-1) ?? "");

/** The behaviour a request is for. */
export const behaviourFor = ({ plugin }: Serving, request: Addressed): RegisteredBehaviour => {
  const token = tokenOf(request);
  const found = plugin.behaviours.find(({ definition }) => definition.token === token);
  if (found !== undefined) return found;
  const served = plugin.behaviours.map(({ definition }) => definition.token).join(", ");
  throw new ProviderError(
    `${plugin.name} ${plugin.version} has no resource type ${token}, only ${served}: use the program and the provider of one version`,
    status.UNIMPLEMENTED,
  );
};

/** What a behaviour may use during the call. */
export const contextOf = (
  { session }: Serving,
  request: Addressed,
  signal: AbortSignal,
  added: ValueObject = {},
): CallContext<ValueObject> => ({
  config: session.config(),
  signal,
  log: session.log().about(request.getUrn()),
  urn: request.getUrn(),
  added,
});
