/** The Exchange Online resources of the provider. */
import type { RetryPolicy } from "../../tenants/exchange/invoke-command/retry";
import { type RegisteredBehaviour, register } from "../kit";
import { createConnections } from "./connection";
import { mailboxQuotaBehaviour } from "./mailbox-quota/behaviour";
import { transportRulesBehaviour } from "./transport-rules/behaviour";

export interface ExchangeOptions {
  readonly now?: () => Date;
  /** Replaces parts of how long and how often is waited for the service. */
  readonly retry?: Partial<RetryPolicy>;
}

/** Every Exchange resource; all of one tenant share a connection. */
export const exchangeBehaviours = ({
  now = () => new Date(),
  retry = {},
}: ExchangeOptions = {}): readonly RegisteredBehaviour[] => {
  const connect = createConnections(retry);
  return [register(transportRulesBehaviour(connect, now)), register(mailboxQuotaBehaviour(connect))];
};
