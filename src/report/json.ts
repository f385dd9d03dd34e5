/** The report as JSON, in the shape of design section 7. */
import type { Finding } from "../mailflow/finding";
import { type CheckedTenant, type CheckResult, isChecked } from "./checked-tenant";
import { explanationJson } from "./explanation-json";
import type { Locale } from "./locales/locale";
import { testMessageLine } from "./test-message";

const findingJson = (checked: CheckedTenant, finding: Finding, locale: Locale) => {
  const { code, severity, certainty, scope, stage, senders, rule, recipients } = finding;
  const { message, fix } = locale.finding(finding);
  const witness = checked.witnesses.get(finding);
  return {
    code,
    severity,
    certainty,
    scope,
    stage,
    sender: senders.join(", "),
    rule,
    message,
    fix,
    recipients,
    explanation: explanationJson(finding, locale),
    witness:
      witness === undefined
        ? undefined
        : { ...witness.message, eml: witness.eml, testMessage: testMessageLine(witness.message) },
  };
};

/** One tenant's report as a value; what does not apply to a finding is absent. */
export const tenantJson = (checked: CheckedTenant, locale: Locale) => {
  const { tenant, asOf, scope, decision } = checked;
  const { verdict, narrowness, assumptions, changesAt } = decision;
  const each = (findings: readonly Finding[]) => findings.map((one) => findingJson(checked, one, locale));
  return {
    tenant,
    asOf: asOf.toISOString(),
    scope,
    verdict,
    findings: each(decision.findings),
    narrowness: { verdict: narrowness.verdict, findings: each(narrowness.findings) },
    assumptions: assumptions.map((one) => ({ ...one, text: locale.assumption(one) })),
    changesAt: changesAt.map((change) => ({ ...change, cause: locale.cause(change.cause) })),
  };
};

/** One tenant's object; for several inputs `{"tenants": […]}`, each with its `file`, those that failed with an `error`. */
export const jsonReport = (results: readonly CheckResult[], locale: Locale): string => {
  const [only] = results;
  const value =
    results.length === 1 && only !== undefined && isChecked(only)
      ? tenantJson(only, locale)
      : {
          tenants: results.map((result) =>
            isChecked(result)
              ? { file: result.file, ...tenantJson(result, locale) }
              : { file: result.file, error: result.error },
          ),
        };
  return `${JSON.stringify(value, undefined, 2)}\n`;
};
