/** One mail followed through one tenant: what every format of a trace is written from. */
import { evaluateExchange } from "../../mailflow/exchange/evaluate";
import type { ExchangeTenant, Recipient } from "../../mailflow/exchange/tenant";
import type { Ending, Evaluation } from "../../mailflow/exchange/trace";
import type { Message } from "../../mailflow/message";
import type { Scope } from "../../mailflow/outcome";
import { comingBy, waysIn } from "../../mailflow/ways-in";

export interface TracedMail {
  readonly tenant: ExchangeTenant;
  readonly message: Message;
  /** Whether the mail is a typical one, not one somebody saved. */
  readonly isTypical: boolean;
  readonly asOf: Date;
  readonly scope: Scope;
  readonly evaluation: Evaluation;
  /** The address asked about is one of a recipient that was read; `undefined` where recipients were not read. */
  readonly isKnownRecipient: boolean | undefined;
}

export interface TraceQuestion {
  readonly message: Message;
  readonly isTypical: boolean;
  readonly asOf: Date;
  readonly scope: Scope;
}

const has = ({ address, proxyAddresses }: Recipient, wanted: string): boolean =>
  [address, ...proxyAddresses].some((one) => one.toLowerCase() === wanted.toLowerCase());

/**
 * Mail to any of a recipient's addresses is followed as mail to the primary one (exchange-online.md 4.5). It comes
 * straight where it can, else through the gateway that the MX record names (3.8).
 */
export const traceMail = (
  tenant: ExchangeTenant,
  { message: asked, isTypical, asOf, scope }: TraceQuestion,
): TracedMail => {
  const recipient = tenant.recipients?.find((one) => has(one, asked.recipient));
  const ways = waysIn(tenant, recipient);
  const message = comingBy(
    { ...asked, recipient: recipient?.address ?? asked.recipient },
    ways.includes(undefined) ? undefined : ways[0],
  );
  const evaluation = evaluateExchange(tenant, message, asOf, scope);
  const isKnownRecipient = tenant.recipients === undefined ? undefined : recipient !== undefined;
  return { tenant, message, isTypical, asOf, scope, evaluation, isKnownRecipient };
};

/** The ways the mail may end, each once, in the order of the pipeline. */
export const distinctEndings = ({ endings }: Evaluation): readonly Ending[] => {
  const keyOf = ({ outcome, stage, rule, because }: Ending) =>
    JSON.stringify([outcome, stage, rule, because]);
  return [...new Map(endings.map((ending) => [keyOf(ending), ending])).values()];
};

/** Whether every way that is settled stays out of the inbox, and at least one is settled. */
export const isStopped = ({ endings }: Evaluation): boolean =>
  endings.every(({ outcome }) => outcome !== "inbox" && outcome !== "undecided") && endings.length > 0;

/** 0 in the inbox for sure, 1 elsewhere for sure, 3 where that is open or nobody knows the recipient. */
export const exitCodeOfTrace = ({ evaluation, isKnownRecipient }: TracedMail): 0 | 1 | 3 => {
  if (isStopped(evaluation)) return 1;
  return evaluation.outcome === "inbox" && isKnownRecipient !== false ? 0 : 3;
};
