/** The mailboxes a floor is for, with their quotas, read in bulk. */
import { type CmdletObject, hasIdentity, isCmdletObject } from "../../../tenants/exchange/identity";
import type { ExchangeClient } from "../../../tenants/exchange/invoke-command/client";
import { unlimited } from "../../../tenants/exchange/reading";
import {
  type MailboxQuotaState,
  mailboxQuotaProperties,
  mailboxQuotaState,
} from "../../../tenants/exchange/write-mailboxes";
import { findGroupMembers } from "../groups";
import type { MailboxQuotaProperties } from "./properties";

export interface FoundMailboxes {
  /** By primary address, each once. */
  readonly mailboxes: ReadonlyMap<string, MailboxQuotaState>;
  /** Named mailboxes that exist, as they are named. */
  readonly named: readonly string[];
  /** Named mailboxes that do not exist, or whose name fits several. */
  readonly unknown: readonly string[];
  /** Whether the group exists; `true` where none is asked for. */
  readonly groupExists: boolean;
}

/** Above this many, one list of all mailboxes takes fewer requests than asking for each. */
const listAll = 100;

type FindMailboxes = (identity: string) => readonly CmdletObject[];

const readMailboxes = async (
  client: ExchangeClient,
  identities: readonly string[],
  signal: AbortSignal,
): Promise<FindMailboxes> => {
  const select = mailboxQuotaProperties;
  if (identities.length > listAll) {
    const { value } = await client.invoke("Get-Mailbox", unlimited, { select, signal });
    return index(value.filter(isCmdletObject));
  }
  const calls = identities.map((Identity) => ({
    cmdlet: "Get-Mailbox",
    parameters: { Identity, ...unlimited },
    select,
  }));
  const results = await client.invokeBatch(calls, { signal });
  const objects = results.flatMap((result) => {
    if (result.ok) return result.value.filter(isCmdletObject);
    if (result.error.kind === "not-found") return [];
    throw result.error;
  });
  return index(objects);
};

/** Finds mailboxes by any name: an unknown one may have been answered with others (exchange-online.md 1.4). */
const index = (objects: readonly CmdletObject[]): FindMailboxes => {
  const byGuid = [...new Map(objects.map((object) => [String(object.Guid), object])).values()];
  const byAddress = new Map(
    byGuid.map((object) => [String(object.PrimarySmtpAddress ?? "").toLowerCase(), object]),
  );
  return (identity) => {
    const direct = byAddress.get(identity.toLowerCase());
    return direct === undefined ? byGuid.filter((object) => hasIdentity(object, identity)) : [direct];
  };
};

/**
 * Finds named mailboxes and those of a group's members; members without a mailbox have no quota and are left out.
 *
 * @throws ExchangeError where the tenant does not tell.
 */
export const findMailboxes = async (
  client: ExchangeClient,
  { mailboxes: names = [], group }: Pick<MailboxQuotaProperties, "mailboxes" | "group">,
  signal: AbortSignal,
): Promise<FoundMailboxes> => {
  const groups = group === undefined ? undefined : await findGroupMembers(client, [group], signal);
  const foundGroup = group === undefined ? undefined : groups?.get(group.toLowerCase());
  const members = foundGroup?.members ?? [];
  const find = await readMailboxes(client, [...new Set([...names, ...members])], signal);
  const one = (identity: string): CmdletObject | undefined => {
    const [object, ...others] = find(identity);
    return others.length === 0 ? object : undefined;
  };
  const named = names.filter((name) => one(name) !== undefined);
  const states = [...named, ...members].flatMap((identity) => {
    const object = one(identity);
    if (object === undefined) return [];
    const state = mailboxQuotaState(object);
    return [[(state.primarySmtpAddress ?? identity).toLowerCase(), state] as const];
  });
  return {
    mailboxes: new Map(states),
    named,
    unknown: names.filter((name) => one(name) === undefined),
    groupExists: group === undefined || foundGroup !== undefined,
  };
};
