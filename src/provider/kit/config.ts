/** The provider's configuration, in every form the engine sends it. */
import { status } from "@grpc/grpc-js";
import { check } from "../../resources/check";
import type { Failure, PropertyTable } from "../../resources/definition";
import type { Value, ValueObject } from "../../resources/value";
import { ProviderError } from "./errors";
import type { Plugin } from "./plugin";

/** Options of the provider resource that the engine keeps among its inputs. */
const ofTheEngine: ReadonlySet<string> = new Set(["version", "pluginDownloadURL", "pluginChecksums"]);

/**
 * Generated classes turn every value that is no text into JSON, and plain variables are always text: such text is
 * read back where the property is no text (pulumi.md 2.2).
 */
const typed = (config: PropertyTable, given: ValueObject): ValueObject =>
  Object.fromEntries(
    Object.entries(given)
      .filter(([name]) => !ofTheEngine.has(name) && !name.startsWith("__"))
      .map(([name, value]) => [name, config[name]?.type.kind === "string" ? value : fromText(value)]),
  );

const fromText = (value: Value): Value => {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value) as Value;
  } catch {
    return value;
  }
};

const fromEnvironment = (
  { config, environment }: Plugin,
  given: ValueObject,
  applies: (property: PropertyTable[string]) => boolean,
): ValueObject => {
  const found: Record<string, Value> = { ...given };
  for (const [name, property] of Object.entries(config)) {
    const value = property.environment === undefined ? undefined : environment[property.environment];
    if ((given[name] ?? "") === "" && value !== undefined && value !== "" && applies(property))
      found[name] = value;
  }
  return found;
};

const withHints = (config: PropertyTable, failures: readonly Failure[]): readonly Failure[] =>
  failures.map(({ property, reason }) => {
    const variable = config[property]?.environment;
    return variable === undefined || reason !== "is required"
      ? { property, reason }
      : {
          property,
          reason: `${reason}: set it in the provider's arguments or in the environment variable ${variable}`,
        };
  });

/**
 * Checks the configuration a program gives. What identifies the provider is completed from the environment, so that
 * the state names it; credentials and addresses are not, so that no secret of the environment enters the state and
 * the present ones count.
 */
export const checkConfiguration = (plugin: Plugin, given: ValueObject) => {
  const completed = fromEnvironment(
    plugin,
    typed(plugin.config, given),
    (property) => property.replaceOnChange === true,
  );
  const { inputs, failures } = check({ inputs: plugin.config }, completed, secretsOf(plugin.config));
  return { inputs, failures: withHints(plugin.config, failures) };
};

/** The configuration behaviours work with: completed from the environment. Throws where it is not acceptable. */
export const configuration = (plugin: Plugin, given: ValueObject): ValueObject => {
  const completed = fromEnvironment(plugin, typed(plugin.config, given), () => true);
  const { inputs, failures } = check({ inputs: plugin.config }, completed, secretsOf(plugin.config));
  if (failures.length === 0) return inputs;
  const reasons = withHints(plugin.config, failures).map(
    ({ property, reason }) => `\`${property}\` ${reason}`,
  );
  throw new ProviderError(
    `the configuration of ${plugin.name} cannot be used: ${reasons.join("; ")}`,
    status.INVALID_ARGUMENT,
  );
};

const secretsOf = (config: PropertyTable): ReadonlySet<string> =>
  new Set(Object.keys(config).filter((name) => config[name]?.secret));
