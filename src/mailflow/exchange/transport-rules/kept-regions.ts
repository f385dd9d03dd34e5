/**
 * What is known of regions, asked once: the walks of different recipients come through the same ones. A message that is
 * known to be in a region most often answers for the next rule as well, without a search.
 */
import { spend } from "../../language/budget";
import type { MessageClass } from "../../message-class";
import type { Demand } from "./demand";
import { type Example, meetsAnyway, stillMeets } from "./example";
import { type Constraint, demandsBy, exampleIn, type Region, type Standing, standing } from "./region";

export interface AskRegion {
  /** The messages of the region that meet the constraint too; `undefined` where there are none. @throws BudgetError */
  readonly narrow: (region: Region, by: Constraint) => Region | undefined;
  /** How surely messages of the class are in the region. @throws BudgetError */
  readonly standing: (region: Region) => Standing | undefined;
}

/** A region, reached from the one without its last constraint. */
interface Place {
  readonly region: Region;
  readonly before: Place | undefined;
  readonly next: Map<Constraint, Place>;
  example?: { readonly found: Example | undefined };
  standing?: { readonly found: Standing | undefined };
}

const placeFor = (region: Region, before: Place | undefined): Place => ({ region, before, next: new Map() });

/** What a constraint demands, and what is known of the message that meets it alone: asked at every place again. */
interface Known {
  readonly demands: readonly Demand[];
  /** Whether that message meets another constraint, whatever its open tests are taken for. */
  readonly alsoMeets: Map<Constraint, boolean | "open">;
}

/** For walks of senders that no rule tells apart. */
export const keptRegions = (messages: MessageClass): AskRegion => {
  const root: Place = {
    ...placeFor([], undefined),
    example: { found: { values: new Map(), taken: new Map() } },
  };
  const places = new WeakMap<Region, Place>([[root.region, root]]);
  const known = new Map<Constraint, Known>();

  const knownOf = (by: Constraint): Known => {
    const found = known.get(by);
    if (found !== undefined) return found;
    const made: Known = { demands: demandsBy(by), alsoMeets: new Map() };
    known.set(by, made);
    return made;
  };

  const step = (place: Place, by: Constraint): Place => {
    const found = place.next.get(by);
    if (found !== undefined) return found;
    const made = placeFor([...place.region, by], place);
    place.next.set(by, made);
    places.set(made.region, made);
    return made;
  };

  const placeOf = (region: Region): Place => {
    const found = places.get(region) ?? region.reduce(step, root);
    places.set(region, found);
    return found;
  };

  /** The message that meets one constraint alone, where it meets the whole region too. */
  const typicalExample = (region: Region, by: Constraint, alone: Example): Example | undefined => {
    const { alsoMeets } = knownOf(by);
    let example: Example | undefined = alone;
    for (const one of region) {
      spend(1);
      let met = alsoMeets.get(one);
      if (met === undefined) {
        met = meetsAnyway(messages, alone, knownOf(one).demands);
        alsoMeets.set(one, met);
      }
      if (met === "open") example = stillMeets(messages, example, knownOf(one).demands);
      if (met === false || example === undefined) return undefined;
    }
    return example;
  };

  const findExample = ({ region, before }: Place): Example | undefined => {
    const by = region.at(-1);
    if (before === undefined || by === undefined) return undefined;
    const shorter = exampleOf(before);
    if (shorter === undefined) return undefined;
    spend(1);
    const same = stillMeets(messages, shorter, knownOf(by).demands);
    if (same !== undefined) return same;
    if (before === root) return exampleIn(messages, region);
    const alone = exampleOf(step(root, by));
    if (alone === undefined) return undefined;
    return typicalExample(before.region, by, alone) ?? exampleIn(messages, region);
  };

  const exampleOf = (place: Place): Example | undefined => {
    place.example ??= { found: findExample(place) };
    return place.example.found;
  };

  const answers = { exampleIn: (region: Region) => exampleOf(placeOf(region)) };

  return {
    narrow: (region, by) => {
      const place = step(placeOf(region), by);
      return exampleOf(place) === undefined ? undefined : place.region;
    },
    standing: (region) => {
      const place = placeOf(region);
      place.standing ??= { found: standing(messages, region, answers) };
      return place.standing.found;
    },
  };
};
