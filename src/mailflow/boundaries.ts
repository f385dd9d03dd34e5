/** Every later moment at which a rule or an entry starts or stops to act (exchange-online.md 2.9, 5). */
import type { ExchangeTenant, TenantAllowBlockListItem, TransportRule } from "./exchange/tenant";
import { lapseOf } from "./exchange/tenant-allow-block-list";
import type { FactEnd } from "./facts";

export interface Boundary {
  readonly at: Date;
  /** Rule or entry whose date it is, in words. */
  readonly cause: string;
}

const ofRule = ({ name, enabled, parameters }: TransportRule): readonly Boundary[] => {
  const { ActivationDate, ExpiryDate } = parameters;
  if (!enabled) return [];
  return [
    ...(ActivationDate === undefined
      ? []
      : [{ at: new Date(ActivationDate), cause: `the transport rule "${name}" starts to act` }]),
    ...(ExpiryDate === undefined
      ? []
      : [
          {
            at: new Date(new Date(ExpiryDate).getTime() + 1),
            cause: `the transport rule "${name}" expires`,
          },
        ]),
  ];
};

const ofEntry = (item: TenantAllowBlockListItem): readonly Boundary[] => {
  const lapse = lapseOf(item);
  if (lapse === undefined) return [];
  const cause =
    item.expirationDate === undefined || lapse < new Date(item.expirationDate)
      ? `the Tenant Allow/Block List entry ${item.value} lapses, ${item.removeAfterDays} days after its last use`
      : `the Tenant Allow/Block List entry ${item.value} expires`;
  // A block counts to the last moment, as a rule does.
  const at = item.action === "Block" ? new Date(lapse.getTime() + 1) : lapse;
  return [{ at, cause }];
};

const ofFact = ({ at, text }: FactEnd): Boundary => ({
  at: new Date(at),
  cause: `the declared fact ${text} expires`,
});

/** In order of time. */
export const boundariesAfter = (
  tenant: ExchangeTenant,
  factEnds: readonly FactEnd[],
  after: Date,
): readonly Boundary[] =>
  [
    ...(tenant.transportRules ?? []).flatMap(ofRule),
    ...(tenant.tenantAllowBlockListItems ?? []).flatMap(ofEntry),
    ...factEnds.map(ofFact),
  ]
    .filter(({ at }) => at > after)
    .sort((left, right) => left.at.getTime() - right.at.getTime());
