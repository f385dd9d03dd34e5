/** What the service would refuse, told before anything is written (exchange-online.md 2.10). */
import { actions, parameterNamed } from "../../../mailflow/exchange/transport-rules/table";
import type { Failure } from "../../../resources/definition";
import { printedRule, type RuleInputs } from "../../../resources/exchange/desired-rules";
import { formatPath } from "../../../resources/path";
import { parameterOfProperty } from "../../../resources/property-name";
import { type RawObject, texts } from "../../../tenants/exchange/export/properties";

export interface LimitCheck {
  readonly failures: readonly Failure[];
  /** Limits that are nearly reached. */
  readonly warnings: readonly string[];
}

const rulesPerTenant = 300;
/** Bytes. How the service counts is not published: the texts of a rule alone are the least it can come to. */
const ruleSize = 8 * 1_024;
/** Characters of all words and patterns of all rules. */
const wordSpace = 20_480;
/** The limits were read from a copy of 2019: come near, and be told. */
const near = 0.9;

const sizeOf = (rule: RuleInputs): number =>
  Object.values(rule).reduce<number>(
    (sum, value) => sum + texts(value).reduce((length, text) => length + Buffer.byteLength(text), 0),
    0,
  );

const wordKinds: ReadonlySet<string> = new Set(["words", "patterns", "attributeWords", "attributePatterns"]);

const wordsOf = (rule: RawObject): number =>
  Object.entries(rule).reduce((sum, [name, value]) => {
    const counts = wordKinds.has(parameterNamed(name)?.kind ?? "");
    return sum + (counts ? texts(value).reduce((length, text) => length + text.length, 0) : 0);
  }, 0);

const acts = (rule: RuleInputs): boolean =>
  Object.keys(rule).some((property) => Object.hasOwn(actions, parameterOfProperty(property) ?? ""));

const inDigits = (count: number): string => count.toLocaleString("en-US");

const compare = (
  property: string,
  count: number,
  limit: number,
  sentence: (count: string, limit: string) => string,
): LimitCheck => {
  const text = sentence(inDigits(count), inDigits(limit));
  if (count > limit) return { failures: [{ property, reason: text }], warnings: [] };
  return { failures: [], warnings: count > near * limit ? [`\`${property}\` ${text}`] : [] };
};

/**
 * Compares rules with the limits of the service.
 *
 * @param listed - the rules of the resource, without values to come.
 * @param others - the rules that stay below them, as printed.
 */
export const checkLimits = (listed: readonly RuleInputs[], others: readonly RawObject[]): LimitCheck => {
  const property = (name: string): string => formatPath(["rules", { key: name }]);
  const below = others.length === 0 ? "" : `, with ${others.length} that the tenant has besides`;
  const words = [...listed.map(printedRule), ...others].reduce((sum, rule) => sum + wordsOf(rule), 0);
  const checks = [
    compare(
      "rules",
      listed.length + others.length,
      rulesPerTenant,
      (count, limit) => `come to ${count}${below}; a tenant has at most ${limit}`,
    ),
    compare(
      "rules",
      words,
      wordSpace,
      (count, limit) =>
        `hold ${count} characters of words and patterns${below}; a tenant's rules have at most ${limit} together`,
    ),
    ...listed.map((rule) =>
      compare(
        property(rule.name),
        sizeOf(rule),
        ruleSize,
        (count, limit) => `holds texts of ${count} bytes; one rule has at most ${limit}`,
      ),
    ),
  ];
  return {
    failures: [
      ...checks.flatMap(({ failures }) => failures),
      ...listed
        .filter((rule) => !acts(rule))
        .map(({ name }) => ({
          property: property(name),
          reason: "does nothing: give it an action, such as `stopRuleProcessing`",
        })),
    ],
    warnings: checks.flatMap(({ warnings }) => warnings),
  };
};
