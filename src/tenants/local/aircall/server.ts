/** The HTTP side of the embedded Aircall company: key, limit, GET only. */
import { timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AircallAnswer, answerGet, refusal } from "./answers";
import type { RateLimit } from "./rate-limit";
import type { StoredUser } from "./user-store";

/** One request that came. */
export interface SeenRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
}

export interface ServerParts {
  readonly users: () => readonly StoredUser[];
  readonly apiId: string;
  readonly apiToken: string;
  readonly limit: RateLimit;
  readonly now: () => number;
  /** The answer that is to come instead of the next one, if there is one. */
  readonly takeFault: () => AircallAnswer | undefined;
  readonly onRequest: (request: SeenRequest) => void;
}

const isSame = (given: string, expected: string): boolean => {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
};

/** Nobody said who it is: 401; a key that is not known: 403. */
const keyRefusal = (header: string | undefined, parts: ServerParts): AircallAnswer | undefined => {
  const [, encoded] = /^Basic\s+([A-Za-z0-9+/=]+)$/iu.exec(header ?? "") ?? [];
  if (encoded === undefined)
    return { ...refusal(401, "Unauthorized"), headers: { "WWW-Authenticate": "Basic" } };
  const given = Buffer.from(encoded, "base64").toString("utf8");
  return isSame(given, `${parts.apiId}:${parts.apiToken}`) ? undefined : refusal(403, "Forbidden");
};

const answerOf = (request: IncomingMessage, parts: ServerParts): AircallAnswer => {
  const { method = "", url = "/", headers } = request;
  parts.onRequest({ method, path: url });
  const fault = parts.takeFault();
  if (fault !== undefined) return fault;
  // Reading is all that this program ever does with an Aircall company.
  if (method !== "GET") return { ...refusal(405, "Method not allowed"), headers: { Allow: "GET" } };
  const refused = keyRefusal(headers.authorization, parts);
  if (refused !== undefined) return refused;
  const { headers: limits, isPassed } = parts.limit.take(parts.now());
  if (!isPassed) return { ...refusal(429, "Too many requests"), headers: limits };
  const address = new URL(url, `http://${headers.host ?? "127.0.0.1"}`);
  const answer = answerGet(parts.users(), address);
  return { ...answer, headers: { ...limits, ...answer.headers } };
};

const send = (response: ServerResponse, answer: AircallAnswer): void => {
  if (answer.isBroken === true) {
    response.destroy();
    return;
  }
  const isText = typeof answer.body === "string";
  const type = isText ? "text/html" : "application/json";
  response.writeHead(answer.status, { "Content-Type": `${type}; charset=utf-8`, ...answer.headers });
  response.end(isText ? answer.body : JSON.stringify(answer.body ?? {}));
};

/** The server, not listening yet. */
export const createAircallServer = (parts: ServerParts): Server =>
  createServer((request, response) => {
    // The body of a request that is refused anyway is not kept.
    request.resume();
    let answer: AircallAnswer;
    try {
      answer = answerOf(request, parts);
    } catch {
      // An address that cannot be decoded.
      answer = refusal(400, "Bad request");
    }
    send(response, answer);
  });
