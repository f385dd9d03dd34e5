/** aircall-allow-proven-narrow: whether forged mail gets past the filter is decided, not left open; advisory. */
import { type TransportRulesPolicy, violationText } from "./policy";

export const aircallAllowProvenNarrow: TransportRulesPolicy = {
  id: "aircall-allow-proven-narrow",
  description:
    "After the update it is decided, and not left open, that no forged Aircall mail passes the spam filter.",
  level: "advisory",
  severity: "low",
  why: "An allow whose reach nobody can tell, such as one by IP address, may serve a forger too.",
  howToFix: "Remove allows by address, and require dmarc=pass in every rule that sets SCL -1.",
  violations: ({ judgement }) =>
    judgement.narrowness
      .filter(({ implies, code }) => implies === "undecided" && code !== "part-not-read")
      .map(violationText),
};
