/** Cuts answers into pages of at most 1000 objects behind links that lapse (exchange-online.md 1.4). */
import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { CmdletObject } from "../../exchange/identity";
import { CmdletError, exceptionTypes } from "./cmdlet-error";

export interface Page {
  readonly value: readonly CmdletObject[];
  /** The token of the next page. */
  readonly next: string | undefined;
}

interface Pending {
  readonly objects: readonly CmdletObject[];
  readonly offset: number;
  /** What was asked: the next page has to be asked for with the same body. */
  readonly body: unknown;
  readonly until: number;
}

export interface Pages {
  readonly first: (objects: readonly CmdletObject[], size: number, body: unknown, now: number) => Page;
  /** The page behind a token. @throws `CmdletError` where the link lapsed or the body is another one. */
  readonly following: (token: string, size: number, body: unknown, now: number) => Page;
  /** Lets every link lapse. */
  readonly lapse: () => void;
}

const largestPage = 1_000;

/** Objects per page that a `Prefer` header asks for, 1000 at most. */
export const pageSizeFrom = (prefer: string | undefined): number => {
  const asked = Number(/odata\.maxpagesize\s*=\s*(\d+)/i.exec(prefer ?? "")?.[1] ?? largestPage);
  return Math.min(largestPage, Math.max(1, asked));
};

/** Links live for `lifetime` milliseconds. */
export const createPages = (lifetime: number): Pages => {
  const pending = new Map<string, Pending>();

  const cut = (
    objects: readonly CmdletObject[],
    offset: number,
    size: number,
    body: unknown,
    now: number,
  ): Page => {
    for (const [token, { until }] of pending) {
      if (until <= now) {
        pending.delete(token);
      }
    }
    const end = offset + size;
    const value = objects.slice(offset, end);
    if (end >= objects.length) {
      return { value, next: undefined };
    }
    const token = randomUUID();
    pending.set(token, { objects, offset: end, body, until: now + lifetime });
    return { value, next: token };
  };

  return {
    first: (objects, size, body, now) => cut(objects, 0, size, body, now),
    following: (token, size, body, now) => {
      const page = pending.get(token);
      if (page === undefined || page.until <= now) {
        throw new CmdletError(exceptionTypes.page, "The continuation token is not valid any more.");
      }
      if (!isDeepStrictEqual(page.body, body)) {
        throw new CmdletError(exceptionTypes.page, "The continuation token belongs to another command.");
      }
      return cut(page.objects, page.offset, size, body, now);
    },
    lapse: () => pending.clear(),
  };
};
