/** aircall-mail-not-blocked: no genuine Aircall mail is kept from an inbox that it reaches today. */
import { intolerable } from "../src/resources/exchange/judgement";
import { type TransportRulesPolicy, violationText } from "./policy";

export const aircallMailNotBlocked: TransportRulesPolicy = {
  id: "aircall-mail-not-blocked",
  description:
    "After the update no stage of the tenant keeps Aircall's mail out of an inbox, whatever was not blocked before.",
  level: "mandatory",
  severity: "critical",
  why: "Aircall sends its six-digit login code by mail. Where that mail is rejected, quarantined, junked or deleted, people are locked out of their phones.",
  howToFix:
    "Change the rule that the message names, or put the allow rule for Aircall above it with StopRuleProcessing.",
  violations: ({ judgement, observed }) =>
    intolerable(judgement.findings, "blocked", observed).map(violationText),
};
