/** Why it is not sure that a message takes two ways. */
import { type Standing, standing } from "../exchange/transport-rules/region";
import type { MessageClass } from "../message-class";
import type { Way } from "./ways";

/** Reasons why it is in doubt: those of rules that are in doubt by themselves, or else all together. */
export const reasonsOf = (messages: MessageClass, ways: readonly Way[], stands: Standing): string => {
  if (stands.kind !== "undecided") return "";
  const own = ways.flatMap(({ region, spared }) =>
    [...region, ...spared].flatMap((constraint) => {
      const alone = standing(messages, [constraint]);
      return alone?.kind === "undecided" ? alone.because : [];
    }),
  );
  const reasons = own.length > 0 ? own : stands.because;
  return [...new Set(reasons)].sort().join("; ") || "the conditions are only known between bounds";
};
