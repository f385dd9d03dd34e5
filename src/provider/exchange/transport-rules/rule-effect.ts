/** What a rule can do to delivery at all: which writes come first, and which rules no verdict depends on. */
import { endingOf, unknownActions } from "../../../mailflow/exchange/transport-rules/effect";
import { readTransportRule } from "../../../mailflow/exchange/transport-rules/read";
import { actions } from "../../../mailflow/exchange/transport-rules/table";
import type { RawObject } from "../../../tenants/exchange/export/properties";

/**
 * - `protects`: sets the level that bypasses spam filtering, or stops the rules below
 * - `blocks`: may keep a message from the inbox
 * - `inert`: changes nothing that delivery or a later rule depends on
 */
export type RuleEffect = "protects" | "blocks" | "edits" | "inert";

/** Actions after which the message goes on as it was (exchange-online.md 2.7). */
const inertActions: ReadonlySet<string> = new Set([
  "AddToRecipients",
  "CopyTo",
  "BlindCopyTo",
  "GenerateIncidentReport",
  "IncidentReportContent",
  "GenerateNotification",
  "SetAuditSeverity",
]);

/** SCL 5 and above asks for a spam verdict (exchange-online.md 2.8). */
const spamLevel = 5;

/** What a rule does where it matches and is on. */
export const effectOf = (printed: RawObject): RuleEffect => {
  const rule = readTransportRule({ ...printed, Name: "rule" }, 0);
  if (typeof rule === "string") return "blocks";
  const { parameters } = rule;
  const destroys =
    endingOf(rule, undefined) !== undefined ||
    unknownActions(rule).length > 0 ||
    rule.unmodelled.length > 0 ||
    (parameters.SetSCL ?? 0) >= spamLevel;
  if (destroys) return "blocks";
  if (parameters.StopRuleProcessing === true || parameters.SetSCL === -1) return "protects";
  const acts = Object.keys(parameters).filter((name) => Object.hasOwn(actions, name));
  return acts.every((name) => inertActions.has(name)) ? "inert" : "edits";
};
