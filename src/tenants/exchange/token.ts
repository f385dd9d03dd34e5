/** A bearer token for Exchange Online by client credentials, kept until shortly before it expires (exchange-online.md 1.3). */
import { z } from "zod";
import { ExchangeError } from "./exchange-error";
import { checkedEndpoint } from "./invoke-command/hosts";
import type { TokenSource } from "./invoke-command/http";
import { parsedJson } from "./invoke-command/replies";
import {
  defaultRetryPolicy,
  type RetryPolicy,
  retryAfterMilliseconds,
  retryDelay,
} from "./invoke-command/retry";

export interface ClientCredentials {
  /** Tenant GUID or domain. */
  readonly tenant: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who issues tokens; `https://login.microsoftonline.com` where absent. */
  readonly authority?: string;
  /** `https://outlook.office365.com/.default` where absent. */
  readonly scope?: string;
  readonly fetch?: typeof fetch;
  readonly retry?: Partial<RetryPolicy>;
  /** Milliseconds since 1970; the system's clock where absent. */
  readonly now?: () => number;
}

const tokenSchema = z.looseObject({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive(),
});

const refusalSchema = z.looseObject({
  error: z.string(),
  error_description: z.string().nullish(),
  error_codes: z.array(z.number()).nullish(),
});

/** What the codes of Entra mean, in words that name the setting to correct. */
const reasons: ReadonlyMap<number, readonly [problem: string, nextStep: string]> = new Map([
  [
    7000215,
    ["The client secret is wrong.", "Give the secret's value, not its id, from the app registration."],
  ],
  [
    7000222,
    ["The client secret has expired.", "Make a new secret in the app registration and put it in place."],
  ],
  [
    700016,
    [
      "This tenant does not know the client id.",
      "Check the client id, and that the app was added to this tenant.",
    ],
  ],
  [90002, ["There is no such tenant.", "Check the tenant's GUID or domain."]],
  [900023, ["The tenant's name cannot be understood.", "Give the tenant's GUID or its initial domain."]],
  [7000112, ["The app is disabled in this tenant.", "Enable it under Enterprise applications."]],
  [53003, ["A Conditional Access policy blocks the app.", "Let the policy pass this workload identity."]],
]);

const refusalOf = (credentials: ClientCredentials, status: number, body: string): ExchangeError => {
  const refusal = refusalSchema.safeParse(parsedJson(body));
  if (!refusal.success) {
    return new ExchangeError({
      kind: "invalid-answer",
      problem: `The token service answered with status ${status} and a text that cannot be understood.`,
      nextStep: "Check the authority and any proxy between this machine and it.",
      status,
    });
  }
  const { error, error_description: description, error_codes: codes } = refusal.data;
  const known = (codes ?? []).map((code) => reasons.get(code)).find((reason) => reason !== undefined);
  const firstLine = (description ?? error).split(/\r?\n/)[0] ?? error;
  return new ExchangeError({
    kind: "unauthorized",
    problem: `No token for client ${credentials.clientId} in tenant ${credentials.tenant}: ${
      known?.[0] ?? firstLine.replaceAll(credentials.clientSecret, "[secret]")
    }`,
    nextStep: known?.[1] ?? "Check tenant, client id and client secret.",
    status,
    exceptionType: error,
  });
};

interface Token {
  readonly text: string;
  readonly goodUntil: number;
}

/** Renewed this long before it expires, but never before half of its life. */
const margin = 300_000;

/**
 * A source of tokens. Callers that ask at the same time share one request.
 *
 * @throws `ExchangeError` `unauthorized` where the credential is wrong, `unreachable` where nobody answers,
 * `bad-input` where the secret would travel unencrypted. The secret is in none of them.
 */
export const createClientCredentialsToken = (credentials: ClientCredentials): TokenSource => {
  const authority = checkedEndpoint(credentials.authority ?? "https://login.microsoftonline.com");
  const address = `${authority}/${encodeURIComponent(credentials.tenant)}/oauth2/v2.0/token`;
  const send = credentials.fetch ?? fetch;
  const now = credentials.now ?? Date.now;
  const retry: RetryPolicy = { ...defaultRetryPolicy, attempts: 4, ...credentials.retry };

  const ask = async (): Promise<Token> => {
    for (let attempt = 1; ; attempt += 1) {
      let reply: Response | undefined;
      let body = "";
      try {
        reply = await send(address, {
          method: "POST",
          headers: { "Content-Type": "application/x-www-form-urlencoded", Accept: "application/json" },
          body: new URLSearchParams({
            grant_type: "client_credentials",
            client_id: credentials.clientId,
            client_secret: credentials.clientSecret,
            scope: credentials.scope ?? "https://outlook.office365.com/.default",
          }),
          // The secret goes to the authority and nowhere else.
          redirect: "manual",
          signal: AbortSignal.timeout(60_000),
        });
        body = await reply.text();
      } catch (error) {
        if (attempt >= retry.attempts) {
          const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
          throw new ExchangeError(
            {
              kind: "unreachable",
              problem: `The token service at ${new URL(authority).host} did not answer: ${
                cause instanceof Error ? cause.message : String(cause)
              }.`,
              nextStep: "Check the network, the proxy and the authority, then try again.",
            },
            { cause: error },
          );
        }
      }
      if (reply?.status === 200) {
        const parsed = tokenSchema.safeParse(parsedJson(body));
        if (!parsed.success) {
          throw new ExchangeError({
            kind: "invalid-answer",
            problem: "The token service answered without a token.",
            nextStep: "Check the authority and any proxy between this machine and it.",
            status: 200,
          });
        }
        const life = parsed.data.expires_in * 1_000;
        return { text: parsed.data.access_token, goodUntil: now() + Math.max(life - margin, life / 2) };
      }
      const transient = reply === undefined || reply.status === 429 || reply.status >= 500;
      if (reply !== undefined && (!transient || attempt >= retry.attempts)) {
        throw refusalOf(credentials, reply.status, body);
      }
      await retry.sleep(
        retryDelay(retry, attempt, retryAfterMilliseconds(reply?.headers.get("retry-after"), Date.now())),
      );
    }
  };

  let kept: Token | undefined;
  let asked: Promise<Token> | undefined;
  return async ({ renew = false } = {}) => {
    if (kept !== undefined && !renew && now() < kept.goodUntil) {
      return kept.text;
    }
    asked ??= ask().finally(() => {
      asked = undefined;
    });
    kept = await asked;
    return kept.text;
  };
};
