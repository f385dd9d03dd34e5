/** Aircall apps on people's devices, from exports of device management or a list kept by hand (aircall.md 3). */
import type { DeviceEntry, Platform } from "../../facts";
import { shownValue } from "../notice-log";
import { type Reading, type ReadOptions, type RowContext, readTable, requireFacts } from "../read-table";
import { versionReader } from "./app-version";
import { type DeviceField, type DeviceFormat, deviceFormats } from "./formats";
import { readGamApplication } from "./gam-application";
import { readPlatform } from "./platform";

export const expectedDevices =
  "a CSV file of devices: an export of Intune, Jamf Pro or GAM, or a list with the columns Email, Platform, App, App version";

export interface DeviceList extends Reading {
  readonly devices: readonly DeviceEntry[];
}

type Context = RowContext<DeviceField, DeviceFormat>;
type App = Pick<DeviceEntry, "app" | "version">;

const namesAircall = (text: string): boolean => /aircall/iu.test(text);

/**
 * The row's app; `undefined` where it is another one, or where a device reports none. What has a version and no name
 * may be Aircall's.
 */
const appReader = (context: Context): ((cells: readonly string[], line: number) => App | undefined) => {
  const { table, log, at } = context;
  const [name, identifier] = [table.cell("app"), table.cell("appId")];
  const readVersion = versionReader(context);
  const isTemplate = table.format.isTemplate === true;
  if (table.has("applications")) {
    const applications = table.cell("applications");
    return (cells, line) => {
      const text = applications(cells);
      const read = readGamApplication(text);
      if (!namesAircall(read === undefined ? text : `${read.name} ${read.packageName}`)) return undefined;
      if (read !== undefined) return { app: read.name || read.packageName, version: read.version };
      log.add("application-unreadable", at(line), { column: table.header("applications") });
      return { app: shownValue(text), version: "" };
    };
  }
  return (cells, line) => {
    const app = name(cells) || identifier(cells);
    if (app !== "" && !namesAircall(app) && !namesAircall(identifier(cells))) return undefined;
    const version = readVersion(cells, line);
    return app === "" && version === "" && !isTemplate ? undefined : { app, version };
  };
};

interface NamedPlatform {
  readonly platform: Platform;
  readonly platformText: string;
}

const platformReader = ({ table }: Context): ((cells: readonly string[]) => NamedPlatform) => {
  const { platform: implied } = table.format;
  if (implied !== undefined) {
    const named = { platform: readPlatform(implied), platformText: implied };
    return () => named;
  }
  const [first, second] = [table.cell("platform"), table.cell("secondPlatform")];
  return (cells) => {
    const texts = [first(cells), second(cells)].filter((text) => text !== "");
    const platformText = texts.find((text) => readPlatform(text) !== "other") ?? texts[0] ?? "";
    return { platform: readPlatform(platformText), platformText };
  };
};

const deviceReader = (context: Context, add: (entry: DeviceEntry) => void) => {
  const { table, log, at } = context;
  const app = appReader(context);
  const platform = platformReader(context);
  const [device, model] = [table.cell("device"), table.cell("model")];
  let others = 0;
  return {
    take: (cells: readonly string[], line: number): void => {
      const found = app(cells, line);
      if (found === undefined) {
        others += 1;
        return;
      }
      const email = context.address(cells, line);
      if (email === undefined) return;
      const { platform: kind, platformText } = platform(cells);
      add({
        email,
        platform: kind,
        platformText,
        app: found.app,
        version: found.version,
        device: device(cells) || model(cells),
        source: at(line),
      });
    },
    end: (): void => {
      if (others > 0) log.add("apps-left-out", at(table.headerLine), { number: String(others) });
    },
  };
};

/**
 * The Aircall apps in a CSV file of devices; other apps are left out and counted.
 *
 * @throws InputError where the file is none of the known tables, or no row of an Aircall app names an address.
 */
export const readDevices = async (file: string, options: ReadOptions = {}): Promise<DeviceList> => {
  const devices: DeviceEntry[] = [];
  const { notices, unusable } = await readTable<DeviceField, DeviceFormat>(
    {
      file,
      expected: expectedDevices,
      formats: deviceFormats,
      begin: (context) => deviceReader(context, (entry) => devices.push(entry)),
    },
    options,
  );
  requireFacts(file, devices.length, unusable);
  return { devices, notices, unusable };
};
