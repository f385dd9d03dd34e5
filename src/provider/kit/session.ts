/** What one engine and this process know of each other: configuration, log, and the calls under way. */
import { status } from "@grpc/grpc-js";
import type { ValueObject } from "../../resources/value";
import { ProviderError } from "./errors";
import { type EngineLog, engineLog } from "./log";

export interface Session {
  /** A new engine: forgets the last one's cancellation. */
  readonly attach: (engineAddress: string | undefined) => void;
  readonly configure: (config: ValueObject) => void;
  /** The configuration. Throws where the engine has not given it yet. */
  readonly config: () => ValueObject;
  readonly log: () => EngineLog;
  /** Aborted by {@link Session.cancel}, or after the time limit where it is not 0. */
  readonly signal: (timeoutSeconds: number) => AbortSignal;
  readonly cancel: () => void;
  /** Counts a call as under way until it ends. */
  readonly during: <Result>(call: Promise<Result>) => Promise<Result>;
  /** Resolves when no call is under way. */
  readonly idle: () => Promise<void>;
}

/** @param engineAddress - host and port of the engine, where the process was given it. */
export const createSession = (engineAddress: string | undefined): Session => {
  let log = engineLog(engineAddress);
  let cancelled = new AbortController();
  let config: ValueObject | undefined;
  const underWay = new Set<Promise<unknown>>();

  const renew = (): void => {
    if (cancelled.signal.aborted) cancelled = new AbortController();
  };

  return {
    attach: (address) => {
      renew();
      if (address === undefined || address === "") return;
      log.close();
      log = engineLog(address);
    },
    configure: (given) => {
      renew();
      config = given;
    },
    config: () => {
      if (config !== undefined) return config;
      throw new ProviderError(
        "the provider is not configured yet: it needs `tenant`",
        status.FAILED_PRECONDITION,
      );
    },
    log: () => log,
    signal: (timeoutSeconds) =>
      timeoutSeconds > 0
        ? AbortSignal.any([cancelled.signal, AbortSignal.timeout(Math.ceil(timeoutSeconds * 1000))])
        : cancelled.signal,
    cancel: () => cancelled.abort(),
    during: async (call) => {
      underWay.add(call);
      try {
        return await call;
      } finally {
        underWay.delete(call);
      }
    },
    idle: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
};
