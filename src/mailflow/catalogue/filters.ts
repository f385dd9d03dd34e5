/** Findings about what rules, lists and filter policies do to mail. */
import type { FindingDefinition } from "./definition";

// biome-ignore format: one finding, four lines
export const filterFindings = {
  "rule-blocks": {
    about: "delivery", severity: "error", source: "exchange-online.md 2.7",
    message: "Mail from {sender} is {outcome} by the transport rule \"{rule}\" ({action}), {when}.",
    fix: "Put the allow rule for Aircall above \"{rule}\" with StopRuleProcessing, or add an exception for the Aircall senders to \"{rule}\".",
  },
  "rule-marks-spam": {
    about: "delivery", severity: "error", source: "exchange-online.md 2.8, 3.5",
    message: "The transport rule \"{rule}\" sets SCL {scl} on mail from {sender}, {when}; under the anti-spam policy \"{policy}\" it is then {outcome}.",
    fix: "Put the allow rule for Aircall above \"{rule}\" with StopRuleProcessing, or add an exception for the Aircall senders to \"{rule}\".",
  },
  "rule-undecided": {
    about: "delivery", severity: "warning", source: "exchange-online.md 2.5",
    message: "Whether the transport rule \"{rule}\" ({action}) catches mail from {sender} cannot be decided, because {because}.",
    fix: "Put the allow rule for Aircall above \"{rule}\" with StopRuleProcessing.",
  },
  "sender-blocked-by-policy": {
    about: "delivery", severity: "error", source: "exchange-online.md 3.4",
    message: "The anti-spam policy \"{policy}\" blocks {entry}; mail from {sender} is {outcome}.",
    fix: "Remove {entry} from the blocked senders and domains of \"{policy}\".",
  },
  "sender-blocked-by-tenant-list": {
    about: "delivery", severity: "error", source: "exchange-online.md 3.4, 5",
    message: "The Tenant Allow/Block List blocks {entry}; mail from {sender} is quarantined whatever the rules say.",
    fix: "Remove the block entry {entry} from the Tenant Allow/Block List.",
  },
  "tenant-list-may-block": {
    about: "delivery", severity: "warning", source: "exchange-online.md 5, 9.2",
    message: "The Tenant Allow/Block List blocks {entry}, which may hit mail from {sender}: {because}.",
    fix: "Remove the block entry {entry} from the Tenant Allow/Block List, or make it name something else.",
  },
  "classifier-decides": {
    about: "delivery", severity: "warning", source: "exchange-online.md 3.4, 3.5",
    message: "Nothing takes the spam filter out of the question for mail from {sender}: Microsoft's classifier decides each message.",
    fix: "Add the allow rule for Aircall: exact senders, dmarc=pass in Authentication-Results, SCL -1, StopRuleProcessing, priority 0.",
  },
  "language-blocked": {
    about: "delivery", severity: "error", source: "exchange-online.md 3.5",
    message: "The anti-spam policy \"{policy}\" marks mail in the language {entry} as spam; mail from {sender} in that language is {outcome}.",
    fix: "Remove {entry} from LanguageBlockList of \"{policy}\", or add the allow rule for Aircall.",
  },
  "region-blocked": {
    about: "delivery", severity: "error", source: "exchange-online.md 3.5",
    message: "The anti-spam policy \"{policy}\" marks mail from the country {entry} as spam; mail from {sender}, which comes from there as declared, is {outcome}.",
    fix: "Remove {entry} from RegionBlockList of \"{policy}\", or add the allow rule for Aircall.",
  },
  "bulk-blocked": {
    about: "delivery", severity: "error", source: "exchange-online.md 3.5",
    message: "The anti-spam policy \"{policy}\" takes mail of bulk complaint level {threshold} and up for bulk; mail from {sender} may have level {level}, as declared, and is then {outcome}.",
    fix: "Raise BulkThreshold of \"{policy}\" above {level}, or add the allow rule for Aircall.",
  },
  "advanced-filter-blocks": {
    about: "delivery", severity: "error", source: "exchange-online.md 6.1",
    message: "The setting {setting} of the anti-spam policy \"{policy}\" marks mail from {sender} as high-confidence spam, {when}; it is then {outcome}.",
    fix: "Turn {setting} off in \"{policy}\", as Microsoft advises, or add the allow rule for Aircall.",
  },
  "spoof-entry-blocks": {
    about: "delivery", severity: "error", source: "exchange-online.md 3.4, 5",
    message: "The Tenant Allow/Block List blocks the spoof pair {entry}, which covers mail from {sender}; under the anti-phishing policy \"{policy}\" it is {outcome}.",
    fix: "Remove the spoof entry {entry}.",
  },
  "attachment-filter": {
    about: "delivery", severity: "warning", source: "exchange-online.md 3.4",
    message: "The malware filter policy \"{policy}\" stops files of type {entry}, which inline images in mail from {sender} may be.",
    fix: "Remove image types from the common attachments filter of \"{policy}\".",
  },
  "spoof-entry-may-block": {
    about: "delivery", severity: "warning", source: "exchange-online.md 3.4, 5",
    message: "The Tenant Allow/Block List blocks the spoof pair {entry}, which may cover mail from {sender}: its sending infrastructure is not published.",
    fix: "Remove the spoof entry {entry}, or make it name other infrastructure than Aircall's.",
  },
  "impersonation-protection": {
    about: "delivery", severity: "warning", source: "exchange-online.md 3.6",
    message: "The anti-phishing policy \"{policy}\" moves mail that {protection} takes for impersonation, which is not modelled, and it does not exempt {sender}.",
    fix: "Add the Aircall senders, or aircall.io and notify.aircall.io, to the trusted senders and domains of \"{policy}\".",
  },
} as const satisfies Readonly<Record<string, FindingDefinition>>;
