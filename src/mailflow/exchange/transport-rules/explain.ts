/** Every condition of a rule with what the message has in its place, for the trace. Part of the reference evaluator. */
import { shortened } from "../evaluator/shortened";
import { judgedAddress } from "../evaluator/skip-listing";
import type { TraceCondition } from "../trace";
import { conditionHolds } from "./holds";
import { setConditions } from "./set-conditions";
import { headerValues, type Situation, senders, subject } from "./situation";
import type { ConditionName } from "./table";

const fieldOf = (name: unknown, at: Situation): string =>
  typeof name === "string" ? headerValues(at, name).join(", ") || "no such field" : "not named";

/** What the conditions whose names begin so look at; the first that fits counts. */
const looksAt: readonly (readonly [begins: RegExp, found: (at: Situation) => string])[] = [
  [/^FromScope/u, () => "mail from the Internet"],
  [/^SenderIpRanges/u, (at) => judgedAddress(at) ?? "not known"],
  [/^(?:From|SenderDomainIs|SenderAD|SenderManagement|BetweenMemberOf)/u, (at) => senders(at).join(", ")],
  [/^SubjectOrBody/u, (at) => `${subject(at)} / ${at.message.body}`],
  [/^Subject/u, subject],
  [/^HeaderContains/u, (at) => fieldOf(at.parameters[`${at.twin}HeaderContainsMessageHeader`], at)],
  [/^HeaderMatches/u, (at) => fieldOf(at.parameters[`${at.twin}HeaderMatchesMessageHeader`], at)],
  [/^ContentCharacterSet/u, (at) => at.message.characterSet],
  [/^MessageSize/u, (at) => `${at.message.size} bytes`],
  [/^WithImportance/u, (at) => at.message.importance],
  [/^SCLOver/u, (at) => (at.state.scl === undefined ? "no SCL stamped by a rule" : String(at.state.scl))],
  [/^Has(?:No)?Classification/u, (at) => (at.state.classified ? "classified by a rule" : "not classified")],
  [/^MessageType/u, () => "an ordinary message"],
  [/^Attachment/u, (at) => at.message.attachments.map(({ name }) => name).join(", ") || "no attachment"],
  [
    /^RecipientAD/u,
    (at) =>
      Object.entries(at.recipient?.attributes ?? {})
        .map((pair) => pair.join("="))
        .join(", "),
  ],
  [
    /^(?:SentTo|Recipient|AnyOf|Manager|ADComparison)/u,
    (at) => at.recipient?.address ?? `${at.message.recipient}, not read`,
  ],
];

const found = (name: ConditionName, at: Situation): string =>
  shortened(looksAt.find(([begins]) => begins.test(name))?.[1](at) ?? "not seen in a message");

const textOf = (value: unknown): string => (Array.isArray(value) ? value.join(", ") : String(value));

/** The conditions and exceptions of a rule, each with its answer, in the order of the table. */
export const explainRule = (at: Omit<Situation, "twin">): readonly TraceCondition[] =>
  setConditions(at.parameters).map(({ name, twin, value }) => {
    const here: Situation = { ...at, twin };
    return {
      parameter: `${twin}${name}`,
      expected: shortened(textOf(value)),
      found: found(name, here),
      holds: conditionHolds(name, value, here),
    };
  });
