/** A change of a tenant: as data, in words, and as the PowerShell lines that make it. */
import type { ExchangeTenant } from "../exchange/tenant";
import type { EditKind, EditStep } from "./explanation";

export interface Edit {
  readonly steps: readonly EditStep[];
  readonly commands: readonly string[];
  readonly apply: (tenant: ExchangeTenant) => ExchangeTenant;
}

export const edit = (
  kind: EditKind,
  details: EditStep["details"],
  commands: readonly string[],
  apply: Edit["apply"],
): Edit => ({ steps: [{ kind, details }], commands, apply });

/** One change after the other. */
export const inOrder = (...edits: readonly Edit[]): Edit => ({
  steps: edits.flatMap(({ steps }) => steps),
  commands: edits.flatMap(({ commands }) => commands),
  apply: (tenant) => edits.reduce((changed, { apply }) => apply(changed), tenant),
});
