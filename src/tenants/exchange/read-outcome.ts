/** From answers to what was read of one cmdlet, or why it was not. */
import { type ExchangeError, isExchangeError } from "./exchange-error";
import { type CmdletObject, isCmdletObject, textProperty } from "./identity";
import type { BatchResult } from "./invoke-command/batch";
import type { CmdletCall } from "./invoke-command/call";
import type { CmdletReading } from "./reading";

/** Failures that concern one cmdlet; every other one ends the whole read. */
const concernsOneCmdlet = (error: unknown): error is ExchangeError =>
  isExchangeError(error, "forbidden", "refused", "not-found", "invalid-answer");

const whyNot = (error: ExchangeError): string => `${error.problem} ${error.nextStep}`;

const trimmed = (reading: CmdletReading, value: unknown): unknown => {
  if (!isCmdletObject(value)) {
    return value;
  }
  const { keep, drop, add } = reading;
  const kept = Object.entries(value).filter(
    ([property]) => (keep === undefined || keep.includes(property)) && drop?.includes(property) !== true,
  );
  return { ...add, ...Object.fromEntries(kept) };
};

/** What to call an object by in the next cmdlet. */
export const ownerIdentity = (owner: CmdletObject): string | undefined =>
  ["Guid", "Identity", "PrimarySmtpAddress", "Name"]
    .map((property) => textProperty(owner, property))
    .find((text) => text !== undefined);

/** How the items of an object name it in the export. */
export const ownerLabel = (owner: CmdletObject): string =>
  textProperty(owner, "PrimarySmtpAddress") ??
  textProperty(owner, "Name") ??
  textProperty(owner, "Identity") ??
  "";

/** The call of a reading. */
export const callOf = (
  reading: CmdletReading,
  parameters: Readonly<Record<string, unknown>>,
): CmdletCall => ({
  cmdlet: reading.cmdlet,
  parameters,
  ...(reading.keep === undefined ? {} : { select: reading.keep }),
});

/** The objects of a cmdlet, or why there are none. */
export type Outcome = { readonly objects: readonly unknown[] } | { readonly why: string };

/** The objects of several answers together; one that failed makes the whole unread. */
export const joined = (reading: CmdletReading, results: readonly BatchResult[]): Outcome => {
  const objects: unknown[] = [];
  for (const result of results) {
    if (!result.ok) {
      if (concernsOneCmdlet(result.error)) {
        return { why: whyNot(result.error) };
      }
      throw result.error;
    }
    for (const value of result.value) {
      objects.push(trimmed(reading, value));
    }
  }
  return { objects };
};

/** An owner that is gone by now has no items; any other failure would make an unread part look empty. */
export const labelled = (
  reading: CmdletReading,
  owners: readonly CmdletObject[],
  results: readonly BatchResult[],
): Outcome => {
  const { per } = reading;
  const objects: unknown[] = [];
  for (const [index, result] of results.entries()) {
    const owner = owners[index];
    if (per === undefined || owner === undefined || (!result.ok && result.error.kind === "not-found")) {
      continue;
    }
    const outcome = joined(reading, [result]);
    if ("why" in outcome) {
      return { why: `${ownerLabel(owner)}: ${outcome.why}` };
    }
    for (const value of outcome.objects) {
      objects.push(isCmdletObject(value) ? { ...value, [per.label]: ownerLabel(owner) } : value);
    }
  }
  return { objects };
};
