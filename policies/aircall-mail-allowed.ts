/** aircall-mail-allowed: delivery of Aircall mail is proven, so the provider's classifier has no say. */
import { intolerable, type Judgement } from "../src/resources/exchange/judgement";
import { type TransportRulesPolicy, violationText } from "./policy";

const exemptionText = ({ exemption, why }: Judgement["idleExemptions"][number]): string => {
  const about = `${exemption.code}${exemption.rule === undefined ? "" : ` of "${exemption.rule}"`}`;
  const state = why === "expired" ? `expired on ${exemption.expires}` : "matches nothing";
  return `The exemption for ${about} (${exemption.reason}, ${exemption.owner}) ${state}.\n  To do: remove it, or correct it.`;
};

export const aircallMailAllowed: TransportRulesPolicy = {
  id: "aircall-mail-allowed",
  description:
    "After the update an allow takes Aircall's mail past the spam filter for every recipient, and nothing is left undecided.",
  level: "mandatory",
  severity: "high",
  why: "Without an allow the provider's classifier decides each message anew, and a rare sender such as a login service is easily junked.",
  howToFix:
    "Add the allow rule for Aircall: exact senders, dmarc=pass in Authentication-Results, SCL -1, StopRuleProcessing, first place.",
  violations: ({ judgement, observed }) => {
    // What aircall-mail-not-blocked tolerates for now is still not allowed mail.
    const toldElsewhere = new Set(intolerable(judgement.findings, "blocked", observed));
    const concerned = judgement.findings.filter(
      (finding) =>
        finding.certainty !== "content-dependent" &&
        finding.code !== "part-not-read" &&
        !toldElsewhere.has(finding),
    );
    return [...concerned.map(violationText), ...judgement.idleExemptions.map(exemptionText)];
  },
};
