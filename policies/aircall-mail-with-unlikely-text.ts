/** aircall-mail-with-unlikely-text: no text whatever stops Aircall mail; advisory, since Aircall hardly writes it. */
import { type TransportRulesPolicy, violationText } from "./policy";

export const aircallMailWithUnlikelyText: TransportRulesPolicy = {
  id: "aircall-mail-with-unlikely-text",
  description: "After the update no text of a mail, however unlikely, keeps Aircall's mail out of an inbox.",
  level: "advisory",
  severity: "low",
  why: "A rule on words Aircall does not write today may stop its mail tomorrow.",
  howToFix:
    "Give the allow rule for Aircall StopRuleProcessing, or add an exception for the Aircall senders to the rule.",
  violations: ({ judgement }) =>
    judgement.findings.filter(({ certainty }) => certainty === "content-dependent").map(violationText),
};
