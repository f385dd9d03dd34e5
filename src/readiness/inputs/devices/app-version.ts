/** The version that people know of an app, where an export has it; a build number is called one (aircall.md 3). */
import { shownValue } from "../notice-log";
import type { RowContext } from "../read-table";
import type { DeviceField, DeviceFormat } from "./formats";

type Context = RowContext<DeviceField, DeviceFormat>;

export type ReadText = (cells: readonly string[], line: number) => string;

/** `8412` would be taken for a version above 8.5.0; `build 8412` is for none. */
const asBuild = (text: string): string => `build ${text}`;

const isBare = (text: string): boolean => /^\d+$/u.test(text);

/** Reads the short version, or else the version; empty where neither is given. */
export const versionReader = ({ table, log, at }: Context): ReadText => {
  const { versionIsBuild } = table.format;
  const short = table.cell("shortVersion");
  const field = table.has("version") || !table.has("plainVersion") ? "version" : "plainVersion";
  // Beside no app, a plain "version" would rather be the version of the system.
  if (field === "plainVersion" && !table.has("app")) {
    log.add("columns-ignored", at(table.headerLine), { columns: table.header(field) });
    return () => "";
  }
  const [version, column] = [table.cell(field), table.header(field)];
  const isBuild = (text: string): boolean =>
    versionIsBuild === "always" || (versionIsBuild === "where-bare" && isBare(text));
  return (cells, line) => {
    const known = short(cells);
    if (known !== "") return known;
    const text = version(cells);
    if (text === "" || !isBuild(text)) return text;
    log.add("version-is-build", at(line), { column, value: shownValue(text) });
    return asBuild(text);
  };
};
