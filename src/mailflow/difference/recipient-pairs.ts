/** Recipients grouped so that neither tenant tells two of a group apart. */
import type { Recipient } from "../exchange/tenant";
import type { AffectedRecipients } from "../finding";
import { affected } from "../finding";
import type { Side } from "./side";

/** Recipients that both tenants treat alike, by one of them; `undefined` where the recipients were not read. */
export interface RecipientPair {
  readonly before: Recipient | undefined;
  readonly after: Recipient | undefined;
  readonly count: number;
  /** At most five addresses. */
  readonly sample: readonly string[];
}

export interface PairedRecipients {
  readonly pairs: readonly RecipientPair[];
  readonly onlyBefore: AffectedRecipients;
  readonly onlyAfter: AffectedRecipients;
  /** Users asked for whom neither tenant holds. */
  readonly missing: readonly string[];
}

const sampleLimit = 5;
const nobody: AffectedRecipients = { count: 0, sample: [] };

type ByAddress = ReadonlyMap<string, Recipient>;

const byAddress = ({ tenant }: Side): ByAddress | undefined =>
  tenant.recipients &&
  new Map(tenant.recipients.map((recipient) => [recipient.address.toLowerCase(), recipient]));

/** The users asked for, by primary address; a proxy address names its recipient too. */
const selected = (side: Side, users: readonly string[] | undefined): ByAddress | undefined => {
  const all = byAddress(side);
  if (all === undefined || users === undefined) return all;
  const wanted = new Set(users.map((user) => user.toLowerCase()));
  return new Map(
    [...all].filter(([, { proxyAddresses, address }]) =>
      [...proxyAddresses, address].some((one) => wanted.has(one.toLowerCase())),
    ),
  );
};

const namedOnly = (some: ByAddress, others: ByAddress): AffectedRecipients =>
  affected(
    [...some]
      .filter(([address]) => !others.has(address))
      .map(([, { address, count }]) => ({ count, sample: [address] })),
  );

const missingUsers = (
  users: readonly string[] | undefined,
  sides: readonly ByAddress[],
): readonly string[] => {
  const known = new Set(
    sides.flatMap((side) =>
      [...side.values()].flatMap(({ proxyAddresses, address }) => [address, ...proxyAddresses]),
    ),
  );
  const folded = new Set([...known].map((address) => address.toLowerCase()));
  return (users ?? []).filter((user) => !folded.has(user.toLowerCase()));
};

/** The common refinement of what the two tenants tell apart. Recipients are matched by primary address. */
export const pairRecipients = (
  before: Side,
  after: Side,
  users: readonly string[] | undefined,
): PairedRecipients => {
  const [left, right] = [selected(before, users), selected(after, users)];
  if (left === undefined && right === undefined)
    return {
      pairs: [{ before: undefined, after: undefined, count: 0, sample: [] }],
      onlyBefore: nobody,
      onlyAfter: nobody,
      missing: [],
    };
  const classes = new Map<string, { pair: RecipientPair; count: number; sample: string[] }>();
  for (const [address, { address: written, count }] of left ?? right ?? []) {
    const [one, other] = [left?.get(address), right?.get(address)];
    // Where one tenant's recipients were read and the other's not, each is asked about alone.
    if ((left !== undefined && one === undefined) || (right !== undefined && other === undefined)) continue;
    const key = [one && before.recipientKey(one), other && after.recipientKey(other)].join("\u0002");
    const found = classes.get(key);
    if (found === undefined)
      classes.set(key, { pair: { before: one, after: other, count, sample: [] }, count, sample: [written] });
    else {
      found.count += count;
      if (found.sample.length < sampleLimit) found.sample.push(written);
    }
  }
  const bothRead = left !== undefined && right !== undefined;
  return {
    pairs: [...classes.values()].map(({ pair, count, sample }) => ({ ...pair, count, sample })),
    onlyBefore: bothRead ? namedOnly(left, right) : nobody,
    onlyAfter: bothRead ? namedOnly(right, left) : nobody,
    missing: missingUsers(users, [left ?? new Map(), right ?? new Map()]),
  };
};
