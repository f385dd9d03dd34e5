/** One application as GAM prints it in the column `applications` with `oneappperrow`: name, package, version, code and permissions, joined by hyphens. */

export interface GamApplication {
  readonly name: string;
  readonly packageName: string;
  readonly version: string;
}

/** A package name holds points and no hyphen. */
const packageName = /-([A-Za-z]\w*(?:\.\w+)+|<None>)-/u;
/** A version may hold hyphens; its code is a number, and permissions hold no hyphen. */
const rest = /^([^,]*?)-(\d+|<None>)-(?:[\w.]+|<None>)(?:\/[\w.]*)*$/u;

const told = (text: string): string => (text === "<None>" ? "" : text);

/**
 * @returns `undefined` where the text is put together in another way; so is a list of several applications, which GAM
 * joins without `oneappperrow`: the version of another one must not be taken for Aircall's.
 */
export const readGamApplication = (text: string): GamApplication | undefined => {
  const found = packageName.exec(text);
  if (found === null) return undefined;
  const [, version] = rest.exec(text.slice(found.index + found[0].length)) ?? [];
  if (version === undefined) return undefined;
  if (version !== "<None>" && packageName.test(`-${version}-`)) return undefined;
  return {
    name: told(text.slice(0, found.index)),
    packageName: told(found[1] ?? ""),
    version: told(version),
  };
};
