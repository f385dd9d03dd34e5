/** What `ready` is asked: options checked before any work, each wrong one named. */
import { realpath, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { LoginMethod } from "../../readiness/facts";
import { type LocaleName, localeNames } from "../../report/locales/locale";
import { type ReadinessFormat, readinessFormats } from "../../report/readiness/report";
import { aircallBaseAddress, checkedBaseAddress } from "../../tenants/aircall/base-address";
import { type AircallCredentials, aircallCredentials } from "../../tenants/aircall/credentials";
import { InputError } from "../../tenants/input-error";
import { choice, moment, senders } from "../options";
import { assertWritable } from "../write-file";

/** As the command line gives them. */
export interface ReadyOptions {
  readonly users?: string;
  /** `true`: Aircall's own address. */
  readonly aircall?: string | true;
  readonly devices?: readonly string[];
  readonly mailboxes?: readonly string[];
  readonly directory?: readonly string[];
  readonly exchange?: string;
  readonly asOf?: string;
  readonly senders?: string;
  readonly assume?: string;
  readonly login?: string;
  readonly format: string;
  readonly out?: string;
  readonly plan?: string;
  readonly mask?: boolean;
  readonly locale: string;
}

export interface AircallRequest extends AircallCredentials {
  readonly baseUrl: string;
}

export interface ReadyRequest {
  readonly users: string | undefined;
  readonly aircall: AircallRequest | undefined;
  readonly devices: readonly string[];
  readonly mailboxes: readonly string[];
  readonly directory: readonly string[];
  readonly exchange: string | undefined;
  readonly asOf: Date;
  readonly senders: readonly string[];
  readonly assume: string | undefined;
  readonly defaultLogin: LoginMethod | undefined;
  readonly format: ReadinessFormat;
  readonly out: string | undefined;
  readonly plan: string | undefined;
  readonly mask: boolean;
  readonly locale: LocaleName;
}

const logins: Readonly<Record<string, LoginMethod>> = { password: "password", sso: "single-sign-on" };

const loginOf = (given: string | undefined): LoginMethod | undefined =>
  given === undefined ? undefined : logins[choice("--login", Object.keys(logins), given)];

/** One path for one file, however it is written. */
const samePath = (file: string): Promise<string> => realpath(file).catch(() => resolve(file));

/** One file read twice would tell every fact twice. Different options may read one file: it may hold both. */
const assertEachOnce = async (option: string, files: readonly string[]): Promise<void> => {
  const seen = new Set<string>();
  for (const file of files) {
    const path = await samePath(file);
    if (seen.has(path))
      throw new InputError({ file: option, found: `${file} twice`, expected: "each file once" });
    seen.add(path);
  }
};

const assertOutside = async (option: string, output: string, inputs: readonly string[]): Promise<void> => {
  const path = await samePath(output);
  for (const input of inputs)
    if ((await samePath(input)) === path)
      throw new InputError({ file: option, found: `${output}, which is read`, expected: "another file" });
};

/** A folder that exists, or one that can be made in a folder that exists. */
const assertFolder = async (option: string, folder: string): Promise<void> => {
  if (folder === "") throw new InputError({ file: option, found: '""', expected: "a folder" });
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory() === true) return assertWritable(resolve(folder, "plan"));
  if (found !== undefined)
    throw new InputError({ file: option, found: `${folder}, which is a file`, expected: "a folder" });
  const above = await stat(dirname(resolve(folder))).catch(() => undefined);
  if (above?.isDirectory() !== true)
    throw new InputError({
      file: option,
      found: `${folder} in a folder that does not exist`,
      expected: "a folder, or a new one in an existing folder",
    });
  return assertWritable(resolve(folder));
};

/** What only the verdict on mail uses must not look as if it had been used. */
const assertUsed = (option: string, given: string | undefined, exchange: string | undefined): void => {
  if (given !== undefined && exchange === undefined)
    throw new InputError({
      file: option,
      found: "no --exchange, so it would change nothing",
      expected: "--exchange with an export of the mail system",
    });
};

const aircallOf = (
  given: string | true | undefined,
  environment: NodeJS.ProcessEnv,
): AircallRequest | undefined =>
  given === undefined
    ? undefined
    : {
        baseUrl: checkedBaseAddress(given === true ? aircallBaseAddress : given),
        ...aircallCredentials(environment),
      };

/**
 * Checks everything that can be checked before reading.
 *
 * @throws InputError, AircallError
 */
export const readyRequest = async (
  given: ReadyOptions,
  environment: NodeJS.ProcessEnv,
): Promise<ReadyRequest> => {
  const { users, devices = [], mailboxes = [], directory = [], exchange, assume, out, plan } = given;
  if (users === undefined && given.aircall === undefined)
    throw new InputError({
      file: "--users",
      found: "nothing",
      expected: "a CSV file of the Aircall users, or --aircall to read them from Aircall",
    });
  assertUsed("--senders", given.senders, exchange);
  assertUsed("--assume", assume, exchange);
  const request: ReadyRequest = {
    users,
    devices,
    mailboxes,
    directory,
    exchange,
    assume,
    out,
    plan,
    format: choice("--format", readinessFormats, given.format),
    locale: choice("--locale", localeNames, given.locale),
    defaultLogin: loginOf(given.login),
    asOf: moment("--as-of", given.asOf),
    senders: senders("--senders", given.senders),
    mask: given.mask ?? false,
    aircall: aircallOf(given.aircall, environment),
  };
  await assertEachOnce("--devices", devices);
  await assertEachOnce("--mailboxes", mailboxes);
  await assertEachOnce("--directory", directory);
  const read = [users, exchange, assume, ...devices, ...mailboxes, ...directory];
  const inputs = read.filter((file) => file !== undefined);
  if (out !== undefined) {
    await assertOutside("--out", out, inputs);
    await assertWritable(out);
  }
  if (plan !== undefined) await assertFolder("--plan", plan);
  return request;
};
