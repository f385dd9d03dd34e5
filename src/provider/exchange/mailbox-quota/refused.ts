/** Why a mailbox could not be lifted, and what to do. */
import { formatSize, parseSize } from "../../../mailflow/size";
import { isExchangeError } from "../../../tenants/exchange/exchange-error";
import type { Floor } from "./properties";

const sizes = /\d[\d.,]*\s*[KMGT]?B\b(?:\s*\([\d.,\s]+bytes\))?/giu;

/** The largest size below the wanted one that the service names: what the licence allows (exchange-online.md 4.1). */
const capIn = (text: string, wanted: number): string | undefined => {
  const named = [...text.matchAll(sizes)].flatMap(([found]) => {
    const size = parseSize(found);
    return typeof size === "number" && size < wanted ? [size] : [];
  });
  return named.length === 0 ? undefined : formatSize(Math.max(...named));
};

/** One sentence or two: the mailbox, the cap where it is known, and a way out. */
export const whyNotLifted = (mailbox: string, floor: Floor, error: unknown): string => {
  const text = error instanceof Error ? error.message : String(error);
  if (!isExchangeError(error, "refused")) return `The mailbox ${mailbox} was not lifted: ${text}`;
  const { prohibitSendReceiveQuota: wanted } = floor;
  const size = parseSize(wanted);
  const cap = capIn(error.problem, typeof size === "number" ? size : Number.POSITIVE_INFINITY);
  const limit = cap === undefined ? "" : `: its licence allows at most ${cap}`;
  const way = cap === undefined ? "Lower the floor" : `Lower the floor to ${cap}`;
  return `The mailbox ${mailbox} cannot have ${wanted}${limit}. ${error.problem} ${way}, or give the mailbox a licence with more room.`;
};
