/** The verdict for each single user, decided once for all users that nothing tells apart. */
import { deliveriesAt, isDelivery } from "./delivery";
import { limitsOf } from "./exchange/mailbox/quota";
import type { ExchangeTenant, Recipient } from "./exchange/tenant";
import { type Finding, worded } from "./finding";
import { type GatheredFindings, gatheredFindings } from "./gathered-findings";
import { type DecideOptions, type Moment, momentOf } from "./moment";
import { type DeliveryVerdict, worstDelivery } from "./outcome";
import { missingFinding, type Pending } from "./pending";
import type { RecipientClass } from "./recipients";
import { sampleFindings } from "./samples";
import { asWrittenIn, identityOf, userFinder } from "./users";

/** What a decision says of delivery to one user. */
export interface UserVerdict {
  readonly verdict: DeliveryVerdict;
  readonly findings: readonly Finding[];
}

/** The answer for one of the users asked about, by the address asked with; `undefined` for anybody else. */
export type VerdictOf = (user: string) => UserVerdict | undefined;

const answerOf = (found: GatheredFindings, senders: number): UserVerdict => {
  const findings = found.merged(senders);
  return { verdict: worstDelivery(findings.map(({ implies }) => implies).filter(isDelivery)), findings };
};

/** What samples show: of the given classes, and of the mail itself. */
const shownBySamples = (
  { tenant, samples, asOf, scope, facts }: Moment,
  classes: readonly RecipientClass[],
): readonly Pending[] => sampleFindings({ tenant, samples, classes, asOf, scope, facts });

/** A finding about a class, told of one of it: what one of the class gets, each of it gets. */
const toldOf = (finding: Finding, recipient: Recipient, senders: number): Finding => {
  if (finding.recipients.sample.length === 0) return finding;
  const { address, count, writtenTo = address } = recipient;
  const told: Finding = {
    ...finding,
    recipients: { count, sample: [address] },
    ...(finding.witness === undefined ? {} : { witness: { ...finding.witness, recipient: writtenTo } }),
  };
  if (finding.code !== "mailbox-full") return told;
  return worded({ ...told, details: { ...finding.details, limit: limitsOf([recipient]) } }, senders);
};

/**
 * Decides for each user as if nobody else were asked about.
 *
 * @remarks
 * Cost: one decision about delivery per class of users that nothing tells apart. All share the budget of one decision, so
 * that hostile rules may leave more undecided than they would for one user.
 * @param users their addresses, of whatever kind.
 */
export const verdictsByUser = (
  tenant: ExchangeTenant,
  users: readonly string[],
  options: Omit<DecideOptions, "users">,
): VerdictOf => {
  const asked = new Set(users.map((user) => user.toLowerCase()));
  const moment = momentOf(tenant, { ...options, users });
  const { asOf, scope, senders, classes } = moment;
  const deliver = deliveriesAt(moment);
  const answers = new Map<string | undefined, UserVerdict>();
  for (const recipients of classes) {
    const gathered = gatheredFindings();
    for (const sender of senders) deliver(sender, recipients, gathered);
    gathered.add(...shownBySamples(moment, [recipients]));
    const answer = answerOf(gathered, senders.length);
    if (recipients.representative === undefined) answers.set(undefined, answer);
    for (const member of recipients.members) answers.set(identityOf(member), answer);
  }
  const find = userFinder(tenant);
  const asWritten = asWrittenIn(tenant, moment.rules ?? []);
  const ofMail = shownBySamples(moment, []);
  return (user) => {
    if (!asked.has(user.toLowerCase())) return undefined;
    const found = find?.(user);
    if (found !== undefined && found.kind !== "mailbox") {
      const gathered = gatheredFindings();
      gathered.add(...missingFinding(found, senders, scope, { tenant, asOf }), ...ofMail);
      return answerOf(gathered, senders.length);
    }
    const answer = answers.get(
      found === undefined ? undefined : identityOf(asWritten(found.recipient, user)),
    );
    if (answer === undefined || found === undefined) return answer;
    const { verdict, findings } = answer;
    return {
      verdict,
      findings: findings.map((finding) => toldOf(finding, asWritten(found.recipient, user), senders.length)),
    };
  };
};
