/** Two readings of a tenant, compared, with every witness replayed as the mail it is shown as. */
import {
  type Change,
  type Difference,
  type DifferenceOptions,
  differenceOf,
} from "../../mailflow/difference";
import { unconfirmed } from "../../mailflow/difference/confirm";
import { fateOf } from "../../mailflow/difference/fate";
import { exitCodeOfDifference } from "../../mailflow/difference/severity";
import type { ExchangeTenant } from "../../mailflow/exchange/tenant";
import type { Message } from "../../mailflow/message";
import type { ReplayedWitness } from "../replay";

export interface ReadTenant {
  /** Where it was read. */
  readonly file: string;
  readonly tenant: ExchangeTenant;
}

export interface ComparedTenants {
  readonly before: ReadTenant;
  readonly after: ReadTenant;
  readonly asOf: Date;
  /** How many senders were asked about. */
  readonly senders: number;
  readonly difference: Difference;
  readonly exitCode: 0 | 1 | 3;
  /** What shows a change, by change. */
  readonly witnesses: ReadonlyMap<Change, ReplayedWitness>;
}

/** The mail a witness stands for, and whether it fares in both tenants as the change says. */
const replayed = async (
  { before, after, asOf }: Pick<ComparedTenants, "before" | "after" | "asOf">,
  change: Change,
  witness: Message,
): Promise<ReplayedWitness & { readonly agrees: boolean }> => {
  // Reading and writing mail takes a fifth of a second to load: only what shows a message pays for it.
  const [{ parseMessage, renderMessage }, { withFieldsOf }] = await Promise.all([
    import("../eml"),
    import("../replay"),
  ]);
  const eml = await renderMessage(witness, asOf);
  const message = withFieldsOf(witness, await parseMessage(eml, witness));
  const was = fateOf(before.tenant, message, change.about, asOf);
  const is = fateOf(after.tenant, message, change.about, asOf);
  const agrees =
    was.fate === change.before.fate &&
    is.fate === change.after.fate &&
    was.outcome === change.before.outcome &&
    is.outcome === change.after.outcome;
  return { message, eml, agrees };
};

/** Compares the two and replays every witness as a mail that is written, read back and followed in both. */
export const compareTenants = async (
  before: ReadTenant,
  after: ReadTenant,
  options: DifferenceOptions & { readonly senders: readonly string[] },
): Promise<ComparedTenants> => {
  const found = differenceOf(before.tenant, after.tenant, options);
  const { asOf } = options;
  const witnesses = new Map<Change, ReplayedWitness>();
  const changes: Change[] = [];
  for (const change of found.changes) {
    if (change.witness === undefined) {
      changes.push(change);
      continue;
    }
    const { agrees, message, eml } = await replayed({ before, after, asOf }, change, change.witness);
    const shown = agrees ? change : unconfirmed(change);
    if (agrees) witnesses.set(shown, { message, eml });
    changes.push(shown);
  }
  const difference = { ...found, changes };
  const exitCode = exitCodeOfDifference(difference);
  return { before, after, asOf, senders: options.senders.length, difference, exitCode, witnesses };
};
