/** Reads and decides one input; where it cannot be used, why, so that the others are still decided. */
import type { DecideOptions } from "../../mailflow/decide";
import { type CheckResult, checkTenant } from "../../report/checked-tenant";
import { loadExchangeExport } from "../../tenants/exchange/export/read-file";
import { failureOf } from "../failure";

/** One input and what is said about it besides the report. */
export interface CheckedFile {
  readonly result: CheckResult;
  /** Lines for standard error. */
  readonly messages: readonly string[];
}

/** An input that failed; a defect of this program fails one input, not all. */
export const failedFile = (file: string, error: unknown): CheckedFile => {
  const { text, exitCode } = failureOf(error);
  const reason = error instanceof Error ? error.message : String(error);
  return { result: { file, error: reason, exitCode }, messages: [text] };
};

/** @param file the path of a saved export. */
export const checkFile = async (file: string, options: DecideOptions): Promise<CheckedFile> => {
  try {
    const { tenant, warnings } = await loadExchangeExport(file);
    const messages = warnings.map((warning) => `warning: ${file}: ${warning}`);
    return { result: await checkTenant(file, tenant, options), messages };
  } catch (error) {
    return failedFile(file, error);
  }
};
