/** Languages of expressions that this program writes, whose texts are tested without an automaton. */
import { fromRegularExpression, type Known, type Language } from "./language";
import { holdsOneOf } from "./literals";

const isAscii = (text: string): boolean => !/[^\p{ASCII}]/u.test(text);

/** The engine refuses expressions that are much longer. */
const longestExpression = 5_000;

/**
 * The same for an expression of our own without assertions: texts are tested by the engine's regular expressions.
 * Never for one that somebody else wrote, on which those may take for ever.
 * @param literals folded texts, one of which is in every match, but for the case of its letters.
 * @param examples folded texts that it matches.
 */
export const fromOwnExpression = (
  source: string,
  { literals: all = [], examples }: Omit<Known, "accepts"> = {},
): Language => {
  const literals = all.length > 0 && all.every(isAscii) ? all : undefined;
  if (source.length > longestExpression)
    return fromRegularExpression(source, "disable", { literals, examples });
  const mayMatch = holdsOneOf(literals);
  let expression: RegExp | undefined;
  const accepts = (text: string): boolean => {
    if (!mayMatch(text)) return false;
    expression ??= new RegExp(`^(?:${source})$`, "iu");
    return expression.test(text);
  };
  return fromRegularExpression(source, "disable", { accepts, literals, examples });
};
