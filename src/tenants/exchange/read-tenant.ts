/** Reads a live tenant into the native export: one list of objects per cmdlet; a key that is absent was not read (design 7). */
import { ExchangeError } from "./exchange-error";
import type { NativeExport } from "./export/native-export";
import { type CmdletObject, isCmdletObject, objectsWithIdentity } from "./identity";
import type { BatchResult } from "./invoke-command/batch";
import type { ExchangeClient } from "./invoke-command/client";
import { callOf, joined, labelled, type Outcome, ownerIdentity } from "./read-outcome";
import { readPlan } from "./read-plan";
import type { CmdletReading } from "./reading";

/** A cmdlet that could not be read, and why in plain words. */
export interface NotRead {
  readonly cmdlet: string;
  readonly why: string;
}

/** One step of a long read: a cmdlet came to its end (`objects` or `notRead`), or is `done` for some of `total` owners. */
export interface ReadProgress {
  readonly cmdlet: string;
  readonly objects?: number;
  readonly notRead?: string;
  readonly done?: number;
  readonly total?: number;
}

export interface ReadTenantOptions {
  /** Read these only; all of the plan where absent. */
  readonly cmdlets?: readonly string[];
  /** Read statistics, junk lists and inbox rules too: of every mailbox, or of those named. Off where absent. */
  readonly mailboxes?: boolean | readonly string[];
  readonly onProgress?: (progress: ReadProgress) => void;
  readonly signal?: AbortSignal;
}

export interface ReadTenantResult {
  readonly tenant: NativeExport;
  readonly notRead: readonly NotRead[];
}

const namedOwners = (owners: readonly CmdletObject[], named: readonly string[]): readonly CmdletObject[] => {
  const chosen = new Set(named.flatMap((identity) => objectsWithIdentity(owners, identity)));
  return owners.filter((owner) => chosen.has(owner));
};

/**
 * Reads what a mail-flow model needs, ten cmdlets per request.
 *
 * @returns the export, and what could not be read with the reason (a missing role, a cmdlet the licence lacks): those
 * keys are absent, never empty.
 * @throws {@link ExchangeError} where the tenant as a whole cannot be read: wrong credential, no network, throttled.
 */
export const readExchangeTenant = async (
  client: ExchangeClient,
  options: ReadTenantOptions = {},
): Promise<ReadTenantResult> => {
  const { cmdlets, mailboxes = false, onProgress, signal } = options;
  const unknown = cmdlets?.find((cmdlet) => !readPlan.some((reading) => reading.cmdlet === cmdlet));
  if (unknown !== undefined) {
    throw new ExchangeError({
      kind: "bad-input",
      problem: `${unknown} is not one of the cmdlets an export reads.`,
      nextStep: `Choose from ${readPlan.map((reading) => reading.cmdlet).join(", ")}.`,
    });
  }
  const wanted = readPlan.filter(
    (reading) =>
      (cmdlets === undefined || cmdlets.includes(reading.cmdlet)) &&
      (reading.per?.label !== "Mailbox" || mailboxes !== false),
  );
  const owners = new Set(wanted.map((reading) => reading.per?.of));
  const lists = readPlan.filter(
    (reading) => reading.per === undefined && (wanted.includes(reading) || owners.has(reading.cmdlet)),
  );
  const outcomes = new Map<string, Outcome>();
  const batchOptions = signal === undefined ? {} : { signal };
  const settle = (reading: CmdletReading, outcome: Outcome): void => {
    outcomes.set(reading.cmdlet, outcome);
    if (wanted.includes(reading)) {
      onProgress?.({
        cmdlet: reading.cmdlet,
        ...("why" in outcome ? { notRead: outcome.why } : { objects: outcome.objects.length }),
      });
    }
  };

  const listCalls = lists.flatMap((reading) =>
    reading.calls.map((parameters) => ({ reading, call: callOf(reading, parameters) })),
  );
  const pending = new Map(lists.map((reading) => [reading, reading.calls.length]));
  const answers = new Map<number, BatchResult>();
  await client.invokeBatch(
    listCalls.map(({ call }) => call),
    {
      ...batchOptions,
      onResult: (index, result) => {
        answers.set(index, result);
        const reading = listCalls[index]?.reading;
        const left = reading === undefined ? 0 : (pending.get(reading) ?? 0) - 1;
        if (reading !== undefined) {
          pending.set(reading, left);
        }
        if (reading !== undefined && left === 0) {
          const own = listCalls.flatMap((entry, at) =>
            entry.reading === reading ? (answers.get(at) ?? []) : [],
          );
          settle(reading, joined(reading, own));
        }
      },
    },
  );

  for (const reading of wanted) {
    const { per } = reading;
    if (per === undefined) {
      continue;
    }
    const source = outcomes.get(per.of);
    if (source === undefined || "why" in source) {
      settle(reading, { why: `${per.of}, which it follows, was not read.` });
      continue;
    }
    const all = source.objects.filter(isCmdletObject).filter((object) => per.where?.(object) ?? true);
    const chosen = per.label === "Mailbox" && Array.isArray(mailboxes) ? namedOwners(all, mailboxes) : all;
    const reachable = chosen.filter((owner) => ownerIdentity(owner) !== undefined);
    const calls = reachable.map((owner) => callOf(reading, per.parameters(ownerIdentity(owner) ?? "")));
    let done = 0;
    const results = await client.invokeBatch(calls, {
      ...batchOptions,
      onResult: () => {
        done += 1;
        onProgress?.({ cmdlet: reading.cmdlet, done, total: calls.length });
      },
    });
    settle(reading, labelled(reading, reachable, results));
  }

  const tenant: Record<string, readonly unknown[]> = {};
  const notRead: NotRead[] = [];
  for (const { cmdlet } of wanted) {
    const outcome = outcomes.get(cmdlet);
    if (outcome === undefined || "why" in outcome) {
      notRead.push({ cmdlet, why: outcome?.why ?? "It was not asked for." });
    } else {
      tenant[cmdlet] = outcome.objects;
    }
  }
  return { tenant, notRead };
};
