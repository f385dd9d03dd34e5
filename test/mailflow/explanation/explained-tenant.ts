/** Decides and explains a saved export, for tests about one finding of it. */
import assert from "node:assert/strict";
import { type DecideOptions, decide } from "../../../src/mailflow/decide";
import { defaultBudget, type ExplanationBudget } from "../../../src/mailflow/explanation/budget";
import { explain } from "../../../src/mailflow/explanation/explain";
import type { Explained } from "../../../src/mailflow/explanation/explanation";
import type { Finding, FindingCode } from "../../../src/mailflow/finding";
import { toTenant } from "../../../src/tenants/exchange/export/native-export";
import { defaultAsOf } from "../exchange/labelled/labelled-tenant";
import type { ExportWithDns } from "../exchange/labelled/tenant-builder";

export const explainedFindings = (
  parts: ExportWithDns,
  budget: Partial<ExplanationBudget> = {},
  options: Partial<DecideOptions> = {},
): readonly Finding[] => {
  const all: DecideOptions = { asOf: new Date(defaultAsOf), ...options };
  const tenant = toTenant(parts, "explained");
  const decision = explain(tenant, decide(tenant, all), all, { ...defaultBudget, ...budget });
  return [...decision.findings, ...decision.narrowness.findings];
};

/** The explanation of the one finding of this code, or of this rule where several have it. */
export const explanationOf = (parts: ExportWithDns, code: FindingCode, rule?: string): Explained => {
  const found = explainedFindings(parts).filter(
    (finding) => finding.code === code && (rule === undefined || finding.rule === rule),
  );
  const [finding] = found;
  assert.ok(finding !== undefined, `no finding ${code}`);
  assert.ok(finding.explanation?.kind === "explained");
  return finding.explanation;
};
