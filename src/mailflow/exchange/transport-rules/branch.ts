/** Messages on their way through the rules, grouped by what the rules did to them so far. */
import type { Constraint, Region } from "./region";
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

const sharedPrefix = (left: Region, right: Region): Region => {
  const place = left.findIndex((constraint, index) => constraint !== right[index]);
  return place < 0 ? left : left.slice(0, place);
};

const groups = (branches: readonly Branch[]): ReadonlyMap<string, readonly Branch[]> => {
  const found = new Map<string, Branch[]>();
  for (const branch of branches) {
    const key = stateKey(branch.state);
    const group = found.get(key);
    if (group === undefined) found.set(key, [branch]);
    else group.push(branch);
  }
  return found;
};

/** Joins all branches of equal state to what they share: a superset, so nothing is missed, though less exact. */
export const joinAll = (branches: readonly Branch[]): readonly Branch[] =>
  [...groups(branches).values()].flatMap((group): readonly Branch[] => {
    const [first, ...rest] = group;
    if (first === undefined || rest.length === 0) return group;
    const region = rest.reduce<Region>((shared, branch) => sharedPrefix(shared, branch.region), first.region);
    return [{ ...first, region, approximate: true }];
  });

/** Whether the region is the prefix of `other` before `place`, and then the opposite of the constraint there. */
const isOtherHalf = (region: Region, other: Region, place: number): boolean => {
  const [last, constraint] = [region[place], other[place]];
  return (
    region.length === place + 1 &&
    last !== undefined &&
    constraint !== undefined &&
    last.match === constraint.match &&
    last.matched !== constraint.matched &&
    sharedPrefix(region, other).length >= place
  );
};

const without = (region: Region, place: number): Region => [
  ...region.slice(0, place),
  ...region.slice(place + 1),
];

/** Drops each constraint whose other half is among the branches of the same state: together they hold the same messages. */
const relaxed = (branch: Branch, group: readonly Branch[]): Branch => {
  let { region } = branch;
  for (let place = region.length - 1; place >= 0; place -= 1)
    if (group.some((other) => other !== branch && isOtherHalf(other.region, region, place)))
      region = without(region, place);
  return region === branch.region ? branch : { ...branch, region };
};

const simplerGroup = (group: readonly Branch[]): readonly Branch[] => {
  const kept: Branch[] = [];
  // Shorter regions first: they absorb what the longer ones add.
  for (const branch of [...group].sort((left, right) => left.region.length - right.region.length)) {
    const shorter = relaxed(branch, kept);
    if (kept.some(({ region }) => holdsAllOf(region, shorter.region))) continue;
    const others = kept.filter(({ region }) => !holdsAllOf(shorter.region, region));
    kept.splice(0, kept.length, ...others, shorter);
  }
  return kept.length < group.length ? simplerGroup(kept) : kept;
};

/**
 * Joins and relaxes branches of equal state without changing which messages they hold together. A doubt that changes
 * nothing disappears, and regions stay short.
 */
export const simplify = (branches: readonly Branch[]): readonly Branch[] =>
  [...groups(branches).values()].flatMap(simplerGroup);

/** Whether every constraint of `left` is among those of `right`: then `right` holds no further message. */
const holdsAllOf = (left: Region, right: Region): boolean =>
  left.every((constraint) => right.some((other) => isSame(constraint, other)));

const isSame = (left: Constraint, right: Constraint): boolean =>
  left.match === right.match && left.matched === right.matched;
