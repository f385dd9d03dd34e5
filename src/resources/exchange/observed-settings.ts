/** Settings of a tenant as they are handed to the policies: what decides, and no people. */
import { isAdvancedFilterName } from "../../tenants/exchange/export/content-filter-policy";
import { namesOf, type RawObject } from "../../tenants/exchange/export/properties";
import { readPlan } from "../../tenants/exchange/read-plan";

/** Lists of people in settings: whether there are some matters, who they are does not. */
const peopleLists = ["TargetedUsersToProtect", "EFUsers", "RedirectToRecipients"] as const;

const keptProperties: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  readPlan.map(({ cmdlet, keep }) => [cmdlet, new Set(keep)]),
);

/**
 * A setting as the decision needs it: what a live reading would ask for, people left out. A saved export may hold more,
 * such as who changed a policy and whom it notifies. A spam filter newer than the model must stay visible.
 */
const withoutPeople = (cmdlet: string, object: RawObject): RawObject =>
  Object.fromEntries(
    Object.entries(object)
      .filter(
        ([name]) =>
          keptProperties.get(cmdlet)?.has(name) === true || name === "Enabled" || isAdvancedFilterName(name),
      )
      .map(([name, value]) => [
        name,
        peopleLists.some((list) => list === name) && namesOf(value).length > 0 ? ["(somebody)"] : value,
      ]),
  );

/** The objects of a cmdlet that holds settings. */
export const settingsWithoutPeople = (cmdlet: string, objects: readonly unknown[]): readonly RawObject[] =>
  objects.filter((object) => object !== null).map((object) => withoutPeople(cmdlet, object as RawObject));
