/** Two readings of a small tenant compared, and what tests ask of the difference. */
import assert from "node:assert/strict";
import { type Change, type Difference, differenceOf } from "../../../src/mailflow/difference";
import { evaluateExchange } from "../../../src/mailflow/exchange/evaluate";
import type { Message } from "../../../src/mailflow/message";
import { toTenant } from "../../../src/tenants/exchange/export/native-export";
import { allowWithoutStop, type TenantBuilder, tenant } from "../exchange/labelled/labelled-tenant";

export const asOf = new Date("2026-11-22T12:00:00Z");

export const between = (before: TenantBuilder, after: TenantBuilder, users?: readonly string[]): Difference =>
  differenceOf(toTenant(before.build(), "before"), toTenant(after.build(), "after"), {
    asOf,
    ...(users === undefined ? {} : { users }),
  });

export const kinds = ({ changes }: Difference): readonly string[] => [
  ...new Set(changes.map(({ kind }) => kind)),
];

export const only = ({ changes }: Difference, kind: Change["kind"]): Change => {
  const found = changes.filter((change) => change.kind === kind);
  assert.equal(found.length, 1, JSON.stringify(changes, undefined, 1));
  const [change] = found;
  assert.ok(change);
  return change;
};

export const witnessOf = (change: Change): Message => {
  assert.ok(change.witness, JSON.stringify(change));
  return change.witness;
};

export const outcomeIn = (side: TenantBuilder, message: Message): string =>
  evaluateExchange(toTenant(side.build(), "replay"), message, asOf).outcome;

export const allowed = (): TenantBuilder => tenant().withRule(allowWithoutStop());

export const effects = ({ rules }: Difference): Readonly<Record<string, string>> =>
  Object.fromEntries(rules.map(({ rule, effect }) => [rule, effect]));
