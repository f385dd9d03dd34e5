/** What is known of regions, asked once: the walks of different recipients come through the same ones. */
import type { MessageClass } from "../../message-class";
import type { Match } from "./atom";
import { isEmpty, type Region, type Standing, standing } from "./region";

export interface AskRegion {
  /** Whether no message of the class can be in the region. @throws BudgetError */
  readonly isEmpty: (region: Region) => boolean;
  /** How surely messages of the class are in the region. @throws BudgetError */
  readonly standing: (region: Region) => Standing | undefined;
}

/** The regions that begin alike share the beginning of a path. */
interface Place {
  readonly matched: Map<Match, Place>;
  readonly unmatched: Map<Match, Place>;
  isEmpty?: boolean;
  standing?: { readonly found: Standing | undefined };
}

const newPlace = (): Place => ({ matched: new Map(), unmatched: new Map() });

/** For walks of senders that no rule tells apart. */
export const keptRegions = (messages: MessageClass): AskRegion => {
  const root = newPlace();
  const placeOf = (region: Region): Place => {
    let place = root;
    for (const { match, matched } of region) {
      const next = matched ? place.matched : place.unmatched;
      const known = next.get(match) ?? newPlace();
      next.set(match, known);
      place = known;
    }
    return place;
  };
  return {
    isEmpty: (region) => {
      const place = placeOf(region);
      place.isEmpty ??= isEmpty(messages, region);
      return place.isEmpty;
    },
    standing: (region) => {
      const place = placeOf(region);
      place.standing ??= { found: standing(messages, region) };
      return place.standing.found;
    },
  };
};
