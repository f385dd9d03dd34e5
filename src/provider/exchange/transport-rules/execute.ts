/** Carries out the steps of a plan, each read back before the next. */
import { isExchangeError } from "../../../tenants/exchange/exchange-error";
import type { ExchangeClient } from "../../../tenants/exchange/invoke-command/client";
import {
  createTransportRule,
  disableTransportRule,
  enableTransportRule,
  removeTransportRule,
  updateTransportRule,
} from "../../../tenants/exchange/write-transport-rules";
import type { Log } from "../../kit";
import { describeStep, type Step } from "./standing-rules";

/** A run that ended before its last step. */
export interface Interrupted {
  /** Steps that were carried out. */
  readonly done: number;
  /** What happened and what to do; one sentence each. */
  readonly reason: string;
}

export interface Carrying {
  readonly client: ExchangeClient;
  readonly signal: AbortSignal;
  readonly log: Log;
}

/** One step. Returns what the service remarked, and the GUID of a rule that was made. */
const carryOut = async (
  client: ExchangeClient,
  step: Step,
  guid: string,
): Promise<{ readonly guid?: string; readonly warnings: readonly string[] }> => {
  switch (step.kind) {
    case "create": {
      const { name, position: priority, enabled, parameters } = step;
      const { rule, warnings } = await createTransportRule(client, { name, priority, enabled, parameters });
      return { guid: rule.guid, warnings };
    }
    case "change": {
      const { set, clear, position } = step;
      const priority = position === undefined ? {} : { priority: position };
      return updateTransportRule(client, guid, { set, clear, ...priority });
    }
    case "enable":
      return enableTransportRule(client, guid);
    case "disable":
      return disableTransportRule(client, guid);
    case "remove":
      await removeTransportRule(client, guid);
      return { warnings: [] };
  }
};

/** Whether a step that failed may have changed the tenant all the same. */
const mayHaveWritten = (error: unknown): boolean =>
  !isExchangeError(error, "forbidden", "refused", "unauthorized", "bad-input", "throttled", "unreachable") ||
  error.mayHaveBeenApplied;

/**
 * Carries out steps one after the other. Stops between two of them where it is told to.
 *
 * @returns why it ended early, or `undefined` where every step was carried out.
 * @throws ExchangeError where the first step fails: nothing was written then.
 */
export const execute = async (
  steps: readonly Step[],
  { client, signal, log }: Carrying,
): Promise<Interrupted | undefined> => {
  const made = new Map<string, string>();
  for (const [done, step] of steps.entries()) {
    if (signal.aborted && done > 0)
      return { done, reason: "Stopped as asked; run the command again, it goes on from here." };
    signal.throwIfAborted();
    log.status(`step ${done + 1} of ${steps.length}: ${describeStep(step)}`);
    try {
      const { guid, warnings } = await carryOut(client, step, made.get(step.key) ?? step.key);
      if (guid !== undefined) made.set(step.key, guid);
      for (const warning of warnings) log.warning(warning);
    } catch (error) {
      if (done === 0 && !mayHaveWritten(error)) throw error;
      const what = error instanceof Error ? error.message : String(error);
      return { done, reason: `To ${describeStep(step)} failed: ${what}` };
    }
  }
  return undefined;
};
