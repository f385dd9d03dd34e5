/** The service prints a recipient under another of its names than the one it was given: both are the same. */
import { parameterNamed } from "../../../mailflow/exchange/transport-rules/table";
import type { RuleInputs } from "../../../resources/exchange/desired-rules";
import { parameterOfProperty } from "../../../resources/property-name";
import { hasIdentity, objectsWithIdentity } from "../../../tenants/exchange/identity";
import type { ExchangeClient } from "../../../tenants/exchange/invoke-command/client";
import { recipientNames } from "../../../tenants/exchange/reading";

/** A rule as it is and as it is listed. */
export interface RulePair {
  readonly live: RuleInputs;
  readonly listed: RuleInputs;
}

const namesPeople = (property: string): boolean => {
  const kind = parameterNamed(parameterOfProperty(property) ?? "")?.kind;
  return kind === "recipients" || kind === "groups";
};

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];

const without = (items: readonly string[], others: readonly string[]): readonly string[] => {
  const known = new Set(others.map((item) => item.toLowerCase()));
  return items.filter((item) => !known.has(item.toLowerCase()));
};

/** The properties in which names differ, though there are as many. */
const doubtful = ({ live, listed }: RulePair): readonly string[] =>
  Object.keys(listed).filter((property) => {
    const [left, right] = [texts(live[property]), texts(listed[property])];
    return namesPeople(property) && left.length === right.length && without(right, left).length > 0;
  });

/**
 * Live rules in which recipients are called as the listed rules call them. Only names that differ are looked up; what
 * cannot be looked up stays as it was printed.
 */
export const withListedNames = async (
  client: ExchangeClient,
  pairs: readonly RulePair[],
  signal: AbortSignal,
): Promise<readonly RuleInputs[]> => {
  const names = new Set(
    pairs.flatMap((pair) =>
      doubtful(pair).flatMap((property) => without(texts(pair.listed[property]), texts(pair.live[property]))),
    ),
  );
  if (names.size === 0) return pairs.map(({ live }) => live);
  const asked = [...names];
  const results = await client.invokeBatch(
    asked.map((Identity) => ({ cmdlet: "Get-Recipient", parameters: { Identity }, select: recipientNames })),
    { signal },
  );
  const objects = new Map(
    asked.map((name, place) => {
      const result = results[place];
      return [name, result?.ok === true ? objectsWithIdentity(result.value, name)[0] : undefined];
    }),
  );
  return pairs.map((pair) => {
    const renamed = doubtful(pair).map((property) => {
      const listedNames = without(texts(pair.listed[property]), texts(pair.live[property]));
      const listedName = (item: string): string =>
        listedNames.find((name) => {
          const object = objects.get(name);
          return object !== undefined && hasIdentity(object, item);
        }) ?? item;
      return [property, texts(pair.live[property]).map(listedName)];
    });
    return { ...pair.live, ...Object.fromEntries(renamed) };
  });
};
