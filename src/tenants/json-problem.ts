/** Finds where a text stops being JSON, and names that appear twice: `JSON.parse` tells neither on every Node.js. */

/** A place in a text; both count from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

export interface JsonProblem extends TextPlace {
  /** What stands there, in words that follow "found". */
  readonly found: string;
  /** What JSON allows there. */
  readonly expected: string;
}

const token =
  /[ \t\r\n]*(?:([{}[\],:])|("(?:[ !#-[\]-\u{10ffff}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.]))/uy;

/** What may come next. */
type Expectation = "value" | "value or ]" | "name" | "name or }" | ":" | ", or }" | ", or ]" | "end";

const expectations: Readonly<Record<Expectation, string>> = {
  value: "a value",
  "value or ]": "a value or ]",
  name: "a name in double quotes",
  "name or }": "a name in double quotes or }",
  ":": "a colon",
  ", or }": "a comma or }",
  ", or ]": "a comma or ]",
  end: "the end of the file",
};

export const placeOf = (text: string, offset: number): TextPlace => {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  return { line, column: offset - before.lastIndexOf("\n") };
};

const describe = (text: string, offset: number): string => {
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  if (offset >= text.length) return "the end of the file";
  if (character === '"') {
    const line = text.slice(offset, offset + 400).split("\n", 1)[0] ?? "";
    return /"(?:[^"\\]|\\.)*"/su.test(line)
      ? "a text with a character that must be escaped"
      : "a text that does not end";
  }
  const word = /^[^\s{}[\],:"]{1,20}/u.exec(text.slice(offset, offset + 80))?.[0];
  return JSON.stringify(word ?? character);
};

interface Visit {
  /** A name of an object at this depth; 1 is the outermost. */
  readonly name: (name: string, depth: number, offset: number) => void;
}

/** Walks the tokens of a text; the problem, or `undefined` where it is JSON. */
const walk = (text: string, visit: Visit): JsonProblem | undefined => {
  const open: ("{" | "[")[] = [];
  let next: Expectation = "value";
  let offset = 0;
  const afterValue = (): Expectation =>
    open.length === 0 ? "end" : open.at(-1) === "{" ? ", or }" : ", or ]";
  for (;;) {
    token.lastIndex = offset;
    const match = token.exec(text);
    const [, sign, quoted, literal] = match ?? [];
    const at: number =
      match === null
        ? offset + (/[ \t\r\n]*/uy.exec(text.slice(offset))?.[0].length ?? 0)
        : token.lastIndex - (sign ?? quoted ?? literal ?? "").length;
    const fail = (): JsonProblem => ({
      ...placeOf(text, at),
      found: describe(text, at),
      expected: expectations[next],
    });
    if (match === null) return next === "end" && at >= text.length ? undefined : fail();
    const takesValue = next === "value" || next === "value or ]";
    if (literal !== undefined) {
      if (!takesValue) return fail();
      next = afterValue();
    } else if (quoted !== undefined) {
      if (next === "name" || next === "name or }") {
        visit.name(JSON.parse(quoted), open.length, at);
        next = ":";
      } else if (takesValue) next = afterValue();
      else return fail();
    } else if (sign === "{" || sign === "[") {
      if (!takesValue) return fail();
      open.push(sign);
      next = sign === "{" ? "name or }" : "value or ]";
    } else if (sign === "}" || sign === "]") {
      const closes: readonly Expectation[] =
        sign === "}" ? ["name or }", ", or }"] : ["value or ]", ", or ]"];
      if (!closes.includes(next)) return fail();
      open.pop();
      next = afterValue();
    } else if (sign === ",") {
      if (next !== ", or }" && next !== ", or ]") return fail();
      next = next === ", or }" ? "name" : "value";
    } else {
      if (next !== ":") return fail();
      next = "value";
    }
    offset = token.lastIndex;
  }
};

/** Where and why a text is no JSON; `undefined` where it is. Cost: one pass. */
export const jsonProblem = (text: string): JsonProblem | undefined => walk(text, { name: () => undefined });

/** The names of the outermost object in order, with the offset of each, repeated ones included. */
export const topLevelNames = (
  text: string,
): readonly { readonly name: string; readonly offset: number }[] => {
  const names: { name: string; offset: number }[] = [];
  walk(text, {
    name: (name, depth, offset) => {
      if (depth === 1) names.push({ name, offset });
    },
  });
  return names;
};
