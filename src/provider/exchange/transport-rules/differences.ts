/** The last look after a write: what is not as it was to be. */
import type { LiveRule } from "./live-rules";
import { findByName, type Goal } from "./plan";
import { ruleDifference } from "./rule-inputs";

/** How rules differ from what was to be reached; one sentence each. */
export const differences = (rules: readonly LiveRule[], { listed, removed }: Goal): readonly string[] => {
  const standing = rules.map((rule) => rule.standing);
  return [
    ...listed.flatMap((rule, place) => {
      const live = rules.find(({ standing: { key } }) => key === findByName(standing, rule.name)?.key);
      if (live === undefined) return [`The rule "${rule.name}" is not there.`];
      const { set, clear } = ruleDifference(live.inputs, rule);
      const changed = [...Object.keys(set), ...clear];
      return [
        ...(changed.length > 0 ? [`The rule "${rule.name}" has other values of ${changed.join(", ")}.`] : []),
        ...(live.inputs.enabled === rule.enabled
          ? []
          : [`The rule "${rule.name}" is ${rule.enabled === false ? "enabled" : "disabled"}.`]),
        ...(rules.indexOf(live) === place
          ? []
          : [`The rule "${rule.name}" stands at place ${rules.indexOf(live) + 1} instead of ${place + 1}.`]),
      ];
    }),
    ...standing.filter(({ key }) => removed.has(key)).map(({ name }) => `The rule "${name}" is still there.`),
  ];
};
