/** Compliant: the link of an invitation that is still to be accepted stays as it is; a code needs none (aircall.md 1.3). */
import type { Check, LinkDoubt } from "../check";
import { noDetails, sourcesOf } from "../evidence";
import { entriesIn, joinedInvitation } from "../invitation-state";

const notRead: LinkDoubt = "not-read";

export const linksNotRewritten: Check = (person) => {
  const { links, entries } = person;
  if (joinedInvitation(entries) === "accepted")
    return {
      reason: "links-not-needed",
      details: noDetails,
      evidence: sourcesOf(entriesIn(entries, "accepted")),
    };
  if (links === undefined)
    return { reason: "links-unknown", details: { because: notRead }, evidence: person.ownLines };
  const evidence = [links.source];
  switch (links.kind) {
    case "intact":
      return { reason: "links-intact", details: { because: links.because }, evidence };
    case "rewritten":
      return { reason: "links-rewritten", details: { policy: links.policy }, evidence };
    case "unknown":
      return { reason: "links-unknown", details: { because: links.because }, evidence };
  }
};
