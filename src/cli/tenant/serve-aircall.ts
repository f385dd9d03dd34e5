/** Starts the embedded Aircall company for `tenant serve`. */
import { readUserList } from "../../readiness/inputs/users/read-user-list";
import { apiIdVariable, apiTokenVariable } from "../../tenants/aircall/credentials";
import { startAircallCompany } from "../../tenants/local/aircall/start";
import { seedsFromJson, type UserSeed } from "../../tenants/local/aircall/user-store";
import { readTextFile } from "../../tenants/read-text-file";
import { portOf, portProblem, type Serving } from "./serving";

export interface AircallServeOptions {
  readonly aircall: string;
  readonly aircallPort: string;
}

/** They guard nothing but this machine's own company. */
const key = { apiId: "embedded-aircall", apiToken: "embedded-aircall" } as const;

const expected = "a CSV file of users with a column Email, or JSON as Aircall's API tells users";

/** What Aircall does not hold itself, such as a row without an address, is left out. */
const seedsOf = async (file: string): Promise<readonly UserSeed[]> => {
  const text = await readTextFile(file, expected);
  if (/^\s*[[{]/u.test(text)) return seedsFromJson(text, file);
  const { users } = await readUserList(file);
  return users.map(({ email, name, invited }) => ({
    email,
    name,
    ...(invited === undefined ? {} : { created: invited }),
  }));
};

/** @throws InputError */
export const serveAircall = async ({ aircall, aircallPort }: AircallServeOptions): Promise<Serving> => {
  const port = portOf("--aircall-port", aircallPort);
  const users = await seedsOf(aircall);
  const server = await startAircallCompany({ ...key, users, port }).catch((error: unknown) => {
    throw portProblem(error, "--aircall-port", port, (other) => other);
  });
  return {
    announcement: [
      `An Aircall company of ${users.length} users listens on ${server.baseAddress}. Ctrl-C stops it.`,
      `Read it with: aircall-mailflow ready --aircall ${server.baseAddress}`,
      "",
      `export ${apiIdVariable}=${key.apiId}`,
      `export ${apiTokenVariable}=${key.apiToken}`,
    ],
    close: server.close,
  };
};
