/** Property paths as the engine writes them: `rules["Allow Aircall"].setScl`, `rules[0].name`. */

/** The item of a keyed list, or the entry of a map. */
export interface Key {
  readonly key: string;
  /** Where the item stands, if that is the same before and after a change. */
  readonly position?: number;
}

/** Property names are text, positions are numbers. */
export type Path = readonly (string | number | Key)[];

const plainName = /^[A-Za-z_$][\w$]*$/u;

const inBrackets = (key: string): string => `["${key.replace(/["\\]/gu, "\\$&")}"]`;

/** Writes a path. Keys, and names that are no plain words, stand in brackets and quotes. */
export const formatPath = (path: Path): string => {
  let text = "";
  for (const segment of path) {
    if (typeof segment === "number") text += `[${segment}]`;
    else if (typeof segment === "object") text += inBrackets(segment.key);
    else if (plainName.test(segment)) text += text === "" ? segment : `.${segment}`;
    else text += inBrackets(segment);
  }
  return text;
};

/** Writes a path with positions in place of keys, as far as they are known: the form the engine finds values by. */
export const formatPositions = (path: Path): string =>
  formatPath(path.map((segment) => (typeof segment === "object" ? (segment.position ?? segment) : segment)));

const segmentPattern = /\.?([^.["\]]+)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]|\[(\*)\]/uy;

/** Reads a path; `*` stands for any one segment. Reads as far as the text is a path. */
export const parsePath = (text: string): Path => {
  const path: (string | number | Key)[] = [];
  segmentPattern.lastIndex = 0;
  for (let match = segmentPattern.exec(text); match !== null; match = segmentPattern.exec(text)) {
    const [, name, position, key, any] = match;
    if (position !== undefined) path.push(Number(position));
    else if (key !== undefined) path.push({ key: key.replace(/\\(.)/gu, "$1") });
    else path.push(name ?? any ?? "");
  }
  return path;
};

const nameOf = (segment: string | number | Key | undefined): string | number | undefined =>
  typeof segment === "object" ? segment.key : segment;

/** Whether `path` is the place `prefix` names or lies inside it. */
export const isInside = (path: Path, prefix: Path): boolean =>
  prefix.length <= path.length &&
  prefix.every((segment, index) => segment === "*" || nameOf(segment) === nameOf(path[index]));
