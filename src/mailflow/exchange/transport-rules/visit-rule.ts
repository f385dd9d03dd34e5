/**
 * What one rule does to the messages that come to it. Destroying rules become endings; rules that stop or edit part the
 * messages into those that surely or possibly matched and the rest (design: How the decider works).
 */
import { spend } from "../../language/budget";
import { fact, type Match, type Test } from "./atom";
import { type Branch, type Group, joinLong, longBranches, withBranches } from "./branch";
import type { Prepared } from "./prepared-rule";
import { constraint, type Region, type Standing } from "./region";
import type { Walking } from "./walking";

/** Most long branches followed at once; more are joined, which keeps the answer safe but less exact. */
const branchLimit = 128;

/** Messages in one state, and when the rule matches them. */
interface Visited {
  readonly group: Group;
  readonly match: Match | "never";
}

/** Whether a rule that only reports still stops the rules below is not published (exchange-online.md 7.4). */
const doubtOfStop = ({ rule, audited, stops }: Prepared): readonly (readonly Test[])[] => {
  if (!audited || !stops) return [];
  const atom = fact(`whether StopRuleProcessing of "${rule.name}" stops in mode ${rule.parameters.Mode}`);
  return atom.kind === "test" ? [[atom]] : [];
};

/** When the rule matches, per state; none where it never does. */
const visitedBy = (walking: Walking, prepared: Prepared): readonly Visited[] => {
  const states = walking.open.map(({ state }) => state);
  const matches = walking.ask.matchesOf(prepared.rule, walking.around, states);
  if (matches === "never") return [];
  const visited = walking.open.map((group, place) => ({ group, match: matches[place] ?? "never" }));
  const doubt = doubtOfStop(prepared);
  if (doubt.length === 0) return visited;
  const doubted = new Map<Match, Match>();
  return visited.map(({ group, match }) => {
    if (match === "never") return { group, match };
    const known = doubted.get(match) ?? { ...match, clauses: [...match.clauses, ...doubt] };
    doubted.set(match, known);
    return { group, match: known };
  });
};

/** Whether some message reaches the rule and matches it, or does not. */
const isSome = (
  walking: Walking,
  { rule }: Prepared,
  visited: readonly Visited[],
  matched: boolean,
): boolean =>
  visited.some(({ group, match }) =>
    match === "never"
      ? !matched
      : group.branches.some(
          ({ region }) => walking.ask.narrow(region, constraint(rule.name, match, matched)) !== undefined,
        ),
  );

const noteUnknown = (walking: Walking, { rule, unknown }: Prepared): void => {
  const because = unknown.map((name) => `rule "${rule.name}" sets ${name}, which is outside the model`);
  const standing: Standing = { kind: "undecided", because, values: new Map() };
  walking.endings.push({ rule, ending: { outcome: "unknown", action: unknown.join(", ") }, standing });
};

/** Asks a destroying rule about the live messages where it looks at all states alike, else about each branch. */
const destroy = (walking: Walking, prepared: Prepared, visited: readonly Visited[]): void => {
  const { rule, ending } = prepared;
  if (ending === undefined) return;
  const { live, ask } = walking;
  const [only, ...more] = new Set(visited.map(({ match }) => match));
  const asked =
    more.length === 0 && live !== undefined
      ? [{ region: live, match: only ?? "never" }]
      : visited.flatMap(({ group, match }) => group.branches.map(({ region }) => ({ region, match })));
  for (const { region, match } of asked) {
    if (match === "never") continue;
    const hit = ask.narrow(region, constraint(rule.name, match, true));
    const stands = hit === undefined ? undefined : ask.standing(hit);
    if (stands !== undefined) walking.endings.push({ rule, ending, standing: stands });
  }
  if (!isSome(walking, prepared, visited, false)) walking.destroyedBy ??= rule.name;
};

/** Forged mail that a rule destroys gets no bypass below; for genuine mail a destroying rule is a block in itself. */
const afterDestruction = (walking: Walking, { rule }: Prepared, group: Group, match: Match): Group => {
  if (walking.around.messages.name === "aircall") return group;
  const branches = group.branches.flatMap((branch) => {
    const region = walking.ask.narrow(branch.region, constraint(rule.name, match, false));
    return region === undefined ? [] : [{ ...branch, region }];
  });
  return { ...group, branches };
};

/** What it costs to look at a rule in one state, or to part a branch, in the units of the budget. */
const unitsPerLook = 3;

/** The messages of a group that the rule does not match, and those it does, as it leaves them. */
interface Parted {
  readonly rest: Group;
  readonly through: readonly Branch[];
}

const part = (walking: Walking, prepared: Prepared, { group, match }: Visited): Parted => {
  const unchanged: Parted = { rest: group, through: [] };
  if (match === "never") return unchanged;
  const { rule, audited, stops, ending, edit } = prepared;
  if (ending !== undefined) return { rest: afterDestruction(walking, prepared, group, match), through: [] };
  const edited = edit(group.state);
  if (!stops && edited === group.state) return unchanged;
  const rest: Branch[] = [];
  const through: Branch[] = [];
  for (const branch of group.branches) {
    spend(unitsPerLook);
    const matched = walking.ask.narrow(branch.region, constraint(rule.name, match, true));
    if (matched === undefined) {
      rest.push(branch);
      continue;
    }
    const unmatched = walking.ask.narrow(branch.region, constraint(rule.name, match, false));
    if (unmatched !== undefined) rest.push({ ...branch, region: unmatched });
    const sclRules =
      rule.parameters.SetSCL === undefined || audited ? branch.sclRules : [rule.name, ...branch.sclRules];
    // Where every message matches, the constraint says nothing.
    through.push({
      ...branch,
      state: edited,
      region: unmatched === undefined ? branch.region : matched,
      sclRules,
    });
  }
  return { rest: { ...group, branches: rest }, through };
};

/** Fewer branches, where there are too many to follow apart. */
const limited = (groups: readonly Group[]): readonly Group[] => {
  const count = groups.reduce((sum, group) => sum + longBranches(group), 0);
  return count > branchLimit ? groups.map(joinLong) : groups;
};

/** @returns whether it may match any message that comes to it. @throws BudgetError */
export const visitRule = (walking: Walking, prepared: Prepared): boolean => {
  spend(unitsPerLook * walking.open.length);
  const visited = visitedBy(walking, prepared);
  if (visited.length === 0) return false;
  if (prepared.unknown.length > 0 && isSome(walking, prepared, visited, true)) noteUnknown(walking, prepared);
  destroy(walking, prepared, visited);
  const parted = visited.map((one) => part(walking, prepared, one));
  const rest = parted.flatMap((one) => (one.rest.branches.length === 0 ? [] : [one.rest]));
  const through = parted.flatMap((one) => one.through);
  if (!prepared.stops) {
    walking.open = limited(withBranches(rest, through));
    return true;
  }
  if (walking.destroyedBy === undefined) walking.stopped.push(...through);
  walking.open = rest;
  walking.live = liveAfterStop(walking.live, prepared, visited);
  return true;
};

/** The live region less what a stop took. */
const liveAfterStop = (
  live: Region | undefined,
  { rule }: Prepared,
  visited: readonly Visited[],
): Region | undefined => {
  const [only, ...more] = new Set(visited.map(({ match }) => match));
  if (live === undefined || more.length > 0 || only === undefined || only === "never") return undefined;
  return [...live, constraint(rule.name, only, false)];
};
