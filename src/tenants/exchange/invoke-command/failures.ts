/** Turns an answer that is not a success into a typed error with a next step (exchange-online.md 1.3, 1.4, 1.6). */
import { ExchangeError } from "../exchange-error";
import type { CallSafety } from "./call";
import { readErrorBody, saysNotFound } from "./error-body";
import { roleFor } from "./roles";

/** What is known of an unsuccessful answer. `what` names the request: a cmdlet, `$batch` or `EXOModuleFile`. */
export interface Failure {
  readonly what: string;
  readonly safety: CallSafety;
  readonly status: number;
  readonly body: string;
  readonly attempts?: number;
}

const said = (text: string): string =>
  text === "" ? "" : ` It says: ${/[.!?]$/.test(text) ? text : `${text}.`}`;

/** The error for an unsuccessful answer. */
export const failureOf = ({ what, safety, status, body, attempts = 1 }: Failure): ExchangeError => {
  const service = readErrorBody(body);
  const common = {
    cmdlet: what,
    status,
    raw: service.raw,
    ...(service.exceptionType === undefined ? {} : { exceptionType: service.exceptionType }),
  };
  const times = attempts > 1 ? ` after ${attempts} attempts` : "";
  if (status === 401) {
    return new ExchangeError({
      ...common,
      kind: "unauthorized",
      problem: `Exchange Online did not accept the credential for ${what} (401).${said(service.text)}`,
      nextStep:
        "Check tenant, client id and client secret, and that the app has the permission Exchange.ManageAsApp with admin consent.",
    });
  }
  if (status === 403) {
    return new ExchangeError({
      ...common,
      kind: "forbidden",
      problem: `The app may not run ${what} in this tenant (403).${said(service.text)}`,
      nextStep: `Give it ${roleFor(what)}; Exchange.ManageAsApp alone grants nothing. A new role takes some minutes to act.`,
    });
  }
  if (status === 429) {
    return new ExchangeError({
      ...common,
      kind: "throttled",
      problem: `Exchange Online still asks to wait with ${what}${times} (429).${said(service.text)}`,
      nextStep: "Try again later, with fewer programs working on this tenant at the same time.",
    });
  }
  // 500 with a cmdlet's own error in it is an answer, not an outage; 408, 502, 503 and 504 are outages whatever they say.
  const answered = status === 500 ? service.fromCmdlet : status < 500 && status !== 408 && service.structured;
  if (answered && saysNotFound(service)) {
    return new ExchangeError({
      ...common,
      kind: "not-found",
      problem: `${what} did not find the object.${said(service.text)}`,
      nextStep: "Check the name; somebody may have removed or renamed it.",
    });
  }
  if (answered) {
    return new ExchangeError({
      ...common,
      kind: "refused",
      problem: `Exchange Online refused ${what} (${status}).${said(service.text)}`,
      nextStep: "Correct what it names and try again.",
    });
  }
  if (status >= 500 || status === 408) {
    return new ExchangeError({
      ...common,
      kind: "unreachable",
      problem: `Exchange Online could not answer ${what}${times} (${status}).${said(service.text)}`,
      nextStep: "Try again in a few minutes; the service's health page tells of known trouble.",
      mayHaveBeenApplied: safety !== "read",
    });
  }
  return new ExchangeError({
    ...common,
    kind: "invalid-answer",
    problem: `The answer to ${what} cannot be understood (${status}).${said(service.text)}`,
    nextStep: "Check the endpoint and the tenant, and any proxy between this machine and the service.",
  });
};

/** The error for a success whose body does not have the documented shape. */
export const invalidAnswer = (
  what: string,
  safety: CallSafety,
  detail: string,
  body: string,
): ExchangeError =>
  new ExchangeError({
    kind: "invalid-answer",
    problem: `The answer to ${what} cannot be understood: ${detail}.`,
    nextStep:
      "Check the endpoint and any proxy between this machine and the service; otherwise the protocol has changed.",
    cmdlet: what,
    raw: body.slice(0, 4_000),
    // The request was answered with a success, so a write was carried out.
    mayHaveBeenApplied: safety !== "read",
  });
