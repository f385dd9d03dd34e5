/** Compliant: the mailbox takes mail from outside the organisation, which Aircall's is (aircall.md 1.3). */
import type { Finding } from "../../mailflow/finding";
import type { Answer, Check, Person } from "../check";
import { noDetails, placeOf, plainAnswer } from "../evidence";

const bySettings = (findings: readonly Finding[], evidence: Answer["evidence"]): Answer => {
  const refusing = findings.filter(({ implies }) => implies === "blocked");
  if (refusing.length > 0) {
    const settings = new Set(refusing.map(({ details }) => details.setting ?? ""));
    return {
      reason: "outside-refused",
      details: { setting: [...settings].join(", ") },
      findings: [...refusing, ...findings.filter((finding) => !refusing.includes(finding))],
      evidence,
    };
  }
  return findings.length > 0
    ? { reason: "outside-undecided", details: noDetails, findings, evidence }
    : plainAnswer("outside-accepted", evidence);
};

/** A directory tells whether, and not by which setting; its place stands for it. */
const byDirectory = (person: Person): Answer => {
  const { directory } = person;
  const accepts = typeof directory === "object" ? directory.acceptsOutsideSenders : undefined;
  if (typeof directory !== "object" || accepts === undefined)
    return plainAnswer("outside-not-read", person.ownLines);
  const evidence = [directory.source];
  return accepts
    ? plainAnswer("outside-accepted", evidence)
    : { reason: "outside-refused", details: { setting: placeOf(directory.source) }, evidence };
};

export const acceptsOutsideSenders: Check = (person) => {
  const { mail } = person;
  return mail?.restrictions === undefined
    ? byDirectory(person)
    : bySettings(mail.restrictions, [mail.source]);
};
