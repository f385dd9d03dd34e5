/** Which cmdlets this tenant has, for this caller. */
import type { Cmdlet } from "./cmdlet";
import { genericGet } from "./generic-get";
import { mailboxCmdlets } from "./mailboxes";
import type { TenantState } from "./state";
import { transportRuleCmdlets } from "./transport-rules/cmdlets";

/**
 * The cmdlets by lower-case name.
 *
 * @remarks A `Get-` without any part in the seed is not there at all, as if the caller lacked the role: a part nobody
 * knows must not be answered as empty.
 */
export const cmdletsOf = (
  state: TenantState,
  allowed: readonly string[] | undefined,
): ReadonlyMap<string, { readonly name: string; readonly run: Cmdlet }> => {
  const writing = state.objects["Get-Mailbox"] === undefined ? {} : mailboxCmdlets;
  const own: Readonly<Record<string, Cmdlet>> = { ...transportRuleCmdlets, ...writing };
  const generic = Object.keys(state.objects).filter((cmdlet) => own[cmdlet] === undefined);
  const all = [
    ...Object.entries(own).map(([name, run]) => ({ name, run })),
    ...generic.map((name) => ({ name, run: genericGet(name) })),
  ];
  const permitted = allowed === undefined ? undefined : new Set(allowed.map((name) => name.toLowerCase()));
  return new Map(
    all
      .map((cmdlet) => [cmdlet.name.toLowerCase(), cmdlet] as const)
      .filter(([name]) => permitted === undefined || permitted.has(name)),
  );
};
