/** Issues bearer tokens by client credentials and knows them again (exchange-online.md 1.3). */
import { randomBytes } from "node:crypto";

export interface Credentials {
  readonly tenant: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface TokenAnswer {
  readonly status: number;
  readonly body: unknown;
}

export interface Tokens {
  /** Answers a request for a token made for this tenant, from a form body. */
  readonly answer: (tenant: string, form: URLSearchParams, now: number) => TokenAnswer;
  /** Whether an `Authorization` header carries a token that is still good. */
  readonly accepts: (authorization: string | undefined, now: number) => boolean;
  /** Makes every token given out so far worthless. */
  readonly revoke: () => void;
}

const lifeSeconds = 3_599;

const refusal = (status: number, error: string, code: number, text: string): TokenAnswer => ({
  status,
  body: {
    error,
    error_description: `AADSTS${code}: ${text}`,
    error_codes: [code],
    timestamp: new Date().toISOString(),
  },
});

/** An issuer that knows one client of one tenant. */
export const createTokens = ({ tenant, clientId, clientSecret }: Credentials): Tokens => {
  const given = new Map<string, number>();
  return {
    answer: (asked, form, now) => {
      if (asked.toLowerCase() !== tenant.toLowerCase()) {
        return refusal(400, "invalid_request", 90002, `Tenant '${asked}' not found.`);
      }
      if (form.get("grant_type") !== "client_credentials") {
        return refusal(400, "unsupported_grant_type", 70003, "The grant type is not supported.");
      }
      if (form.get("client_id")?.toLowerCase() !== clientId.toLowerCase()) {
        return refusal(400, "unauthorized_client", 700016, "The application was not found in the tenant.");
      }
      if (form.get("client_secret") !== clientSecret) {
        return refusal(401, "invalid_client", 7000215, "Invalid client secret provided.");
      }
      if (!(form.get("scope") ?? "").endsWith("/.default")) {
        return refusal(400, "invalid_scope", 70011, "The scope has to end with /.default.");
      }
      const token = randomBytes(32).toString("base64url");
      given.set(token, now + lifeSeconds * 1_000);
      return { status: 200, body: { token_type: "Bearer", expires_in: lifeSeconds, access_token: token } };
    },
    accepts: (authorization, now) => {
      const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? "")?.[1];
      return token !== undefined && (given.get(token) ?? 0) > now;
    },
    revoke: () => given.clear(),
  };
};
