/** Names the difference between what becomes of a message in one tenant and in the other. */
import type { ChangeKind } from "./change";
import type { DeliveryFate, Fate, NarrownessFate } from "./fate";

type Name = DeliveryFate | NarrownessFate;

/** From good to bad. A classifier that may keep mail out is worse than an allow, and better than not knowing. */
const badness: Readonly<Record<Name, number>> = {
  guaranteed: 0,
  filtered: 0,
  "left-to-classifier": 1,
  undecided: 2,
  blocked: 3,
  "past-the-filter": 3,
};

/** Whether the second fate is worse for Aircall's mail, or kinder to forged mail, than the first. */
export const isWorse = (before: Fate, after: Fate): boolean => badness[after.fate] > badness[before.fate];

/** The change from one fate to another, both known for sure; `undefined` where they are the same. */
export const changeBetween = (before: Fate, after: Fate): ChangeKind | undefined => {
  if (before.fate === after.fate) return undefined;
  if (after.fate === "undecided") return "newly-undecided";
  if (before.fate === "undecided") return "no-longer-undecided";
  switch (after.fate) {
    case "blocked":
      return "newly-blocked";
    case "past-the-filter":
      return "newly-too-wide";
    case "filtered":
      return "no-longer-too-wide";
    case "guaranteed":
      return before.fate === "blocked" ? "no-longer-blocked" : "newly-guaranteed";
    case "left-to-classifier":
      return before.fate === "blocked" ? "no-longer-blocked" : "no-longer-guaranteed";
  }
};
