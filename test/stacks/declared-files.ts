/** Files of a project in a folder of its own, read as the program reads them. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConfigurationError, exchangeConfiguration, readConfiguration } from "../../stacks/configuration";
import { readUserList, type UserList } from "../../stacks/user-list";

export const now = new Date("2026-11-22T12:00:00Z");

/** Header and rows of a file. */
export type Lines = readonly string[];

/** What a project with these files and this configuration declares; `users` is `users.csv` where it says nothing. */
export const declaredUsers = async (
  files: Readonly<Record<string, Lines>>,
  configuration: Readonly<Record<string, unknown>> = {},
  moment: Date = now,
): Promise<UserList> => {
  const folder = mkdtempSync(join(tmpdir(), "aircall-mailflow-stack-"));
  try {
    for (const [name, lines] of Object.entries(files))
      writeFileSync(join(folder, name), `${lines.join("\n")}\n`);
    const read = readConfiguration(exchangeConfiguration, "exchange", {
      users: "users.csv",
      ...configuration,
    });
    assert.ok(typeof read.users === "string");
    return await readUserList({ ...read, users: read.users }, folder, moment);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** What is wrong with such a project, in lines. */
export const declaredProblem = async (...project: Parameters<typeof declaredUsers>): Promise<string> => {
  const error = await declaredUsers(...project).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof ConfigurationError, String(error));
  return error.message;
};
