/** Messages on their way through the rules, grouped by what the rules did to them so far. */
import { spend } from "../../language/budget";
import { type Constraint, opposite, type Region } from "./region";
import { type RuleState, stateKey } from "./state";

/** Messages that reach the same place in the same state. */
export interface Branch {
  readonly state: RuleState;
  readonly region: Region;
  /** Rules whose SetSCL made the present level, last first. */
  readonly sclRules: readonly string[];
  /** The region holds more messages than really come here: branches were joined to keep their number down. */
  readonly approximate?: true;
}

/** All branches in one state: together they are the messages in it. */
export interface Group {
  readonly state: RuleState;
  readonly branches: readonly Branch[];
}

const sharedPrefix = (left: Region, right: Region): Region => {
  const place = left.findIndex((one, index) => one !== right[index]);
  return place < 0 ? left : left.slice(0, place);
};

/** What more than one rule settles is costly to follow. */
const isLong = ({ region }: Branch): boolean => region.length > 1;

/** Branches that are costly to follow. */
export const longBranches = ({ branches }: Group): number => branches.filter(isLong).length;

/** Joins the long branches of a state to what they share: a superset, so nothing is missed, though less exact. */
export const joinLong = (group: Group): Group => {
  const [first, ...rest] = group.branches.filter(isLong);
  if (first === undefined || rest.length === 0) return group;
  const region = rest.reduce<Region>((shared, branch) => sharedPrefix(shared, branch.region), first.region);
  const short = group.branches.filter((branch) => !isLong(branch));
  return { ...group, branches: [...short, { ...first, region, approximate: true }] };
};

/** Whether every constraint of `left` is among those of `right`: then `right` holds no further message. */
const holdsAllOf = (left: Region, right: Region): boolean =>
  left.length <= right.length && left.every((one) => right.includes(one));

/** What a branch alone makes idle elsewhere: all other messages are in it. A superset proves nothing of its messages. */
const idledBy = ({ region, approximate }: Branch): Constraint | undefined => {
  const [only] = region;
  return only === undefined || region.length > 1 || approximate ? undefined : opposite(only);
};

/** Kept, as branches grow one by one and are asked each time. */
const idled = new WeakMap<readonly Branch[], Set<Constraint>>();

/** Constraints that say nothing in a region among these branches, as their other half is a whole region there. */
const idleAmong = (branches: readonly Branch[]): ReadonlySet<Constraint> => {
  const known = idled.get(branches);
  if (known !== undefined) return known;
  const found = new Set(branches.flatMap((branch) => idledBy(branch) ?? []));
  idled.set(branches, found);
  return found;
};

/** The branches and one more; what is known of them is handed on. */
const withOne = (branches: readonly Branch[], branch: Branch): readonly Branch[] => {
  const grown = [...branches, branch];
  const known = idled.get(branches);
  if (known === undefined) return grown;
  idled.delete(branches);
  const idle = idledBy(branch);
  if (idle !== undefined) known.add(idle);
  idled.set(grown, known);
  return grown;
};

/** Whether the messages of `region` without `dropped` that do not meet it are all in `other`. */
const holdsOtherHalf = (other: Region, region: Region, dropped: Constraint): boolean => {
  const missing = opposite(dropped);
  return (
    other.length <= region.length &&
    other.includes(missing) &&
    other.every((one) => one === missing || (one !== dropped && region.includes(one)))
  );
};

/** Drops each constraint whose other half is among these branches of the same state: together they hold the same messages. */
const relaxing = (group: readonly Branch[]): ((branch: Branch) => Branch) => {
  const idle = idleAmong(group);
  const longer = group.filter((other) => isLong(other) && other.approximate === undefined);
  return (branch) => {
    let { region } = branch;
    if (region.some((one) => idle.has(one))) region = region.filter((one) => !idle.has(one));
    for (const one of longer.length === 0 ? [] : region)
      if (longer.some((other) => holdsOtherHalf(other.region, region, one)))
        region = region.filter((other) => other !== one);
    return region.length === branch.region.length ? branch : { ...branch, region };
  };
};

/** Adds a branch to others of its state without changing which messages they hold together. */
const added = (branches: readonly Branch[], branch: Branch): readonly Branch[] => {
  spend(branches.length);
  const shorter = relaxing(branches)(branch);
  if (branches.some(({ region }) => holdsAllOf(region, shorter.region))) return branches;
  const isSmaller = ({ region }: Branch): boolean => holdsAllOf(shorter.region, region);
  const others = branches.some(isSmaller) ? branches.filter((other) => !isSmaller(other)) : branches;
  // What was there may need less now, and then hold still others.
  const eased = others.map(relaxing([shorter]));
  const isSame = eased.every((other, place) => other === others[place]);
  return isSame ? withOne(others, shorter) : [...eased, shorter].reduce(added, []);
};

/**
 * Adds branches, each to the group of its state. A doubt that changes nothing disappears, and regions stay short.
 * Which messages are in a state stays the same. @throws WorkError
 */
export const withBranches = (groups: readonly Group[], branches: readonly Branch[]): readonly Group[] => {
  if (branches.length === 0) return groups;
  const found = new Map(groups.map((group) => [stateKey(group.state), group]));
  for (const branch of branches) {
    const key = stateKey(branch.state);
    const group = found.get(key) ?? { state: branch.state, branches: [] };
    found.set(key, { ...group, branches: added(group.branches, branch) });
  }
  return [...found.values()];
};
