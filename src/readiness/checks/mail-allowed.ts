/** Compliant: every genuine Aircall mail to this user reaches the inbox, whatever its text (guide 5). */
import type { Finding } from "../../mailflow/finding";
import type { DeliveryVerdict } from "../../mailflow/outcome";
import type { Check } from "../check";
import { noDetails, plainAnswer } from "../evidence";
import type { ReasonCode } from "../reasons";

const reasons: Readonly<Record<DeliveryVerdict, ReasonCode>> = {
  proven: "mail-proven",
  blocked: "mail-blocked",
  "not-guaranteed": "mail-not-guaranteed",
  undecided: "mail-undecided",
};

const ranks: Readonly<Partial<Record<Finding["implies"], number>>> = {
  blocked: 0,
  undecided: 1,
  "not-guaranteed": 2,
};
const lowest = 3;

const rankOf = ({ implies }: Finding): number => ranks[implies] ?? lowest;

/** Those that keep the verdict from being better, worst first; findings of equal weight stay in their order. */
const worstFirst = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter((finding) => rankOf(finding) < lowest).sort((left, right) => rankOf(left) - rankOf(right));

export const mailAllowed: Check = (person) => {
  const { mail } = person;
  if (mail === undefined) return plainAnswer("mail-not-read", person.ownLines);
  const findings = mail.verdict === "proven" ? [] : worstFirst(mail.findings);
  return {
    reason: reasons[mail.verdict],
    details: noDetails,
    ...(findings.length === 0 ? {} : { findings }),
    evidence: [mail.source],
  };
};
