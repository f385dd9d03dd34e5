/** What Check tells the policies of the tenant: the rest of it, or why it could not be read. */
import { containsUnknown } from "../../../resources/compare";
import { printedRule } from "../../../resources/exchange/desired-rules";
import type { AircallInputs } from "../../../resources/exchange/judgement";
import { type Observation, observe, rulesIn } from "../../../resources/exchange/observed";
import type { ProviderConfig } from "../../../resources/generated/provider";
import { isUnknown } from "../../../resources/unknown";
import { isObject, type Value, type ValueObject } from "../../../resources/value";
import { isExchangeError } from "../../../tenants/exchange/exchange-error";
import type { NativeExport } from "../../../tenants/exchange/export/native-export";
import type { RawObject } from "../../../tenants/exchange/export/properties";
import { InputError } from "../../../tenants/input-error";
import { type CallContext, ProviderError } from "../../kit";
import type { Connect } from "../connection";
import { usersOf } from "./properties";
import { knownRules, ruleNames } from "./rule-inputs";
import { readLiveTenant, readSavedTenant } from "./tenant-reading";

/** Reads tenants, each once in a few seconds: the engine checks in the preview and again in the update. */
export type ReadForCheck = (
  inputs: ValueObject,
  context: CallContext<ProviderConfig>,
) => Promise<NativeExport>;

const keptMilliseconds = 5_000;

/** `aircall` as far as its values are known. */
const knownAircall = (value: Value | undefined): AircallInputs | undefined =>
  isObject(value)
    ? Object.fromEntries(Object.entries(value).filter(([, part]) => !containsUnknown(part)))
    : undefined;

/** @param now - milliseconds since 1970. */
export const createReadForCheck = (connect: Connect, now: () => number): ReadForCheck => {
  const recent = new Map<string, { readonly at: number; readonly reading: Promise<NativeExport> }>();
  return async (inputs, { config, signal }) => {
    if (typeof inputs.tenantExport === "string") return readSavedTenant(inputs.tenantExport);
    const connection = connect(config);
    const desired = knownRules(inputs.rules).map(printedRule);
    const { recipientGroup: group, recipients: users } = knownAircall(inputs.aircall) ?? {};
    const key = JSON.stringify([config, connection.sequences(), desired, group ?? "", users ?? []]);
    const known = recent.get(key);
    if (known !== undefined && now() - known.at < keptMilliseconds) return known.reading;
    const reading = readLiveTenant(connection.reader, desired, { users, group }, signal);
    recent.clear();
    recent.set(key, { at: now(), reading });
    reading.catch(() => recent.delete(key));
    return reading;
  };
};

/** Errors that say something about the tenant or the way to it, and nothing about the resource. */
const isUnreadable = (error: unknown): error is Error =>
  (isExchangeError(error) && error.kind !== "cancelled") ||
  error instanceof InputError ||
  error instanceof ProviderError;

const provenBefore = (olds: ValueObject | undefined): boolean => {
  const observed = olds?.observed;
  return isObject(observed) && observed.provenOnce === true;
};

export interface Seen {
  readonly observed: Observation;
  /** The tenant's rules as printed, where they were read just now. */
  readonly live?: readonly RawObject[];
}

/**
 * Observes the tenant for the verdict on these inputs. A tenant that cannot be read is told as a problem, which the
 * policies judge: check does not fail for it.
 *
 * @param inputs - in normal form; they may hold values to come.
 */
export const observation = async (
  inputs: ValueObject,
  olds: ValueObject | undefined,
  context: CallContext<ProviderConfig>,
  readForCheck: ReadForCheck,
  now: Date,
): Promise<Seen> => {
  const source = inputs.tenantExport === undefined ? "live" : "export";
  if (isUnknown(inputs.tenantExport))
    return { observed: { source, problem: "the path in `tenantExport` is not known before the update." } };
  const aircall = knownAircall(inputs.aircall);
  try {
    const read = await readForCheck(inputs, context);
    const observed = observe(read, {
      source,
      now,
      owned: new Set([...ruleNames(inputs.rules), ...ruleNames(olds?.rules)]),
      desired: knownRules(inputs.rules).map(printedRule),
      provenBefore: provenBefore(olds),
      ...(aircall?.senders === undefined ? {} : { senders: aircall.senders }),
      ...(aircall?.assume === undefined ? {} : { assume: aircall.assume }),
      ...(aircall?.otherUsers === undefined ? {} : { otherUsers: aircall.otherUsers }),
      ...usersOf(aircall),
    });
    const isLive = source === "live" && read["Get-TransportRule"] !== undefined;
    return isLive ? { observed, live: rulesIn(read) } : { observed };
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return { observed: { source, problem: error.message } };
  }
};
