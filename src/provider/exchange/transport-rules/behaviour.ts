/** The behaviour of `mailflow:exchange:TransportRules`: the whole ordered list of a tenant's rules. */
import { status } from "@grpc/grpc-js";
import { isObserved } from "../../../resources/exchange/observed";
import { transportRules } from "../../../resources/exchange/transport-rules";
import type { ProviderConfig } from "../../../resources/generated/provider";
import type { ValueObject } from "../../../resources/value";
import type { RawObject } from "../../../tenants/exchange/export/properties";
import {
  type CallContext,
  type Identified,
  PartialFailure,
  ProviderError,
  type ResourceBehaviour,
} from "../../kit";
import type { Connect } from "../connection";
import { checkLimits } from "./limits";
import { type LiveRule, readLiveRules } from "./live-rules";
import { notices } from "./notices";
import { createReadForCheck, observation } from "./observation";
import type { TransportRulesOutputs, TransportRulesProperties } from "./properties";
import { knownRules } from "./rule-inputs";
import { type Wish, writeRules } from "./write";

type Behaviour = ResourceBehaviour<TransportRulesProperties, TransportRulesOutputs, ProviderConfig>;
type Context = CallContext<ProviderConfig>;
type Old = Identified<TransportRulesProperties, TransportRulesOutputs>;

/** Rules act at the latest this long after a write (exchange-online.md 1.8). */
const effectMilliseconds = 30 * 60 * 1_000;

const lower = (text: string): string => text.toLowerCase();

/** Tells the rules a resource owns: by the names it lists, and by the GUIDs it knows, should one have been renamed. */
const ownership = (old: Pick<Old, "inputs" | "outputs"> | undefined) => {
  const guids = old?.outputs.guids ?? {};
  const names = new Set(
    [...(old?.inputs.rules.map(({ name }) => name) ?? []), ...Object.keys(guids)].map(lower),
  );
  const known = new Set(Object.values(guids));
  return ({ key, name }: { readonly key: string; readonly name: string }): boolean =>
    known.has(key) || names.has(lower(name));
};

const guidsOf = (rules: readonly LiveRule[], owns: ReturnType<typeof ownership>): Record<string, string> =>
  Object.fromEntries(
    rules.flatMap(({ standing, inputs }) => (owns(standing) ? [[inputs.name, standing.key]] : [])),
  );

/** @param now - the present moment. */
export const transportRulesBehaviour = (connect: Connect, now: () => Date): Behaviour => {
  const readForCheck = createReadForCheck(connect, () => now().getTime());

  /** Brings the rules to `inputs`. What is not listed and owned by `old` goes, and with `forbid` all that is not listed. */
  const apply = async (
    inputs: TransportRulesProperties,
    old: Old | undefined,
    context: Context,
  ): Promise<TransportRulesOutputs> => {
    const connection = connect(context.config);
    const owned = ownership(old);
    const listed = new Set(inputs.rules.map(({ name }) => lower(name)));
    const wishFrom = (live: readonly { readonly key: string; readonly name: string }[]): Wish => ({
      ...inputs,
      goal: {
        listed: inputs.rules,
        removed: new Set(
          live
            .filter((rule) => !listed.has(lower(rule.name)) && (inputs.others === "forbid" || owned(rule)))
            .map(({ key }) => key),
        ),
      },
    });
    return connection.exclusively(async () => {
      const { rules, steps, failures } = await writeRules(inputs.rules, wishFrom, {
        connection,
        context,
        now,
      });
      const inForceFrom =
        steps === 0 && old !== undefined
          ? old.outputs.inForceFrom
          : new Date(now().getTime() + effectMilliseconds).toISOString();
      const outputs = {
        guids: guidsOf(rules, (rule) => listed.has(lower(rule.name)) || (failures.length > 0 && owned(rule))),
        inForceFrom,
      };
      if (failures.length > 0) throw new PartialFailure(connection.tenant, outputs, failures);
      if (steps > 0)
        context.log.info(
          `applied ${steps} ${steps === 1 ? "write" : "writes"}, in force from ${inForceFrom}`,
        );
      return outputs;
    });
  };

  return {
    definition: transportRules,
    check: async (inputs, olds, context) => {
      const { observed, live } = await observation(inputs, olds, context, readForCheck, now());
      const others =
        isObserved(observed) && inputs.others !== "forbid"
          ? ((observed.parts["Get-TransportRule"] ?? []) as readonly RawObject[])
          : [];
      const { failures, warnings } = checkLimits(knownRules(inputs.rules), others);
      const told = live === undefined ? [] : notices(inputs, olds, live);
      for (const warning of [...warnings, ...told]) context.log.warning(warning);
      return { added: { observed: observed as unknown as ValueObject }, failures };
    },
    create: async (inputs, context) => ({
      id: context.config.tenant,
      outputs: await apply(inputs, undefined, context),
    }),
    update: async (inputs, old, context) => ({ outputs: await apply(inputs, old, context) }),
    read: async (id, known, context) => {
      const { tenant } = context.config;
      if (known === undefined && lower(id) !== lower(tenant))
        throw new ProviderError(
          `the id of TransportRules is the tenant as the provider is configured with, "${tenant}", not "${id}"`,
          status.INVALID_ARGUMENT,
        );
      const { reader } = connect(context.config);
      const rules = await readLiveRules(reader, known?.inputs.rules ?? [], context.signal);
      const owns =
        known === undefined ? () => true : ownership({ inputs: known.inputs, outputs: known.outputs });
      const owned = rules.filter(({ standing }) => owns(standing));
      const last = rules.findLastIndex(({ standing }) => owns(standing));
      const unlisted = rules.filter(
        ({ standing }, place) => !owns(standing) && (place < last || known?.inputs.others === "forbid"),
      );
      const { unlistedRules: _before, ...inputs } = known?.inputs ?? { rules: [] };
      return {
        id,
        inputs: {
          ...inputs,
          rules: owned.map((rule) => rule.inputs),
          ...(unlisted.length === 0 ? {} : { unlistedRules: unlisted.map(({ standing }) => standing.name) }),
        },
        outputs: {
          guids: guidsOf(owned, () => true),
          inForceFrom:
            known?.outputs.inForceFrom ?? new Date(now().getTime() + effectMilliseconds).toISOString(),
        },
      };
    },
    delete: async (old, context) => {
      await apply({ ...old.inputs, rules: [], others: "keep" }, old, context);
    },
  };
};
