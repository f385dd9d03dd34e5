/** Binds the policies to Pulumi's resources: unknown values, defects and repeated work are dealt with once, here. */
import type { ReportViolation, ResourceValidationArgs, ResourceValidationPolicy } from "@pulumi/policy";
import { type Judgement, judge, type TransportRulesInputs } from "../src/resources/exchange/judgement";
import { mailboxQuota } from "../src/resources/exchange/mailbox-quota";
import { isObserved, type Observation, type Observed } from "../src/resources/exchange/observed";
import { transportRules } from "../src/resources/exchange/transport-rules";
import { transportRulesPolicies } from "./catalogue";
import { mailboxQuotaHoldsLoginMail } from "./mailbox-quota-holds-login-mail";
import type { PolicyText, TransportRulesPolicy } from "./policy";

/** The path of the first value that is not known yet, as the policy SDK's proxy reports it (pulumi.md 3.2). */
const unknownPath = (error: unknown): string | undefined => {
  if (!(error instanceof Error) || !("unknownTypeSentinel" in error) || !("props" in error)) return undefined;
  return Array.isArray(error.props) ? error.props.join(".") : "";
};

type Reading<Inputs> = { readonly inputs: Inputs } | { readonly unknown: string };

/** Plain properties, or the first property whose value is not known before the update. */
const readProperties = <Inputs>(properties: Readonly<Record<string, unknown>>): Reading<Inputs> => {
  try {
    return { inputs: JSON.parse(JSON.stringify(properties)) as Inputs };
  } catch (error) {
    const path = unknownPath(error);
    if (path === undefined) throw error;
    return { unknown: path };
  }
};

/** Judged once per set of inputs: five policies and two passes ask the same question. */
const judgements = new Map<string, Judgement>();
const judgementLimit = 8;

type Properties = Omit<TransportRulesInputs, "observed"> & { readonly observed?: Observation };

const judgementOf = (inputs: TransportRulesInputs, observed: Observed): Judgement => {
  const key = JSON.stringify(inputs);
  const known = judgements.get(key);
  if (known !== undefined) return known;
  const judgement = judge(inputs, observed, new Date());
  if (judgements.size >= judgementLimit) judgements.clear();
  judgements.set(key, judgement);
  return judgement;
};

/** The policy that speaks where no verdict is possible at all, so that the trouble is told once. */
const spokesman = "tenant-read-as-needed";

const validateTransportRules = (
  policy: TransportRulesPolicy,
  { props }: ResourceValidationArgs,
  report: ReportViolation,
): void => {
  const reading = readProperties<Properties>(props);
  if ("unknown" in reading) {
    report(
      `The verdict needs the value of \`${reading.unknown}\`, which is not known before the update.\n  To do: give it a value that is known in a preview.`,
    );
    return;
  }
  const { observed } = reading.inputs;
  if (observed === undefined || !isObserved(observed)) {
    const why = observed?.problem ?? "the provider added no reading of it";
    if (policy.id === spokesman)
      report(
        `The tenant could not be read: ${why}\n  To do: check address, credential and roles, then run again.`,
      );
    return;
  }
  const inputs: TransportRulesInputs = { ...reading.inputs, observed };
  for (const text of policy.violations({ inputs, observed, judgement: judgementOf(inputs, observed) }))
    report(text);
};

/** A defect in one policy must not hide the findings of the others (pulumi.md 3.2). */
const guarded = (
  policy: PolicyText,
  args: ResourceValidationArgs,
  report: ReportViolation,
  validate: () => void,
): void => {
  try {
    validate();
  } catch (error) {
    report(
      `The policy ${policy.id} failed on ${args.urn}: ${error instanceof Error ? error.message : String(error)}\n  To do: please report this defect.`,
    );
  }
};

const described = ({ id, description, level, severity, why, howToFix }: PolicyText) => ({
  name: id,
  description: `${description}\n${why}`,
  enforcementLevel: level,
  severity,
  remediationSteps: howToFix,
});

const aboutTransportRules = (policy: TransportRulesPolicy): ResourceValidationPolicy => ({
  ...described(policy),
  validateResource: (args, report) => {
    if (args.type !== transportRules.token) return;
    guarded(policy, args, report, () => validateTransportRules(policy, args, report));
  },
});

const aboutQuota: ResourceValidationPolicy = {
  ...described(mailboxQuotaHoldsLoginMail),
  configSchema: { properties: { minimum: { type: "string", default: mailboxQuotaHoldsLoginMail.minimum } } },
  validateResource: (args, report) => {
    if (args.type !== mailboxQuota.token) return;
    guarded(mailboxQuotaHoldsLoginMail, args, report, () => {
      const reading = readProperties<{ readonly prohibitSendReceiveQuota: string }>(args.props);
      if ("unknown" in reading) {
        report(
          `The verdict needs the value of \`${reading.unknown}\`, which is not known before the update.`,
        );
        return;
      }
      const { minimum } = args.getConfig<{ readonly minimum: string }>();
      for (const text of mailboxQuotaHoldsLoginMail.violations(reading.inputs, minimum)) report(text);
    });
  },
};

export const boundPolicies: readonly ResourceValidationPolicy[] = [
  ...transportRulesPolicies.map(aboutTransportRules),
  aboutQuota,
];
