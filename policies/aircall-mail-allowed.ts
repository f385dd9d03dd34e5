/** aircall-mail-allowed: delivery of Aircall mail is proven, so the provider's classifier has no say. */
import { type TransportRulesPolicy, violationText } from "./policy";

export const aircallMailAllowed: TransportRulesPolicy = {
  id: "aircall-mail-allowed",
  description:
    "After the update an allow takes Aircall's mail past the spam filter for every recipient, and nothing is left undecided.",
  level: "mandatory",
  severity: "high",
  why: "Without an allow the provider's classifier decides each message anew, and a rare sender such as a login service is easily junked.",
  howToFix:
    "Add the allow rule for Aircall: exact senders, dmarc=pass in Authentication-Results, SCL -1, StopRuleProcessing, first place.",
  violations: ({ judgement }) => [
    ...judgement.findings
      .filter(
        ({ code, implies, certainty }) =>
          certainty !== "content-dependent" && code !== "part-not-read" && implies !== "blocked",
      )
      .map(violationText),
    ...judgement.idleExemptions.map(
      ({ exemption, why }) =>
        `The exemption for ${exemption.code}${exemption.rule === undefined ? "" : ` of "${exemption.rule}"`} (${exemption.reason}, ${exemption.owner}) ${why === "expired" ? `expired on ${exemption.expires}` : "matches nothing"}.\n  To do: remove it, or correct it.`,
    ),
  ],
};
