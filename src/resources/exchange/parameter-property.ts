/** What a transport-rule parameter is in a program: the property derived from its row of the table. */
import { isListKind, type Parameter } from "../../mailflow/exchange/transport-rules/table";
import type { ListType, PropertyDefinition, PropertyType, TextType } from "../definition";
import { propertyOfParameter } from "../property-name";

/** Words and directory names are matched whatever their case (exchange-online.md 2.2, 2.6); patterns are code. */
const caseInsensitiveKinds: ReadonlySet<Parameter["kind"]> = new Set([
  "words",
  "domains",
  "recipients",
  "groups",
]);

const textOf = ({ kind, values, maxLength }: Parameter): TextType => ({
  kind: "string",
  ...(values === undefined ? {} : { values }),
  ...(maxLength === undefined ? {} : { maxLength }),
  ...(kind === "size" ? { format: "size" } : {}),
  ...(kind === "date" ? { format: "moment" } : {}),
  ...(caseInsensitiveKinds.has(kind) ? { ignoreCase: true } : {}),
});

const typeOf = (parameter: Parameter): PropertyType => {
  if (parameter.kind === "flag") return { kind: "boolean" };
  if (parameter.kind === "integer")
    return { kind: "integer", ...(parameter.range === undefined ? {} : { range: parameter.range }) };
  const text = textOf(parameter);
  // Several values of one condition or action are alternatives or a bag: their order means nothing (2.1).
  return isListKind(parameter.kind)
    ? ({ kind: "list", items: text, ordered: false } satisfies ListType)
    : text;
};

/** The property of a rule that sets a parameter. `false` and the service's default are the same as absent. */
export const parameterProperty = (parameter: Parameter): PropertyDefinition => {
  const sameAsAbsent = parameter.kind === "flag" ? false : parameter.default;
  const partner = parameter.with as Parameter["name"] | undefined;
  return {
    type: typeOf(parameter),
    docs: [
      parameter.summary,
      ...(typeof sameAsAbsent === "string" ? [`\`${sameAsAbsent}\` where absent.`] : []),
      ...(partner === undefined ? [] : [`Only together with \`${propertyOfParameter(partner)}\`.`]),
    ].join(" "),
    ...(sameAsAbsent === undefined ? {} : { sameAsAbsent }),
    ...(partner === undefined ? {} : { with: propertyOfParameter(partner) }),
  };
};
