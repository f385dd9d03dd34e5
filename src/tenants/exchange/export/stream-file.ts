/** Reads an export that is too large to be held as a whole: item by item, each reduced to what is read of it. */
import { InputError } from "../../input-error";
import { jsonProblem } from "../../json-problem";
import { cutRecords, type JsonRecord } from "../../json-records";
import { streamTextFile } from "../../stream-text-file";
import { withKeptProperties } from "./kept-properties";
import { expectedExport } from "./recognise";

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** @param place what errors name besides the file. */
const parse = (bytes: Uint8Array, file: string, place: string): unknown => {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    throw new InputError({
      file,
      place,
      found: "bytes that are no UTF-8",
      expected: `${expectedExport}, saved as UTF-8 or UTF-16 (in PowerShell: Out-File -Encoding utf8)`,
    });
  }
  try {
    return JSON.parse(text);
  } catch {
    const problem = jsonProblem(text);
    throw new InputError({
      file,
      place,
      found: problem?.found ?? "JSON that cannot be read",
      expected: `${problem?.expected ?? "a value"}: the file is no JSON`,
    });
  }
};

/**
 * The object in a file as far as it is read: a name nobody reads has the value `null`, an item the properties that are read.
 *
 * @param partOf the cmdlet a name stands for in the native form, or `undefined`.
 * @param isRead whether anything else reads the values of a name.
 * @throws InputError that names file, place, what was found and what was expected.
 */
export const streamExport = async (
  file: string,
  partOf: (name: string) => string | undefined,
  isRead: (name: string) => boolean,
): Promise<Readonly<Record<string, unknown>>> => {
  const source: Record<string, unknown> = {};
  const seen = new Map<string, string>();
  const fail = (found: string, expected: string, place?: string): never => {
    throw new InputError({ file, ...(place === undefined ? {} : { place }), found, expected });
  };
  const wants = (name: string): boolean => {
    const part = partOf(name);
    const earlier = seen.get(part ?? name);
    // `JSON.parse` would keep the last of two equal names, and silently drop rules.
    if (part !== undefined && earlier !== undefined)
      fail(
        earlier === name ? `${name} for the second time` : `${name}, which is ${earlier} again`,
        "each cmdlet once: join the two lists",
      );
    seen.set(part ?? name, name);
    const isWanted = part !== undefined || isRead(name);
    if (!isWanted) source[name] = null;
    return isWanted;
  };
  const take = ({ name, isItem, bytes }: JsonRecord): void => {
    const cmdlet = partOf(name);
    const reduced = (value: unknown): unknown =>
      cmdlet === undefined ? value : withKeptProperties(cmdlet, value);
    const list = source[name];
    if (isItem && Array.isArray(list)) list.push(reduced(parse(bytes, file, `${name}[${list.length}]`)));
    else source[name] = reduced(parse(bytes, file, name));
  };
  const cutter = cutRecords({ wants, take, fail: ({ found, expected }) => fail(found, expected) });
  for await (const bytes of streamTextFile(file, expectedExport)) cutter.write(bytes);
  cutter.end();
  return source;
};
