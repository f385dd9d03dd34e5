/** The HTTP side of the embedded tenant: routes, bodies, one command at a time. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createSerialQueue } from "../../exchange/invoke-command/serial-queue";
import { runBatch } from "./batch";
import { cmdletsOf } from "./cmdlets";
import { type CommandService, invokeCommand } from "./invoke-command";
import type { Throttle } from "./throttle";
import type { Tokens } from "./tokens";
import type { WireAnswer } from "./wire";

export interface ServerParts {
  readonly service: CommandService;
  readonly tenant: string;
  readonly tokens: Tokens;
  readonly throttle: Throttle;
  /** Called once per request to the admin API. */
  readonly onRequest: () => void;
}

const largestBody = 16 * 1024 * 1024;

const readBody = async (request: IncomingMessage): Promise<string | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const buffer = Buffer.from(chunk as Uint8Array);
    size += buffer.length;
    if (size > largestBody) {
      return undefined;
    }
    chunks.push(buffer);
  }
  return Buffer.concat(chunks).toString("utf8");
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

const send = (response: ServerResponse, answer: WireAnswer): void => {
  if (answer.broken === true) {
    response.destroy();
    return;
  }
  const body =
    answer.body === undefined
      ? ""
      : typeof answer.body === "string"
        ? answer.body
        : JSON.stringify(answer.body);
  const type = typeof answer.body === "string" ? "text/plain" : "application/json";
  response.writeHead(answer.status, { "Content-Type": `${type}; charset=utf-8`, ...answer.headers });
  response.end(body);
};

const serverError = (error: unknown): WireAnswer => ({
  status: 500,
  body: {
    error: { code: "InternalServerError", message: error instanceof Error ? error.message : String(error) },
  },
});

const adminPath = /^\/adminapi\/(beta|v1\.0)\/([^/]+)\/([^/]+)$/;
const tokenPath = /^\/([^/]+)\/oauth2\/v2\.0\/token$/;

const sameTenant = (segment: string, tenant: string): boolean =>
  decodeURIComponent(segment).toLowerCase() === tenant.toLowerCase();

/** The server, not listening yet. */
export const createTenantServer = ({ service, tenant, tokens, throttle, onRequest }: ServerParts): Server => {
  const inOrder = createSerialQueue();

  const answerAdmin = async (
    request: IncomingMessage,
    address: URL,
    resource: string,
    text: string,
  ): Promise<WireAnswer> => {
    onRequest();
    const now = service.context.now().getTime();
    if (!tokens.accepts(request.headers.authorization, now)) {
      return { status: 401, headers: { "WWW-Authenticate": 'Bearer error="invalid_token"' } };
    }
    const wait = throttle.waitSeconds(now);
    if (wait !== undefined) {
      return {
        status: 429,
        headers: { "Retry-After": String(wait), "Rate-Limit-Remaining": "0" },
        body: {
          error: {
            code: "TooManyRequests",
            message: "The maximum number of concurrent requests per tenant is exceeded.",
          },
        },
      };
    }
    if (resource === "EXOModuleFile" && request.method === "GET") {
      const names = [...cmdletsOf(service.state(), service.allowed).values()].map(({ name }) => name);
      return { status: 200, body: { value: [{ exportedCmdlets: names }] } };
    }
    if (request.method !== "POST") {
      return { status: 405, headers: { Allow: "POST" } };
    }
    const headers = request.headers.prefer;
    const prefer = Array.isArray(headers) ? headers.join(", ") : headers;
    if (resource === "InvokeCommand") {
      return inOrder(() => invokeCommand(service, { address, prefer, body: parsed(text) }));
    }
    if (resource === "$batch") {
      return inOrder(() => runBatch(parsed(text), (command) => invokeCommand(service, command)));
    }
    return { status: 404 };
  };

  const answer = async (request: IncomingMessage): Promise<WireAnswer> => {
    const text = await readBody(request);
    if (text === undefined) {
      return { status: 413 };
    }
    const address = new URL(request.url ?? "/", `http://${request.headers.host ?? "127.0.0.1"}`);
    const token = tokenPath.exec(address.pathname);
    if (token?.[1] !== undefined && request.method === "POST") {
      return tokens.answer(
        decodeURIComponent(token[1]),
        new URLSearchParams(text),
        service.context.now().getTime(),
      );
    }
    const admin = adminPath.exec(address.pathname);
    return admin?.[2] !== undefined && admin[3] !== undefined && sameTenant(admin[2], tenant)
      ? answerAdmin(request, address, decodeURIComponent(admin[3]), text)
      : { status: 404 };
  };

  return createServer((request, response) => {
    answer(request)
      .catch(serverError)
      .then((result) => send(response, result))
      .catch(() => response.destroy());
  });
};
