/** `mailflow:exchange:TransportRules`: the whole ordered list of a tenant's transport rules, in one resource. */
import type { Failure, ResourceDefinition } from "../definition";
import type { ValueObject } from "../value";
import { aircallInput } from "./aircall-input";
import { transportRule } from "./transport-rule";

/** What only a refresh can know would otherwise pass for a wish. */
const leavesOutWhatRefreshFinds = ({ unlistedRules }: ValueObject): readonly Failure[] =>
  unlistedRules === undefined
    ? []
    : [{ property: "unlistedRules", reason: "is what a refresh found: leave it out" }];

export const transportRules: ResourceDefinition = {
  token: "mailflow:exchange:TransportRules",
  docs: "The ordered list of the tenant's transport rules. One resource owns it, because the order decides what happens to a message and nothing may be written in between. Give a tenant one such resource.",
  inputs: {
    rules: {
      type: { kind: "list", ordered: true, keyedBy: "name", items: transportRule },
      required: true,
      docs: "The rules in the order they are evaluated, each with its own name.",
    },
    others: {
      type: { kind: "string", values: ["keep", "forbid"] },
      default: "keep",
      docs: "What happens to rules of the tenant that `rules` does not list: kept below the listed ones in their order, or removed.",
    },
    guard: {
      type: { kind: "string", values: ["newly-blocked", "off"] },
      default: "newly-blocked",
      docs: "Whether the provider refuses a write, deletes included, after which Aircall's mail would be blocked and was not before.",
    },
    aircall: aircallInput,
    tenantExport: {
      type: { kind: "string" },
      docs: "Path of a saved export that is read for the verdict instead of the live tenant; from the folder of Pulumi.yaml.",
    },
    unlistedRules: {
      type: { kind: "list", ordered: true, items: { kind: "string" } },
      docs: "Never set by a program. A refresh names here the rules that `rules` does not list and that stand where they must not: above a listed one, or anywhere with `others: forbid`. The next update puts that right.",
    },
    observed: {
      type: { kind: "any" },
      addedByCheck: true,
      docs: "What the provider saw of the rest of the tenant, reduced to what the verdict needs.",
    },
  },
  outputs: {
    guids: {
      type: { kind: "map", values: { kind: "string" } },
      required: true,
      docs: "The GUID of each listed rule, by name.",
    },
    inForceFrom: {
      type: { kind: "string", format: "moment" },
      required: true,
      docs: "When the last write is in force everywhere; rules take up to 30 minutes to act.",
    },
  },
  constraints: [leavesOutWhatRefreshFinds],
};
