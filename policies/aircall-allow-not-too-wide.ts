/** aircall-allow-not-too-wide: no forged mail that claims to be from Aircall gets past the filter. */
import { intolerable } from "../src/resources/exchange/judgement";
import { type TransportRulesPolicy, violationText } from "./policy";

export const aircallAllowNotTooWide: TransportRulesPolicy = {
  id: "aircall-allow-not-too-wide",
  description:
    "After the update no allow lets mail that only claims to be from Aircall, and fails DMARC, past the spam filter.",
  level: "mandatory",
  severity: "high",
  why: "An allow on the From address alone can be used by anybody who writes that address, to phish for the very codes.",
  howToFix:
    "Require dmarc=pass in Authentication-Results in every rule that sets SCL -1, and empty the allowed senders and domains of anti-spam policies.",
  violations: ({ judgement, observed }) =>
    intolerable(judgement.narrowness, "too-wide", observed).map(violationText),
};
