/** Runs an embedded Aircall company with a reader whose waits cost no time. */
import assert from "node:assert/strict";
import { AircallError } from "../../../src/tenants/aircall/aircall-error";

import {
  type AircallUsers,
  type ReadUsersOptions,
  readAircallUsers,
} from "../../../src/tenants/aircall/read-users";
import { type AircallCompanyServer, startAircallCompany } from "../../../src/tenants/local/aircall/start";
import type { UserSeed } from "../../../src/tenants/local/aircall/user-store";

export const key = { apiId: "the-id-of-the-test", apiToken: "the-token-of-the-test" } as const;

export const people = (count: number): readonly UserSeed[] =>
  Array.from({ length: count }, (_, index) => ({
    email: `user${index + 1}@contoso.example`,
    name: `User ${index + 1}`,
  }));

export interface RunningCompany {
  readonly server: AircallCompanyServer;
  /** Milliseconds the reader was asked to sleep, in order; the clock of both sides moved on by them. */
  readonly sleeps: readonly number[];
  readonly read: (options?: Partial<ReadUsersOptions>) => Promise<AircallUsers>;
}

const start = Date.parse("2026-12-01T10:00:00Z");

/** Gives a test a company and takes it away afterwards. */
export const withCompany = async (
  users: readonly UserSeed[],
  test: (company: RunningCompany) => Promise<void>,
  limitPerMinute?: number,
): Promise<void> => {
  let now = start;
  const sleeps: number[] = [];
  const server = await startAircallCompany({
    ...key,
    users,
    now: () => now,
    ...(limitPerMinute === undefined ? {} : { limitPerMinute }),
  });
  try {
    await test({
      server,
      sleeps,
      read: (options) =>
        readAircallUsers({
          ...key,
          baseUrl: server.baseAddress,
          clock: () => now,
          sleep: async (milliseconds) => {
            sleeps.push(milliseconds);
            now += milliseconds;
          },
          ...options,
        }),
    });
  } finally {
    await server.close();
  }
};

/** The answers' `Date` is the machine's, the company's clock the test's: without it both tell the same time. */
export const withoutDate: typeof fetch = async (address, options) => {
  const reply = await fetch(address, options);
  const headers = new Headers(reply.headers);
  headers.delete("date");
  return new Response(await reply.text(), { status: reply.status, headers });
};

/** What was thrown; the key is never in it. */
export const failure = async (work: Promise<unknown>): Promise<AircallError> => {
  try {
    await work;
  } catch (error) {
    assert.ok(error instanceof AircallError, String(error));
    for (const secret of [key.apiToken, Buffer.from(`${key.apiId}:${key.apiToken}`).toString("base64")])
      assert.equal(error.message.includes(secret), false);
    return error;
  }
  return assert.fail("nothing was thrown");
};
