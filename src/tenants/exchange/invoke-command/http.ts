/** One HTTP exchange with the service: bearer, cookies, redirects that stay inside its cloud, typed failures. */
import { randomUUID } from "node:crypto";
import { ExchangeError } from "../exchange-error";
import type { CallSafety } from "./call";
import { createCookieJar } from "./cookies";
import { trustedAddress } from "./hosts";

/** Where a bearer token comes from. `renew` asks for one that was not handed out before. */
export type TokenSource = (options?: { readonly renew?: boolean }) => Promise<string>;

export interface HttpRequest {
  /** What it is, for messages: a cmdlet, `$batch` or `EXOModuleFile`. */
  readonly what: string;
  readonly method: "GET" | "POST";
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly safety: CallSafety;
}

export interface HttpReply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The address that answered, after redirects. */
  readonly address: string;
}

export interface HttpOptions {
  readonly endpoint: string;
  readonly fetch: typeof fetch;
  /** Milliseconds after which an unanswered request is given up. */
  readonly timeout: number;
}

/** Sends one request once. The token is handed in by the caller and never appears in an error. */
export type SendOnce = (request: HttpRequest, token: string, signal?: AbortSignal) => Promise<HttpReply>;

const maxRedirects = 5;
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Failures before a connection stood: the request was certainly not carried out. */
const neverSent: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "CERT_HAS_EXPIRED",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

const causeOf = (error: unknown): { readonly code: string; readonly text: string } => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : "";
  return { code, text: cause instanceof Error ? cause.message || code : String(cause) };
};

const networkFailure = (request: HttpRequest, endpoint: string, error: unknown): ExchangeError => {
  const { code, text } = causeOf(error);
  const sent = !neverSent.has(code);
  return new ExchangeError(
    {
      kind: "unreachable",
      problem: `No answer to ${request.what} from Exchange Online at ${new URL(endpoint).host}: ${text}.${
        sent && request.safety !== "read" ? " Whether it was carried out is not known." : ""
      }`,
      nextStep: "Check the network, the proxy and the endpoint, then try again.",
      cmdlet: request.what,
      mayHaveBeenApplied: sent && request.safety !== "read",
    },
    { cause: error },
  );
};

/** The error of a call that its caller aborted. */
export const cancelled = (what: string): ExchangeError =>
  new ExchangeError({
    kind: "cancelled",
    problem: `${what} was cancelled.`,
    nextStep: "Run it again to go on.",
    cmdlet: what,
    mayHaveBeenApplied: true,
  });

const withoutToken = (text: string, token: string): string =>
  token === "" ? text : text.replaceAll(token, "[token]");

/**
 * A sender with a cookie jar of its own.
 *
 * @remarks Redirects are followed by hand, because an HTTP client that follows them drops the bearer, or carries it
 * anywhere: the same request goes to the new address only if that belongs to the same cloud (exchange-online.md 1.2).
 */
export const createSendOnce = ({ endpoint, fetch: send, timeout }: HttpOptions): SendOnce => {
  const cookies = createCookieJar();
  return async (request, token, signal) => {
    let address = request.address;
    for (let hop = 0; hop <= maxRedirects; hop += 1) {
      const cookie = cookies.header(address);
      const limit = AbortSignal.timeout(timeout);
      let reply: Response;
      let text: string;
      try {
        reply = await send(address, {
          method: request.method,
          headers: {
            ...request.headers,
            Authorization: `Bearer ${token}`,
            "client-request-id": randomUUID(),
            ...(cookie === undefined ? {} : { Cookie: cookie }),
          },
          ...(request.body === undefined ? {} : { body: request.body }),
          redirect: "manual",
          signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
        });
        text = await reply.text();
      } catch (error) {
        throw signal?.aborted === true ? cancelled(request.what) : networkFailure(request, endpoint, error);
      }
      cookies.keep(address, reply.headers);
      const location = reply.headers.get("location");
      if (!redirects.has(reply.status) || location === null) {
        return { status: reply.status, headers: reply.headers, text: withoutToken(text, token), address };
      }
      address = trustedAddress(endpoint, address, location);
    }
    throw new ExchangeError({
      kind: "invalid-answer",
      problem: `Exchange Online redirected ${request.what} more than ${maxRedirects} times.`,
      nextStep: "Check the endpoint and the tenant.",
      cmdlet: request.what,
    });
  };
};
