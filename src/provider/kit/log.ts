/** Messages to the person at the command line, through the engine. */
import { credentials, Metadata } from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";

/** Messages about one resource. */
export interface Log {
  readonly debug: (message: string) => void;
  readonly info: (message: string) => void;
  readonly warning: (message: string) => void;
  readonly error: (message: string) => void;
  /** Progress: shown beside the resource until the next one, not kept. */
  readonly status: (message: string) => void;
}

export interface EngineLog {
  readonly about: (urn: string) => Log;
  /** Waits until everything said so far has arrived, so that it precedes the answer. */
  readonly flush: () => Promise<void>;
  readonly close: () => void;
}

/** A message may be lost, but never stops the work it tells of. */
const deadlineMilliseconds = 5_000;

/** @param address - host and port of the engine; without one, messages go nowhere. */
export const engineLog = (address: string | undefined): EngineLog => {
  const client = address === undefined ? undefined : new EngineClient(address, credentials.createInsecure());
  const pending = new Set<Promise<void>>();

  const say = (urn: string, severity: LogSeverity, message: string, ephemeral: boolean): void => {
    if (client === undefined) return;
    const request = new LogRequest();
    request.setUrn(urn);
    request.setSeverity(severity);
    request.setMessage(message);
    request.setEphemeral(ephemeral);
    const sent = new Promise<void>((resolve) => {
      client.log(request, new Metadata(), { deadline: Date.now() + deadlineMilliseconds }, () => resolve());
    });
    pending.add(sent);
    void sent.then(() => pending.delete(sent));
  };

  return {
    about: (urn) => ({
      debug: (message) => say(urn, LogSeverity.DEBUG, message, false),
      info: (message) => say(urn, LogSeverity.INFO, message, false),
      warning: (message) => say(urn, LogSeverity.WARNING, message, false),
      error: (message) => say(urn, LogSeverity.ERROR, message, false),
      status: (message) => say(urn, LogSeverity.INFO, message, true),
    }),
    flush: async () => {
      await Promise.all(pending);
    },
    close: () => client?.close(),
  };
};
