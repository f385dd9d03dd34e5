/** What the embedded tenant holds: objects by the cmdlet that reads them, transport rules in order of evaluation. */
import { randomUUID } from "node:crypto";
import type { CmdletObject } from "../../exchange/identity";
import { hasIdentity, isCmdletObject, textProperty } from "../../exchange/identity";
import { parseSize, type Size } from "../../exchange/size";
import { densePriorities } from "./transport-rules/priorities";
import { seededRule } from "./transport-rules/rule-object";

export interface TenantState {
  readonly version: 1;
  /** Objects as `ConvertTo-Json` prints them; a cmdlet that is absent is not available in this tenant. */
  readonly objects: Readonly<Record<string, readonly CmdletObject[]>>;
  /** Largest `ProhibitSendReceiveQuota` in bytes that each mailbox's licence allows, by the mailbox's GUID. */
  readonly licenceCaps: Readonly<Record<string, number>>;
}

/** The rules, first evaluated first. */
export const transportRules = (state: TenantState): readonly CmdletObject[] =>
  state.objects["Get-TransportRule"] ?? [];

/** The same state with other objects for one cmdlet. */
export const withObjects = (
  state: TenantState,
  cmdlet: string,
  objects: readonly CmdletObject[],
): TenantState => ({
  ...state,
  objects: { ...state.objects, [cmdlet]: objects },
});

const gigabyte = 1024 ** 3;

/** Plans of 50 GB and of 100 GB are the usual ones (exchange-online.md 4.1). */
const usualCap = (own: Size | undefined): number =>
  typeof own === "number" && own <= 50 * gigabyte ? 50 * gigabyte : 100 * gigabyte;

const capOf = (mailbox: CmdletObject, plans: readonly CmdletObject[]): number => {
  const planName = textProperty(mailbox, "MailboxPlan");
  const plan =
    planName === undefined ? undefined : plans.find((candidate) => hasIdentity(candidate, planName));
  const planned = parseSize(plan?.ProhibitSendReceiveQuota);
  return typeof planned === "number" ? planned : usualCap(parseSize(mailbox.ProhibitSendReceiveQuota));
};

const seededMailbox = (mailbox: CmdletObject): CmdletObject => {
  const guid = textProperty(mailbox, "Guid") ?? randomUUID();
  return { ExchangeGuid: guid, UseDatabaseQuotaDefaults: false, ...mailbox, Guid: guid };
};

/**
 * The state of a new tenant.
 *
 * @param seed - a native export: lists of objects by cmdlet. Parts that are no lists of objects (such as `dns`) are
 * not the service's and are left out.
 */
export const seededState = (seed: Readonly<Record<string, unknown>>): TenantState => {
  const objects: Record<string, readonly CmdletObject[]> = {};
  for (const [cmdlet, value] of Object.entries(seed)) {
    if (Array.isArray(value) && /^Get-/.test(cmdlet)) {
      objects[cmdlet] = value.filter(isCmdletObject);
    }
  }
  const rules = (objects["Get-TransportRule"] ?? [])
    .map((rule, index) => ({ rule, index, priority: Number(rule.Priority ?? index) }))
    .sort((left, right) => left.priority - right.priority || left.index - right.index)
    .map(({ rule }) => seededRule(rule));
  objects["Get-TransportRule"] = densePriorities(rules);
  const mailboxes = objects["Get-Mailbox"]?.map(seededMailbox);
  if (mailboxes !== undefined) {
    objects["Get-Mailbox"] = mailboxes;
  }
  const plans = objects["Get-MailboxPlan"] ?? [];
  return {
    version: 1,
    objects,
    licenceCaps: Object.fromEntries(
      (mailboxes ?? []).map((mailbox) => [String(mailbox.Guid), capOf(mailbox, plans)]),
    ),
  };
};
