/** Findings about what keeps a verdict from being sure. */
import type { FindingDefinition } from "./definition";

// biome-ignore format: one finding, four lines
export const doubtFindings = {
  "allow-not-sure": {
    about: "delivery", severity: "warning", source: "exchange-online.md 2.5",
    message: "Whether an allow reaches every message from {sender} is not certain, because {because}.",
    fix: "Key the allow rule on the exact senders and on the word dmarc=pass in Authentication-Results.",
  },
  "part-not-read": {
    about: "delivery", severity: "warning", source: "exchange-online.md 3",
    message: "{part} was not read, and what it holds may keep mail from {sender} out of the inbox.",
    fix: "Export the tenant again with a role that may run {part}.",
  },
  "policy-missing": {
    about: "delivery", severity: "warning", source: "exchange-online.md 3.3",
    message: "{part} names the policy \"{policy}\", which is not among the policies read.",
    fix: "Export the tenant again, or repair the rule that names \"{policy}\".",
  },
  "setting-not-modelled": {
    about: "delivery", severity: "warning", source: "exchange-online.md 3.5",
    message: "{part}: {because}.",
    fix: "Check this setting by hand; the model does not cover it yet.",
  },
  "recipient-not-found": {
    about: "delivery", severity: "warning", source: "exchange-online.md 4.5",
    message: "{entry} is not the address of any recipient that was read, so mail to it cannot be decided.",
    fix: "Correct the address, or export the tenant that holds its mailbox.",
  },
  "budget-exhausted": {
    about: "delivery", severity: "warning", source: "docs/model.md",
    message: "The decision about \"{rule}\" ran out of its budget ({budget}).",
    fix: "Simplify the words or patterns of \"{rule}\", or put the allow rule for Aircall above it with StopRuleProcessing.",
  },
  "semantics-disagree": {
    about: "delivery", severity: "warning", source: "docs/model.md",
    message: "The message found against \"{rule}\" does not end as expected when it is replayed; this is a defect of the verifier.",
    fix: "Please report this finding with the rule.",
  },
} as const satisfies Readonly<Record<string, FindingDefinition>>;
