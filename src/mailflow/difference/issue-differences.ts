/** Doubts outside the transport rules that one tenant raises and the other does not: told by the findings of both decisions. */
import type { Decision } from "../decide";
import { type Finding, mergeKey, worded } from "../finding";
import type { Change } from "./change";
import type { About } from "./fate";

/** Findings that list entries: each entry is a doubt of its own. */
const perEntry: ReadonlySet<string> = new Set(["allowed-by-address", "sending-address-may-be-blocked"]);

const single = (finding: Finding): readonly Finding[] => {
  const { entry } = finding.details;
  return entry === undefined || !perEntry.has(finding.code)
    ? [finding]
    : entry.split(", ").map((one) => ({ ...finding, details: { ...finding.details, entry: one } }));
};

/**
 * Ways through the rules are compared message by message; of them counts here only that they were not read at all. A finding
 * that says when it holds owes its doubt to the rules.
 */
const isOutsideRules = ({ stage, code, details }: Finding): boolean =>
  code === "part-not-read" || (stage !== "transport-rules" && details.when === undefined);

const doubtsOf = (decision: Decision, about: About): readonly Finding[] =>
  (about === "delivery" ? decision.findings : decision.narrowness.findings)
    .filter((finding) => finding.implies === "undecided" && isOutsideRules(finding))
    .flatMap(single);

/** How many recipients a doubt concerns for mail from this sender. */
const reach = (doubts: readonly Finding[], key: string, sender: string): number =>
  doubts
    .filter((one) => mergeKey(one) === key && one.senders.includes(sender))
    // Where recipients were not read, all of them are concerned.
    .reduce((sum, { recipients }) => sum + (recipients.count || Number.POSITIVE_INFINITY), 0);

const changeOf = (
  kind: "newly-undecided" | "no-longer-undecided",
  about: About,
  finding: Finding,
  senders: readonly string[],
  asked: number,
): Change => ({
  kind,
  about,
  senders,
  recipients: finding.recipients,
  before: { fate: "undecided" },
  after: { fate: "undecided" },
  finding: worded({ ...finding, senders }, asked),
  rules: finding.rule === undefined ? [] : [finding.rule],
});

/**
 * What only one of the two leaves open, or leaves open for more recipients.
 * @param asked how many senders were asked about.
 */
export const compareDoubts = (before: Decision, after: Decision, asked: number): readonly Change[] =>
  (["delivery", "narrowness"] as const).flatMap((about) => {
    const [was, is] = [doubtsOf(before, about), doubtsOf(after, about)];
    const more = (
      some: readonly Finding[],
      others: readonly Finding[],
      kind: "newly-undecided" | "no-longer-undecided",
    ) =>
      some.flatMap((finding) => {
        const key = mergeKey(finding);
        const senders = finding.senders.filter(
          (sender) => reach(some, key, sender) > reach(others, key, sender),
        );
        return senders.length === 0 ? [] : [changeOf(kind, about, finding, senders, asked)];
      });
    return [...more(is, was, "newly-undecided"), ...more(was, is, "no-longer-undecided")];
  });
