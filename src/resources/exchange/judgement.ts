/** The verdict on a tenant as it will be after the update, sorted into what policies and the write guard ask. */
import { type DecideOptions, type Decision, decide } from "../../mailflow/decide";
import type { ExchangeTenant } from "../../mailflow/exchange/tenant";
import type { Finding } from "../../mailflow/finding";
import { toTenant } from "../../tenants/exchange/export/native-export";
import type { RawObject } from "../../tenants/exchange/export/properties";
import { type AssumedFact, assumed } from "./assumed-facts";
import { inOrder, printedRule, type RuleInputs } from "./desired-rules";
import { findingKeys } from "./finding-key";
import type { Observed } from "./observed";

export interface Exemption {
  readonly code: string;
  readonly rule?: string;
  readonly reason: string;
  readonly owner: string;
  /** `YYYY-MM-DD`, the last day it holds. */
  readonly expires: string;
}

export interface AircallInputs {
  readonly senders?: readonly string[];
  /** One for each user who may be asked for a code. */
  readonly recipients?: readonly string[];
  /** Of users who are never asked for one. */
  readonly otherUsers?: readonly string[];
  readonly recipientGroup?: string;
  readonly scope?: "organisation" | "mailbox";
  readonly exemptions?: readonly Exemption[];
  readonly assume?: readonly AssumedFact[];
}

export interface TransportRulesInputs {
  readonly rules: readonly RuleInputs[];
  readonly others?: "keep" | "forbid";
  readonly guard?: "newly-blocked" | "off";
  readonly aircall?: AircallInputs;
  readonly observed?: Observed;
}

export interface Judgement {
  readonly decision: Decision;
  /** Delivery findings that are not exempted. */
  readonly findings: readonly Finding[];
  readonly narrowness: readonly Finding[];
  readonly exempted: readonly { readonly finding: Finding; readonly exemption: Exemption }[];
  /** Exemptions that expired or match nothing: each is an error, lest one hides a later trouble. */
  readonly idleExemptions: readonly {
    readonly exemption: Exemption;
    readonly why: "expired" | "matches nothing";
  }[];
}

/** The tenant after the update: the listed rules first, the others below in their order. */
export const tenantAfter = (
  inputs: Pick<TransportRulesInputs, "rules" | "others">,
  observed: Pick<Observed, "parts" | "tenant">,
): ExchangeTenant => {
  const listed = inputs.rules.map(printedRule);
  // The service knows one rule by its name in any case.
  const names = new Set(inputs.rules.map(({ name }) => name.toLowerCase()));
  const printed = (observed.parts["Get-TransportRule"] as readonly RawObject[] | undefined) ?? [];
  const others =
    inputs.others === "forbid" ? [] : printed.filter(({ Name }) => !names.has(String(Name).toLowerCase()));
  const rules =
    observed.parts["Get-TransportRule"] === undefined && inputs.others !== "forbid"
      ? undefined
      : inOrder([...listed, ...others]);
  const { "Get-TransportRule": _observedRules, ...parts } = observed.parts;
  return toTenant(rules === undefined ? parts : { ...parts, "Get-TransportRule": rules }, observed.tenant);
};

const matches = (exemption: Exemption, finding: Finding): boolean =>
  exemption.code === finding.code && (exemption.rule === undefined || exemption.rule === finding.rule);

const isExpired = ({ expires }: Exemption, asOf: Date): boolean => asOf.toISOString().slice(0, 10) > expires;

const decideOptions = (aircall: AircallInputs | undefined, asOf: Date): DecideOptions => ({
  asOf,
  scope: aircall?.scope ?? "organisation",
  ...(aircall?.senders === undefined ? {} : { senders: aircall.senders }),
  ...assumed(aircall?.assume, asOf),
});

/** Decides on the tenant after the update and sorts the findings by the resource's exemptions. */
export const judge = (inputs: TransportRulesInputs, observed: Observed, asOf: Date): Judgement =>
  judgeTenant(tenantAfter(inputs, observed), inputs.aircall, asOf);

/** Decides on a tenant and sorts the findings by exemptions. */
export const judgeTenant = (
  tenant: ExchangeTenant,
  aircall: AircallInputs | undefined,
  asOf: Date,
): Judgement => {
  const decision = decide(tenant, decideOptions(aircall, asOf));
  const exemptions = aircall?.exemptions ?? [];
  const current = exemptions.filter((exemption) => !isExpired(exemption, asOf));
  const all = [...decision.findings, ...decision.narrowness.findings];
  const exemptionOf = (finding: Finding) => current.find((exemption) => matches(exemption, finding));
  const open = (findings: readonly Finding[]) =>
    findings.filter((finding) => exemptionOf(finding) === undefined);
  return {
    decision,
    findings: open(decision.findings),
    narrowness: open(decision.narrowness.findings),
    exempted: all.flatMap((finding) => {
      const exemption = exemptionOf(finding);
      return exemption === undefined ? [] : [{ finding, exemption }];
    }),
    idleExemptions: exemptions.flatMap((exemption): Judgement["idleExemptions"] => {
      if (isExpired(exemption, asOf)) return [{ exemption, why: "expired" }];
      return all.some((finding) => matches(exemption, finding))
        ? []
        : [{ exemption, why: "matches nothing" }];
    }),
  };
};

/** What an update is compared with: the verdict before it, and whether there ever was a good one. */
export type Comparison = Pick<Observed, "provenOnce"> & {
  readonly before?: Pick<NonNullable<Observed["before"]>, "findings">;
};

/**
 * Findings that a write must not bring: all blocks once the tenant was proven, only new ones before, so that a bad tenant
 * can be improved step by step.
 */
export const intolerable = (
  findings: readonly Finding[],
  implies: "blocked" | "too-wide",
  { provenOnce, before }: Comparison,
): readonly Finding[] => {
  const excused = new Set(provenOnce ? [] : (before?.findings ?? []));
  return findings.filter(
    (finding) => finding.implies === implies && !findingKeys(finding).every((key) => excused.has(key)),
  );
};
