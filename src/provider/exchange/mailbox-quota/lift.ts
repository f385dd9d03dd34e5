/** Writes the quotas of mailboxes below the floor, one after the other. */
import type { ProviderConfig } from "../../../resources/generated/provider";
import { isExchangeError } from "../../../tenants/exchange/exchange-error";
import type { ExchangeClient } from "../../../tenants/exchange/invoke-command/client";
import { type MailboxQuotaState, setMailboxQuota } from "../../../tenants/exchange/write-mailboxes";
import { type CallContext, PartialFailure } from "../../kit";
import { appliedQuota, lifted } from "./floor";
import type { FoundMailboxes } from "./mailboxes";
import type { Floor } from "./properties";
import { whyNotLifted } from "./refused";

/** What concerns one mailbox alone; anything else would meet the next one too. */
const concernsOne = (error: unknown): boolean =>
  isExchangeError(error, "refused", "not-applied", "not-found", "wrong-object");

/**
 * Lifts every mailbox that is below the floor; one that the service refuses does not keep the others from theirs.
 *
 * @param id - the resource's id.
 * @returns the mailboxes with their quotas as read back.
 * @throws PartialFailure that names each mailbox below the floor and why.
 */
export const liftMailboxes = async (
  client: ExchangeClient,
  id: string,
  found: FoundMailboxes,
  floor: Floor,
  { signal, log }: CallContext<ProviderConfig>,
): Promise<FoundMailboxes> => {
  const mailboxes = new Map<string, MailboxQuotaState>(found.mailboxes);
  const below = [...mailboxes].flatMap(([address, state]) => {
    const quota = lifted(state, floor);
    return quota === undefined ? [] : [{ address, guid: state.guid, quota }];
  });
  const reasons: string[] = [];
  for (const [done, { address, guid, quota }] of below.entries()) {
    if (signal.aborted && done === 0) signal.throwIfAborted();
    if (signal.aborted) {
      reasons.push(
        `Stopped as asked after ${done} of ${below.length} mailboxes; run the command again, it goes on from here.`,
      );
      break;
    }
    log.status(`mailbox ${done + 1} of ${below.length}: ${address}`);
    try {
      mailboxes.set(address, await setMailboxQuota(client, guid, quota));
    } catch (error) {
      reasons.push(whyNotLifted(address, floor, error));
      if (!concernsOne(error)) break;
    }
  }
  if (reasons.length > 0)
    throw new PartialFailure(id, { applied: [...mailboxes.values()].map(appliedQuota) }, reasons);
  if (below.length > 0)
    log.info(
      `lifted ${below.length} of ${mailboxes.size} mailboxes to at least ${floor.prohibitSendReceiveQuota}`,
    );
  return { ...found, mailboxes };
};
