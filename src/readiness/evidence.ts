/** What answers rest on and are told with. */
import type { Answer } from "./check";
import type { Source } from "./facts";
import type { ReasonCode } from "./reasons";

/** Of many devices or rows of one mailbox, so many are given as evidence. */
export const mostEvidence = 50;

export const sourcesOf = (facts: readonly { readonly source: Source }[]): readonly Source[] =>
  facts.map(({ source }) => source);

/** Where something was read, in no language: `users.csv:4`. */
export const placeOf = (source: Source): string => {
  switch (source.kind) {
    case "line":
      return `${source.file.slice(Math.max(source.file.lastIndexOf("/"), source.file.lastIndexOf("\\")) + 1)}:${source.line}`;
    case "object":
      return source.object;
    case "request":
      return source.request;
  }
};

/** Of answers whose text has no placeholder; one for all. */
export const noDetails: Readonly<Record<string, string>> = {};

/** An answer whose reason says all there is to say. */
export const plainAnswer = (reason: ReasonCode, evidence: Answer["evidence"]): Answer => ({
  reason,
  details: noDetails,
  evidence,
});
