/** Groups by any name a rule may call them by, with the addresses of all members, nested ones included. */
import { isExchangeError } from "../../tenants/exchange/exchange-error";
import {
  type CmdletObject,
  isCmdletObject,
  objectsWithIdentity,
  textProperty,
} from "../../tenants/exchange/identity";
import type { BatchResult } from "../../tenants/exchange/invoke-command/batch";
import type { CmdletCall } from "../../tenants/exchange/invoke-command/call";
import type { ExchangeClient } from "../../tenants/exchange/invoke-command/client";
import { recipientNames, unlimited } from "../../tenants/exchange/reading";

export interface FoundGroup {
  /** As printed. */
  readonly object: CmdletObject;
  /** Lower-case. */
  readonly members: readonly string[];
}

/** What each name stands for, by its lower-case form; `undefined` where there is no such group. */
export type Groups = ReadonlyMap<string, FoundGroup | undefined>;

const select = [...recipientNames, "RecipientTypeDetails"];

const typeOf = (object: CmdletObject): string => textProperty(object, "RecipientTypeDetails") ?? "";

const isGroup = (object: CmdletObject): boolean => /Group$|^GroupMailbox$|^RoomList$/iu.test(typeOf(object));

/** Each kind of group tells its members through a cmdlet of its own. */
const membersCall = (group: CmdletObject): CmdletCall => {
  const Identity =
    textProperty(group, "Guid") ??
    textProperty(group, "PrimarySmtpAddress") ??
    textProperty(group, "Name") ??
    "";
  switch (typeOf(group)) {
    case "GroupMailbox":
      return {
        cmdlet: "Get-UnifiedGroupLinks",
        parameters: { Identity, LinkType: "Members", ...unlimited },
        select,
      };
    case "DynamicDistributionGroup":
      return { cmdlet: "Get-DynamicDistributionGroupMember", parameters: { Identity, ...unlimited }, select };
    default:
      return { cmdlet: "Get-DistributionGroupMember", parameters: { Identity, ...unlimited }, select };
  }
};

/** The answer's objects; none where the service says that there is no such thing. @throws ExchangeError */
const objectsOf = (result: BatchResult | undefined): readonly CmdletObject[] => {
  if (result === undefined) return [];
  if (result.ok) return result.value.filter(isCmdletObject);
  if (isExchangeError(result.error, "not-found")) return [];
  throw result.error;
};

const findGroups = async (
  client: ExchangeClient,
  names: readonly string[],
  options: { readonly signal?: AbortSignal },
): Promise<readonly (CmdletObject | undefined)[]> => {
  // Only Get-Recipient knows groups of Microsoft 365 and dynamic ones; not every role may run it.
  const calls = names.flatMap((name): readonly CmdletCall[] => [
    { cmdlet: "Get-DistributionGroup", parameters: { Identity: name }, select },
    { cmdlet: "Get-Recipient", parameters: { Identity: name }, select },
  ]);
  const results = await client.invokeBatch(calls, options);
  return names.map((name, place) => {
    const [group] = objectsWithIdentity(objectsOf(results[2 * place]), name);
    return group ?? objectsWithIdentity(objectsOf(results[2 * place + 1]), name).find(isGroup);
  });
};

const addressOf = (object: CmdletObject): string =>
  (textProperty(object, "PrimarySmtpAddress") ?? "").toLowerCase();

/**
 * Looks groups up.
 *
 * @throws ExchangeError where the tenant does not tell: nothing is ever taken for an empty group.
 */
export const findGroupMembers = async (
  client: ExchangeClient,
  names: readonly string[],
  signal?: AbortSignal,
): Promise<Groups> => {
  const options = signal === undefined ? {} : { signal };
  const direct = new Map<string, { object: CmdletObject; members: readonly CmdletObject[] } | undefined>();
  let pending = [...new Set(names.map((name) => name.toLowerCase()))];
  while (pending.length > 0) {
    const found = await findGroups(client, pending, options);
    const groups = found.filter((object) => object !== undefined);
    const answers = await client.invokeBatch(groups.map(membersCall), options);
    const membersOf = new Map(groups.map((object, place) => [object, objectsOf(answers[place])]));
    for (const [place, name] of pending.entries()) {
      const object = found[place];
      direct.set(name, object === undefined ? undefined : { object, members: membersOf.get(object) ?? [] });
    }
    const nested = [...membersOf.values()].flat().filter(isGroup).map(addressOf);
    pending = [...new Set(nested)].filter((address) => address !== "" && !direct.has(address));
  }
  const expand = (name: string, above: ReadonlySet<string>): readonly string[] =>
    (direct.get(name)?.members ?? []).flatMap((member) => {
      const address = addressOf(member);
      if (!isGroup(member)) return address === "" ? [] : [address];
      // A group inside itself ends where it began.
      return above.has(address) ? [] : expand(address, new Set([...above, address]));
    });
  return new Map(
    names.map((name) => {
      const key = name.toLowerCase();
      const object = direct.get(key)?.object;
      return [
        key,
        object === undefined ? undefined : { object, members: [...new Set(expand(key, new Set([key])))] },
      ];
    }),
  );
};
