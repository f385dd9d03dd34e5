/** Regular expressions that a backtracking engine may take forever over. Part of the reference evaluator. */

/** What was read of a group, or of the whole pattern. */
interface Level {
  /** Something inside may repeat without end. */
  repeats: boolean;
  /** First character of each alternative; empty where it is none, or not a plain one. */
  firsts: string[];
  /** Whether the present alternative has begun. */
  begun: boolean;
}

const fresh = (): Level => ({ repeats: false, firsts: [], begun: false });

const token = /\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?|\)|\||[*+]\??|\{\d+,\d*\}\??|./gsu;
const isEndless = (text: string): boolean => /^(?:[*+]|\{\d+,\})/u.test(text);

/** Alternatives that begin alike can be taken in more than one way. */
const beginAlike = (firsts: readonly string[]): boolean =>
  firsts.length > 1 && (firsts.includes("") || new Set(firsts).size < firsts.length);

/** Whether a repetition stands inside a repetition, or repeats alternatives that begin alike: time may double with each character. */
export const mayExplode = (pattern: string): boolean => {
  const levels: Level[] = [fresh()];
  const tokens = pattern.match(token) ?? [];
  const begin = (text: string): void => {
    const level = levels.at(-1);
    if (level === undefined || level.begun) return;
    level.begun = true;
    level.firsts.push(/^[\p{L}\p{N} ]$/u.test(text) ? text.toLowerCase() : "");
  };
  for (const [place, text] of tokens.entries()) {
    const level = levels.at(-1) ?? fresh();
    if (text.startsWith("(")) {
      begin("");
      levels.push(fresh());
    } else if (text === "|") level.begun = false;
    else if (text === ")") {
      levels.pop();
      const repeated = isEndless(tokens[place + 1] ?? "");
      if (repeated && (level.repeats || beginAlike(level.firsts))) return true;
      const outer = levels.at(-1);
      if (outer !== undefined && level.repeats) outer.repeats = true;
    } else if (isEndless(text)) level.repeats = true;
    else begin(text);
  }
  return false;
};
