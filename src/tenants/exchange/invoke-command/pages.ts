/** Reads one page of an answer and follows the pages behind it (exchange-online.md 1.4). */
import { ExchangeError, isExchangeError } from "../exchange-error";
import { withoutAnnotations } from "./annotations";
import type { CallSafety } from "./call";
import { readErrorBody } from "./error-body";
import { failureOf, invalidAnswer } from "./failures";
import { pageSchema, parsedJson } from "./replies";

export interface Page {
  readonly value: readonly unknown[];
  readonly warnings: readonly string[];
  /** Where the next page is, as the service wrote it. */
  readonly next: string | undefined;
}

const textOf = (warning: unknown): string =>
  typeof warning === "string" ? warning : JSON.stringify(warning);

/**
 * The page in a successful answer.
 *
 * @throws {@link ExchangeError} `invalid-answer` where it is none; the service's own error where a 200 holds one.
 */
export const readPage = (
  what: string,
  safety: CallSafety,
  body: unknown,
  text: string,
  headerWarning?: string | null,
): Page => {
  const parsed = pageSchema.safeParse(body);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const detail =
      issue === undefined ? "it has another shape" : `${issue.path.join(".") || "it"}: ${issue.message}`;
    throw invalidAnswer(what, safety, detail, text);
  }
  const page = parsed.data;
  if (typeof page.error === "object" && page.error !== null && readErrorBody(text).structured) {
    throw failureOf({ what, safety, status: 200, body: text });
  }
  if (safety === "read" && page.value === undefined) {
    throw invalidAnswer(what, safety, "it holds no list of objects", text);
  }
  return {
    value: (page.value ?? []).map(withoutAnnotations),
    warnings: [
      ...(page["@adminapi.warnings"] ?? []).map(textOf),
      ...(headerWarning === null || headerWarning === undefined || headerWarning === ""
        ? []
        : [headerWarning]),
    ],
    next: page["@odata.nextLink"] ?? page["odata.nextLink"] ?? undefined,
  };
};

/** The page in an answer that came as text. A write may answer with nothing at all. */
export const readPageText = (
  what: string,
  safety: CallSafety,
  text: string,
  headerWarning?: string | null,
): Page => {
  const body = text.trim() === "" && safety !== "read" ? {} : parsedJson(text);
  if (body === undefined) {
    throw invalidAnswer(what, safety, "it is not JSON", text);
  }
  return readPage(what, safety, body, text, headerWarning);
};

/** What was collected of one call so far. */
export interface Collected {
  readonly value: unknown[];
  readonly warnings: Set<string>;
  readonly links: Set<string>;
  restarted: boolean;
}

/** An empty collection. */
export const createCollected = (): Collected => ({
  value: [],
  warnings: new Set(),
  links: new Set(),
  restarted: false,
});

/**
 * Whether a failure on a later page may be a link that lapsed (it lives 5 to 10 minutes): then everything is asked
 * again from page 1, once.
 */
export const restartAfter = (collected: Collected, error: unknown): boolean => {
  if (collected.restarted || !isExchangeError(error, "refused", "not-found", "invalid-answer")) {
    return false;
  }
  collected.restarted = true;
  collected.value.length = 0;
  collected.links.clear();
  return true;
};

/** Adds a page and returns the link behind it; a link that came before would go on for ever. */
export const addPage = (collected: Collected, what: string, page: Page): string | undefined => {
  for (const item of page.value) {
    collected.value.push(item);
  }
  for (const warning of page.warnings) {
    collected.warnings.add(warning);
  }
  if (page.next === undefined) {
    return undefined;
  }
  if (collected.links.has(page.next)) {
    throw new ExchangeError({
      kind: "invalid-answer",
      problem: `The pages of ${what} run in a circle.`,
      nextStep: "Try again; if it stays so, report it with the name of the tenant's region.",
      cmdlet: what,
    });
  }
  collected.links.add(page.next);
  return page.next;
};
