/** The stack's output `readiness`: how many Aircall users are ready for adaptive MFA, without names or addresses. */
import { exchangeMailSystem } from "../src/readiness/exchange/mail-system";
import type { ReadFiles } from "../src/readiness/inputs/read-files";
import { join } from "../src/readiness/join";
import { judge } from "../src/readiness/judge";
import type { MailSystem } from "../src/readiness/mail-system";
import { type Summary, summaryOf } from "../src/readiness/summary";
import { check } from "../src/resources/check";
import { assumed } from "../src/resources/exchange/assumed-facts";
import type { RuleInputs } from "../src/resources/exchange/desired-rules";
import { tenantAfter } from "../src/resources/exchange/judgement";
import { transportRules } from "../src/resources/exchange/transport-rules";
import type { ValueObject } from "../src/resources/value";
import { loadExchangeExport } from "../src/tenants/exchange/export/read-file";
import { InputError } from "../src/tenants/input-error";
import { declaredRules } from "./allow-rule";
import { assumedFacts } from "./assumed-facts";
import type { ExchangeConfiguration } from "./configuration";
import { projectFile, readingFiles } from "./project-files";

export interface ReadinessOutput
  extends Pick<Summary, "users" | "ready" | "notReady" | "unknown" | "checks"> {
  /**
   * The day it was judged for, `YYYY-MM-DD` in UTC. A moment would change the output with every run, and a plan is empty
   * only where nothing changes.
   */
  readonly asOf: string;
  /** Users whom adaptive MFA does not concern; the counts above but `users` are without them. */
  readonly outOfScope: number;
}

/** The declared rules as the resource's Check leaves them; `undefined` where it will refuse them, and say why. */
const rulesOf = (configuration: ExchangeConfiguration): readonly RuleInputs[] | undefined => {
  const rules = declaredRules(configuration) as unknown as readonly ValueObject[];
  const { inputs, failures } = check(transportRules, { rules });
  return failures.length === 0 ? (inputs.rules as unknown as readonly RuleInputs[]) : undefined;
};

/**
 * The mail system as it will be after the update: what the export holds, with the rules that the stack declares. So the
 * policies judge it too.
 */
const mailSystemOf = async (
  tenantExport: string,
  users: readonly string[],
  configuration: ExchangeConfiguration,
  folder: string,
  asOf: Date,
): Promise<MailSystem | undefined> => {
  const file = projectFile(folder, "tenantExport", tenantExport);
  const { native, tenant } = await readingFiles([file], () => loadExchangeExport(file.path));
  const rules = rulesOf(configuration);
  if (rules === undefined) return undefined;
  const { senders, others } = configuration;
  try {
    const after = tenantAfter({ rules, others }, { parts: native, tenant: tenant.name });
    const facts = assumed(assumedFacts(configuration), asOf);
    return exchangeMailSystem(after, file.path, users, { asOf, senders, ...facts });
  } catch (error) {
    // A rule that the model cannot read: the policies tell it, with the resource it belongs to.
    if (error instanceof InputError) return undefined;
    throw error;
  }
};

/**
 * Judges everybody in the list by what the configuration declares. What it does not declare is unknown, never ready.
 *
 * @param folder that of Pulumi.yaml.
 * @throws ConfigurationError where the export cannot be used.
 */
export const readinessOutput = async (
  { users = [], devices, mailboxes, directory }: ReadFiles,
  configuration: ExchangeConfiguration,
  folder: string,
  now: Date,
): Promise<ReadinessOutput> => {
  const { tenantExport } = configuration;
  const addresses = [...new Set(users.map(({ email }) => email.toLowerCase()))];
  const mail =
    tenantExport === undefined
      ? undefined
      : await mailSystemOf(tenantExport, addresses, configuration, folder, now);
  const judged = judge(join({ users, devices, mailboxes, directory, mail }), { asOf: now });
  const { inScope, ready, notReady, unknown, checks, ...summary } = summaryOf(judged);
  return {
    asOf: now.toISOString().slice(0, 10),
    users: summary.users,
    ready,
    notReady,
    unknown,
    outOfScope: summary.users - inScope,
    checks,
  };
};
