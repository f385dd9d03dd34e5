/** What each answer that is no success means, and what the reader can do about it (aircall.md 2.2, 2.4). */
import { AircallError } from "./aircall-error";
import { apiIdVariable, apiTokenVariable } from "./credentials";

/** What was asked, for messages: `GET /v2/users?page=2`, and the base address. */
export interface Asked {
  readonly request: string;
  readonly baseAddress: string;
}

export const cancelled = ({ request }: Asked): AircallError =>
  new AircallError({
    kind: "cancelled",
    problem: `${request} was cancelled.`,
    nextStep: "Run it again to go on.",
  });

const causeOf = (error: unknown): string => {
  if (error instanceof Error && error.name === "TimeoutError") return "it took too long";
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return cause instanceof Error ? cause.message || code : String(cause);
};

export const unreachable = ({ request, baseAddress }: Asked, error: unknown): AircallError =>
  new AircallError(
    {
      kind: "unreachable",
      problem: `No answer to ${request} from ${baseAddress}: ${causeOf(error)}.`,
      nextStep: "Check the network, the proxy and the address, then try again.",
    },
    { cause: error },
  );

export const invalidAnswer = ({ request, baseAddress }: Asked, why: string): AircallError =>
  new AircallError({
    kind: "invalid-answer",
    problem: `${baseAddress} answered ${request} with something that is not Aircall's API: ${why}.`,
    nextStep: "Check the address, and any proxy between this machine and Aircall.",
  });

/** The error of an answer that is no success; its text is not repeated, since it may name people. */
export const failureOf = ({ request, baseAddress }: Asked, status: number): AircallError => {
  if (status === 401 || status === 403)
    return new AircallError({
      kind: "unauthorized",
      problem: `Aircall refused ${request}: the key was not accepted (${status}).`,
      nextStep: `Check ${apiIdVariable} and ${apiTokenVariable}; an owner or admin finds the keys in the Aircall Dashboard under Integrations & API > API Keys.`,
      status,
    });
  if (status === 404)
    return new AircallError({
      kind: "not-found",
      problem: `${baseAddress} knows no ${request} (404).`,
      nextStep: "Check the address: it is the base, without /v1 or /v2.",
      status,
    });
  if (status === 429)
    return new AircallError({
      kind: "throttled",
      problem: `Aircall kept asking to wait before ${request} (429).`,
      nextStep: "Another program may use up the company's limit; try again in some minutes.",
      status,
    });
  if (status >= 300 && status < 400)
    return new AircallError({
      kind: "invalid-answer",
      problem: `${baseAddress} sent ${request} on to another address (${status}). The key was not sent there.`,
      nextStep: "Give the address that Aircall itself publishes, and check any proxy in between.",
      status,
    });
  if (status >= 500)
    return new AircallError({
      kind: "unreachable",
      problem: `${baseAddress} could not answer ${request} (${status}).`,
      nextStep: "Look at Aircall's status page, then try again.",
      status,
    });
  return new AircallError({
    kind: "invalid-answer",
    problem: `${baseAddress} refused ${request} (${status}).`,
    nextStep: "Check the address; if it is right, Aircall's API has changed.",
    status,
  });
};
