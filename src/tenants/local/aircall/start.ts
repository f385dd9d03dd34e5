/** Starts an embedded Aircall company on this machine: its users over the public API's own protocol, to read only. */
import { once } from "node:events";
import type { AircallAnswer } from "./answers";
import { createRateLimit } from "./rate-limit";
import { createAircallServer, type SeenRequest } from "./server";
import { type StoredUser, storedUser, type UserSeed } from "./user-store";

export interface AircallCompanyOptions {
  readonly users: readonly UserSeed[];
  readonly apiId: string;
  readonly apiToken: string;
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** Requests a minute; 60 where absent, the lower of the two published figures (aircall.md 2.4). */
  readonly limitPerMinute?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** The running company. */
export interface AircallCompanyServer {
  readonly baseAddress: string;
  readonly port: number;
  /** Every request since the start, in order. */
  readonly requests: () => readonly SeenRequest[];
  /** Of these, the ones that were no GET; each was refused with 405. */
  readonly journal: () => readonly SeenRequest[];
  /** The next `count` requests get 429, with a reset in so many seconds. */
  readonly throttleNext: (count: number, resetInSeconds: number) => void;
  /** The next request gets this answer instead. */
  readonly answerNext: (answer: Omit<AircallAnswer, "isBroken">) => void;
  /** The connection of the next request breaks. */
  readonly dropNextRequest: () => void;
  /** Somebody is invited: a user at the end of the list. */
  readonly addUser: (user: UserSeed) => void;
  /** Somebody leaves. */
  readonly removeUser: (email: string) => void;
  /** Stops listening and breaks what is still open. */
  readonly close: () => Promise<void>;
}

/**
 * Starts the company.
 *
 * @throws Error of `node:net` where the port is taken.
 */
export const startAircallCompany = async (options: AircallCompanyOptions): Promise<AircallCompanyServer> => {
  const faults: AircallAnswer[] = [];
  const requests: SeenRequest[] = [];
  const limit = createRateLimit(options.limitPerMinute ?? 60);
  let users: readonly StoredUser[] = [];
  let added = 0;
  const server = createAircallServer({
    users: () => users,
    apiId: options.apiId,
    apiToken: options.apiToken,
    limit,
    now: options.now ?? Date.now,
    takeFault: () => faults.shift(),
    onRequest: (request) => {
      requests.push(request);
    },
  });
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  const baseAddress = `http://127.0.0.1:${port}`;
  const addUser = (user: UserSeed): void => {
    users = [...users, storedUser(user, added, baseAddress)];
    added += 1;
  };
  added = options.users.length;
  users = options.users.map((user, index) => storedUser(user, index, baseAddress));

  return {
    baseAddress,
    port,
    requests: () => [...requests],
    journal: () => requests.filter(({ method }) => method !== "GET"),
    throttleNext: limit.refuseNext,
    answerNext: (answer) => {
      faults.push(answer);
    },
    dropNextRequest: () => {
      faults.push({ status: 0, isBroken: true });
    },
    addUser,
    removeUser: (email) => {
      users = users.filter((user) => user.email !== email);
    },
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
