/** What Check saw of the rest of the tenant, reduced to what a decision needs: recipient classes, and no people but the users named. */
import { decide } from "../../mailflow/decide";
import type { ExchangeTenant, Recipient } from "../../mailflow/exchange/tenant";
import type { DeliveryVerdict, NarrownessVerdict } from "../../mailflow/outcome";
import { type NativeExport, tenantNameOf, toTenant } from "../../tenants/exchange/export/native-export";
import { type RawObject, text } from "../../tenants/exchange/export/properties";
import { type AssumedFact, assumed } from "./assumed-facts";
import { inOrder, priorityOf } from "./desired-rules";
import { excusedKeys } from "./finding-key";
import { essential, reducedParts } from "./observed-parts";
import { type UserDirectory, userDirectory } from "./user-directory";

/** The verdict on the tenant before the update, so that what was blocked already is told from what is new. */
export interface VerdictBefore {
  readonly verdict: DeliveryVerdict;
  readonly narrowness: NarrownessVerdict;
  /** Keys of the findings that block or bypass. */
  readonly findings: readonly string[];
}

export interface Observed {
  readonly source: "live" | "export";
  readonly tenant: string;
  /** ISO moment of the reading. */
  readonly readAt: string;
  /** The native export without what the resource owns and without people. */
  readonly parts: NativeExport;
  readonly before?: VerdictBefore;
  /** Whether the tenant was proven at this or an earlier reading: from then on no block is tolerated. */
  readonly provenOnce: boolean;
  /** Addresses of Aircall users that belong to no recipient read. */
  readonly unknownUsers: readonly string[];
  /** What the users' addresses belong to; absent where nobody was named. */
  readonly userDirectory?: UserDirectory;
}

/** Why nothing could be observed. */
export interface NotObserved {
  readonly source: "live" | "export";
  readonly problem: string;
}

export type Observation = Observed | NotObserved;

export const isObserved = (observation: Observation): observation is Observed => !("problem" in observation);

/** Who uses Aircall. */
export interface AircallUsers {
  readonly users?: readonly string[];
  readonly userGroup?: string;
}

export interface ObserveOptions extends AircallUsers {
  /** Users whose mail is not judged. */
  readonly otherUsers?: readonly string[];
  readonly source: "live" | "export";
  readonly now: Date;
  /** Names of the rules the resource owns, in any case: listed now, or listed before. */
  readonly owned: ReadonlySet<string>;
  /** The rules the resource lists, as printed. */
  readonly desired: readonly RawObject[];
  readonly senders?: readonly string[];
  readonly assume?: readonly AssumedFact[];
  readonly provenBefore: boolean;
}

interface UsersFound {
  readonly recipients: readonly Recipient[] | undefined;
  readonly unknown: readonly string[];
}

/** Where none of the users was found every recipient counts: a verdict about nobody would prove anything. */
const usersOf = (tenant: ExchangeTenant, { users, userGroup }: AircallUsers): UsersFound => {
  const everybody = tenant.recipients;
  if (everybody === undefined || (users === undefined && userGroup === undefined))
    return { recipients: everybody, unknown: [] };
  const members =
    userGroup === undefined
      ? []
      : tenant.groups?.find(({ identities }) => identities.includes(userGroup.toLowerCase()))?.members;
  const wanted = [...new Set([...(users ?? []), ...(members ?? [])].map((address) => address.toLowerCase()))];
  const byAddress = new Map(
    everybody.flatMap((recipient) =>
      recipient.proxyAddresses.map((address) => [address, recipient] as const),
    ),
  );
  const found = new Set(wanted.flatMap((address) => byAddress.get(address) ?? []));
  return {
    recipients: found.size === 0 ? everybody : [...found],
    unknown: [
      ...(members === undefined ? [`the members of the group ${userGroup}`] : []),
      ...wanted.filter((address) => !byAddress.has(address)),
    ],
  };
};

/** A tenant in which only some rules are decided on, and who in it counts. */
export interface Reduced {
  readonly tenant: string;
  /** The native export without its transport rules and without people. */
  readonly parts: NativeExport;
  readonly unknownUsers: readonly string[];
}

/**
 * Reduces what was read to what a decision on these rules needs.
 *
 * @param rules - as printed; each version of a rule that is to be decided on.
 * @throws InputError where an object cannot be read.
 */
export const reduceTenant = (
  source: NativeExport,
  rules: readonly RawObject[],
  users: AircallUsers,
): Reduced => {
  const name = tenantNameOf(source) ?? "tenant";
  const ordered = inOrder(rules);
  const tenant = toTenant({ ...source, "Get-TransportRule": ordered }, name);
  const { recipients, unknown } = usersOf(tenant, users);
  return { tenant: name, parts: reducedParts(source, tenant, recipients, ordered), unknownUsers: unknown };
};

/** The rules of an export in the order they are evaluated. */
export const rulesIn = (source: NativeExport): readonly RawObject[] =>
  [...((source["Get-TransportRule"] as readonly RawObject[] | undefined) ?? [])].sort(
    (left, right) => priorityOf(left) - priorityOf(right),
  );

const directoryOf = (
  source: NativeExport,
  live: ExchangeTenant,
  { users, userGroup, otherUsers = [] }: ObserveOptions,
): Pick<Observed, "userDirectory"> =>
  users === undefined && userGroup === undefined
    ? {}
    : { userDirectory: userDirectory(source, live, { users: [...(users ?? []), ...otherUsers], userGroup }) };

/** Reduces what was read of a tenant. @throws InputError where an object cannot be read. */
export const observe = (source: NativeExport, options: ObserveOptions): Observed => {
  const owned = new Set([...options.owned].map((name) => name.toLowerCase()));
  const others = rulesIn(source).filter((rule) => !owned.has((text(rule.Name) ?? "").toLowerCase()));
  const { tenant, parts, unknownUsers } = reduceTenant(source, [...options.desired, ...others], options);
  const live = toTenant(source, tenant);
  const before = decide(live, {
    asOf: options.now,
    ...(options.senders === undefined ? {} : { senders: options.senders }),
    ...assumed(options.assume, options.now),
    ...(options.users === undefined && options.userGroup === undefined
      ? {}
      : { users: (usersOf(live, options).recipients ?? []).map(({ address }) => address) }),
  });
  return {
    source: options.source,
    tenant,
    readAt: options.now.toISOString(),
    parts: {
      ...parts,
      ...(source["Get-TransportRule"] === undefined ? {} : { "Get-TransportRule": others.map(essential) }),
    },
    before: {
      verdict: before.verdict,
      narrowness: before.narrowness.verdict,
      findings: [
        ...new Set(
          [...before.findings, ...before.narrowness.findings]
            .filter(({ implies }) => implies === "blocked" || implies === "too-wide")
            .flatMap(excusedKeys),
        ),
      ],
    },
    provenOnce: options.provenBefore || before.verdict === "proven",
    unknownUsers,
    ...directoryOf(source, live, options),
  };
};
