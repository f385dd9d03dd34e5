/** The anti-phishing policy: what becomes of spoof and of impersonation (exchange-online.md 3.6). */
import { domainOf } from "../../message";
import type { Outcome } from "../../outcome";
import type { AntiPhishPolicy, ImpersonationAction } from "../tenant";
import { namesAddress } from "./sender-lists";
import { looksPastGateway } from "./skip-listing";
import type { Place } from "./ways";

/** One thing a policy may do with the mail, and the setting that does it. */
export interface Consequence {
  readonly outcome: Outcome;
  readonly because: string;
  /** Whether the policy of the sender's own domain is what acts; a safe sender of the user beats it (3.4). */
  readonly honoursDmarc: boolean;
}

const consequence = (outcome: Outcome, because: string, honoursDmarc = false): Consequence => ({
  outcome,
  because,
  honoursDmarc,
});

/** What spoof itself leads to, whatever the sender's domain asks for. */
export const authenticationFailure = (policy: AntiPhishPolicy): Consequence =>
  consequence(
    policy.authenticationFailAction === "Quarantine" ? "quarantined" : "junk",
    `AuthenticationFailAction=${policy.authenticationFailAction}`,
  );

/** What the domain asks for, as the service stamped it; `undefined` where nothing was stamped (3.9). */
const askedFor = (place: Place): "oreject" | "quarantine" | "none" | undefined => {
  const stamped = (place.message.headers["authentication-results"] ?? []).join(" ");
  const action = /\bdmarc=\S+\s+action=([a-z.]+)/iu.exec(stamped)?.[1]?.toLowerCase();
  // A percentage asks for it in some of the mail only.
  return action === "oreject" || action === "quarantine" || action === "none" ? action : undefined;
};

const rejecting = (policy: AntiPhishPolicy): Consequence =>
  consequence(
    policy.dmarcRejectAction === "Reject" ? "rejected" : "quarantined",
    `DmarcRejectAction=${policy.dmarcRejectAction}`,
    true,
  );

const quarantining = (policy: AntiPhishPolicy): Consequence =>
  consequence(
    policy.dmarcQuarantineAction === "Quarantine" ? "quarantined" : "junk",
    `DmarcQuarantineAction=${policy.dmarcQuarantineAction}`,
    true,
  );

/** Every action that the policy of the sender's domain may lead to, where it is honoured. */
const honoured = (policy: AntiPhishPolicy, place: Place): readonly Consequence[] => {
  switch (askedFor(place)) {
    case "oreject":
      return [rejecting(policy)];
    case "quarantine":
      return [quarantining(policy)];
    case "none":
      return [authenticationFailure(policy)];
    case undefined:
      return [rejecting(policy), quarantining(policy), authenticationFailure(policy)];
  }
};

/** Whether the policy is told to act at all; a policy that is off is outside the reference. */
const offWays = (policy: AntiPhishPolicy): readonly Consequence[] =>
  policy.enabled ? [] : [consequence("inbox", `policy "${policy.name}" is off`)];

/** Everything that may become of a message taken for spoof. */
export const spoofConsequences = (policy: AntiPhishPolicy, place: Place): readonly Consequence[] => {
  const failure = authenticationFailure(policy);
  // Without spoof intelligence nothing else than DMARC finds spoof; what then acts is not published.
  const unfound = policy.enableSpoofIntelligence ? [] : [consequence("inbox", "spoof intelligence is off")];
  if (place.message.dmarc !== "fail") return [failure, ...unfound, ...offWays(policy)];
  if (!policy.honorDmarcPolicy)
    return policy.enableSpoofIntelligence
      ? [failure, ...offWays(policy)]
      : // The spoofing page quarantines such mail, the cmdlet page goes by AuthenticationFailAction (3.6).
        [
          failure,
          consequence("quarantined", "spoof intelligence and HonorDmarcPolicy are off"),
          ...offWays(policy),
        ];
  // Behind a gateway DMARC is honoured with Enhanced Filtering only (3.6).
  const behindGateway = place.message.route !== undefined;
  const seesSource = behindGateway ? looksPastGateway(place) : true;
  if (seesSource === false) return [failure, ...offWays(policy)];
  return [...honoured(policy, place), ...(seesSource === undefined ? [failure] : []), ...offWays(policy)];
};

const impersonationOutcome = (action: ImpersonationAction): Outcome => {
  switch (action) {
    case "NoAction":
    case "BccMessage":
      return "inbox";
    case "MoveToJmf":
      return "junk";
    case "Quarantine":
      return "quarantined";
    case "Redirect":
      return "redirected";
    case "Delete":
      return "deleted";
  }
};

/** ExcludedSenders and ExcludedDomains exempt exactly what they name: no subdomain (3.6). */
export const isExempt = (policy: AntiPhishPolicy, from: string): boolean =>
  namesAddress(policy.excludedSenders, from) ||
  policy.excludedDomains.some((domain) => domain.trim().toLowerCase() === domainOf(from));

/** Everything that may become of a message taken for impersonation; empty where nobody looks for it. */
export const impersonationConsequences = (policy: AntiPhishPolicy, from: string): readonly Consequence[] => {
  if (isExempt(policy, from) || policy.impersonationProtections.length === 0) return [];
  return [
    ...policy.impersonationProtections.map(({ kind, action }) =>
      consequence(impersonationOutcome(action), `impersonation protection of ${kind}: ${action}`),
    ),
    ...offWays(policy),
  ];
};
