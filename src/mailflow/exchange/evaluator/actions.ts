/** Where the policies' actions leave a message: the verdict's own, and those that a block asks for (exchange-online.md 2.8, 3.4 to 3.6). */
import type { FilterVerdict } from "../../message";
import type { Ruling, Setting } from "../precedence";
import type { HostedContentFilterPolicy } from "../tenant";
import {
  authenticationFailure,
  type Consequence,
  impersonationConsequences,
  spoofConsequences,
} from "./anti-phishing";
import { actionOn, type SpamVerdict, spamOutcome } from "./anti-spam";
import { type Binding, type Draft, open } from "./settled";
import type { Covering, Mail, Place } from "./ways";

/** A setting that covers the message and has something to say of its verdict. */
export interface Opinion extends Covering {
  readonly ruling: Exclude<Ruling, "filter" | "none">;
}

const ofConsequence = (consequence: Consequence): Draft => ({
  outcome: consequence.outcome,
  stage: "anti-phishing",
  because: consequence.because,
  decidedBy: consequence.honoursDmarc ? "dmarc-policy" : "verdict",
});

const ofSpam = (
  policy: HostedContentFilterPolicy,
  verdict: SpamVerdict,
  decidedBy: Draft["decidedBy"],
  by = "",
): Draft => ({
  outcome: spamOutcome(policy, verdict),
  stage: "anti-spam",
  because: `${by}policy "${policy.name}" does ${actionOn(policy, verdict)} with ${verdict}`,
  decidedBy,
});

const clean: Draft = {
  outcome: "inbox",
  stage: "anti-spam",
  because: "the filter finds nothing",
  decidedBy: "verdict",
};

/** What happens where no setting says anything: the verdict's own action, or the inbox where it is clean (3.5, 3.6). */
export const ownAction = (
  verdict: FilterVerdict,
  { content, phishing }: Binding,
  place: Place,
): readonly Draft[] => {
  switch (verdict) {
    case "malware":
      return [{ outcome: "quarantined", stage: "malware-filter", because: "malware", decidedBy: "verdict" }];
    case "spoof":
      return "unknown" in phishing
        ? [open("anti-phishing", phishing.unknown)]
        : spoofConsequences(phishing, place).map(ofConsequence);
    case "impersonation": {
      if ("unknown" in phishing) return [open("anti-phishing", phishing.unknown)];
      const consequences = impersonationConsequences(phishing, place.message.from);
      return consequences.length === 0 ? [clean] : consequences.map(ofConsequence);
    }
    case "clean":
      return [clean];
    default:
      return [ofSpam(content, verdict, "verdict")];
  }
};

/** SCL 5 and 6 ask for spam, 7 to 9 for high-confidence spam (2.8); the filter may have found worse. */
const spamVerdictOf = (verdict: FilterVerdict, mail: Mail, setting: Setting): SpamVerdict => {
  const asked = setting === "rule-spam" && (mail.state.scl ?? 5) >= 7 ? "high-confidence-spam" : "spam";
  return verdict === "high-confidence-spam" ? verdict : asked;
};

const spoofAction = ({ setting, by }: Opinion, { phishing }: Binding): Draft => {
  if ("unknown" in phishing) return open("anti-phishing", phishing.unknown);
  const failure = authenticationFailure(phishing);
  return { ...ofConsequence(failure), because: `${by}: ${failure.because}`, decidedBy: setting };
};

/** What a block does with a message of that verdict (3.4). */
export const blockAction = (
  opinion: Opinion,
  verdict: FilterVerdict,
  mail: Mail,
  binding: Binding,
): readonly Draft[] => {
  const { setting, by, ruling } = opinion;
  const phish = ofSpam(binding.content, "phish", setting, `${by}: `);
  switch (ruling) {
    case "phish-action":
      return [phish];
    case "spam-action":
      return [ofSpam(binding.content, spamVerdictOf(verdict, mail, setting), setting, `${by}: `)];
    case "spoof-action":
      // Of a phishing verdict beside a blocked pair the reference says "spoof/phish action".
      return verdict === "phish" ? [spoofAction(opinion, binding), phish] : [spoofAction(opinion, binding)];
    case "rejected":
      return [{ outcome: "rejected", stage: "connection-filter", because: by, decidedBy: setting }];
    default:
      return [{ outcome: "quarantined", stage: "tenant-allow-block-list", because: by, decidedBy: setting }];
  }
};
