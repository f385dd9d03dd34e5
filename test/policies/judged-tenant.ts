/** A TransportRules resource on a small tenant, judged as the policies see it. */
import type { Judged } from "../../policies/policy";
import { aircallSenders } from "../../src/mailflow/aircall";
import { printedRule, type RuleInputs } from "../../src/resources/exchange/desired-rules";
import { type AircallInputs, judge, type TransportRulesInputs } from "../../src/resources/exchange/judgement";
import { observe } from "../../src/resources/exchange/observed";
import { type NativeExport, tenant } from "../mailflow/exchange/labelled/labelled-tenant";

export const now = new Date("2026-11-22T12:00:00Z");

export const allow: RuleInputs = {
  name: "Allow Aircall",
  from: [...aircallSenders],
  headerContainsMessageHeader: "Authentication-Results",
  headerContainsWords: ["dmarc=pass"],
  setScl: -1,
  stopRuleProcessing: true,
};

export const quarantineCodes: RuleInputs = {
  name: "Codes",
  subjectOrBodyContainsWords: ["verification code"],
  quarantine: true,
};

export interface Situation {
  readonly rules: readonly RuleInputs[];
  /** The live tenant before the update; healthy and without rules where absent. */
  readonly live?: NativeExport;
  readonly aircall?: AircallInputs;
  readonly provenBefore?: boolean;
}

/** The inputs as they leave Check, with what was observed. */
export const checkedInputs = ({
  rules,
  live = tenant().build(),
  aircall,
  provenBefore = false,
}: Situation): TransportRulesInputs & Pick<Judged, "observed"> => {
  const observed = observe(live, {
    source: "live",
    now,
    owned: new Set(rules.map(({ name }) => name)),
    desired: rules.map(printedRule),
    provenBefore,
    ...(aircall?.recipients === undefined ? {} : { users: aircall.recipients }),
    ...(aircall?.recipientGroup === undefined ? {} : { userGroup: aircall.recipientGroup }),
    ...(aircall?.otherUsers === undefined ? {} : { otherUsers: aircall.otherUsers }),
  });
  return { rules, others: "keep", observed, ...(aircall === undefined ? {} : { aircall }) };
};

export const judged = (situation: Situation): Judged => {
  const inputs = checkedInputs(situation);
  return { inputs, observed: inputs.observed, judgement: judge(inputs, inputs.observed, now) };
};
