/** One transport rule as a program writes it: its name, whether it is on, and every writable parameter. */
import { parameters } from "../../mailflow/exchange/transport-rules/table";
import type { ObjectType } from "../definition";
import { propertyOfParameter } from "../property-name";
import { parameterProperty } from "./parameter-property";

export const transportRule: ObjectType = {
  kind: "object",
  name: "TransportRule",
  docs: "One transport rule. Different conditions must all hold, several values of one condition are alternatives, any one exception exempts, and all actions are taken.",
  properties: {
    name: {
      type: { kind: "string", maxLength: 64 },
      required: true,
      docs: "The rule's name, unique in the tenant whatever its case.",
    },
    enabled: {
      type: { kind: "boolean" },
      default: true,
      docs: "Whether the rule is on. A rule that is off keeps its place.",
    },
    ...Object.fromEntries(
      parameters.map((parameter) => [propertyOfParameter(parameter.name), parameterProperty(parameter)]),
    ),
  },
};
