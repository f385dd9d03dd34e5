/** The user's inbox rules, in order of priority, for the decider (exchange-online.md 4.3). */
import {
  type Bounds,
  complement,
  fold,
  fromRegularExpression,
  nothing,
  quote,
  union,
} from "../../language/language";
import { bodyContainsWords, containsWords } from "../../language/words";
import { factHolds } from "../../message-class";
import type { Outcome } from "../../outcome";
import { parseSize } from "../../size";
import type { StageQuestion } from "../after-rules";
import { isRecipient } from "../directory";
import { type Issue, notRead } from "../issue";
import { type Atom, constant, fact, type Match, settle, test } from "../transport-rules/atom";
import { body, overBounds, subject } from "../transport-rules/content";
import { type Constraint, standing } from "../transport-rules/region";
import { known, never, type Surroundings, settled } from "../transport-rules/surroundings";
import type { Arrival, Walk } from "../transport-rules/walking";
import { impliedBy, outcomeText, because as reasonOf } from "../wording";
import {
  type InboxRule,
  type InboxRuleCondition,
  inboxRuleActions,
  inboxRuleConditions,
} from "./inbox-rule-table";
import { anyStandsFor } from "./senders";

const stage = "mailbox";

/** Whether words mean whole words or parts of words is not published: both must agree (exchange-online.md 4.3). */
const containsText = (words: readonly string[]): Bounds => ({
  surely: containsWords(words).surely,
  possibly: fromRegularExpression(`[^]*(?:${words.map((word) => quote(fold(word))).join("|")})[^]*`),
  because: "whether words of an inbox rule mean whole words is not published",
});

const bodyContainsText = (words: readonly string[]): Bounds => ({
  ...bodyContainsWords(words),
  possibly: union([containsText(words).possibly, fromRegularExpression("[^]*[<&][^]*")]),
  plausibly: containsText(words).possibly,
});

/** The address in an entry such as `"Aircall" [SMTP:noreply@aircall.io]`. */
const addressIn = (entry: string): string => /\[smtp:([^\]]+)\]/iu.exec(entry)?.[1] ?? entry;

const sizeTest = (value: string | undefined, side: "minimum" | "maximum"): Atom => {
  const bytes = value === undefined ? undefined : parseSize(value);
  if (bytes === undefined || bytes === "unlimited") return fact(`the size "${value ?? ""}" cannot be read`);
  const over = overBounds(bytes);
  if (side === "minimum") return test("size", over, "size");
  const under = { ...over, surely: complement(over.possibly), possibly: complement(over.surely) };
  return test("size", under, "size");
};

const atomsOf = (
  condition: InboxRuleCondition,
  question: StageQuestion,
  around: Surroundings,
): readonly Atom[] => {
  const { values, name } = condition;
  const { tenant, messages, recipient } = question;
  const unknown = [fact(`whether ${name} of an inbox rule holds is not known`)];
  const address = recipient?.address ?? "";
  switch (inboxRuleConditions[name]) {
    case "people":
      return [
        settled(
          anyStandsFor(values.map(addressIn), messages.sender, tenant),
          "contacts or members of groups were not read",
        ),
      ];
    case "recipients":
      return values.map((entry) =>
        settled(
          isRecipient(addressIn(entry), recipient, tenant),
          `whether "${entry}" is the recipient was not read`,
        ),
      );
    case "address-words":
      return [known(containsText(values), messages.sender, "words in the sender's address")];
    case "recipient-address-words":
      return [known(containsText(values), address, "words in the recipient's address")];
    case "subject-words":
      return [subject(around, containsText(values))];
    case "body-words":
      return [body(around, bodyContainsText(values))];
    case "subject-or-body-words":
      return [subject(around, containsText(values)), body(around, bodyContainsText(values))];
    case "importance":
      return [constant(values.some((value) => fold(value) === "normal"))];
    case "only-to-me":
    case "to-me":
      return [constant(true)];
    case "in-cc":
    case "not-to-me":
      return never;
    case "has-attachment":
      // Whether an image shown inside the body counts as an attachment is not published.
      return [
        test(
          "inlineImage",
          { surely: nothing, possibly: factHolds, because: "whether inline images count as attachments" },
          "inline images",
        ),
      ];
    case "size-minimum":
      return [sizeTest(values[0], "minimum")];
    case "size-maximum":
      return [sizeTest(values[0], "maximum")];
    case "header-words":
    case "received-after":
    case "received-before":
    case "unknown":
      return unknown;
  }
};

const matchOf = (rule: InboxRule, question: StageQuestion, arrival: Arrival): Match | "never" => {
  const around = (twin: "" | "ExceptIf"): Surroundings => ({
    tenant: question.tenant,
    messages: question.messages,
    recipient: question.recipient,
    state: arrival.state,
    parameters: {},
    twin,
  });
  const read = (exception: boolean) =>
    rule.conditions
      .filter((condition) => condition.exception === exception)
      .map((condition) => atomsOf(condition, question, around(exception ? "ExceptIf" : "")));
  const unmodelled = rule.unmodelled.map((problem) => [fact(`it sets ${problem}`)]);
  return settle([...read(false), ...unmodelled], read(true).flat());
};

/** What the rule does to the mail's place; `because` says why that is not known. */
type Effect =
  | { readonly kind: "none" }
  | { readonly kind: "ends"; readonly outcome: Outcome }
  | { readonly kind: "unknown"; readonly because: string };

const effectOf = (rule: InboxRule): Effect => {
  for (const { name, values } of rule.actions) {
    const effect = inboxRuleActions[name];
    if (effect === "none") continue;
    if (effect === "redirected")
      return { kind: "unknown", because: "whether a redirect leaves a copy is not published" };
    // The folder has another name in another language, so a name that looks like the inbox may be it or not.
    if (name === "MoveToFolder" && values.some((folder) => /(?:^|[\\/:])inbox$/iu.test(folder.trim())))
      return { kind: "unknown", because: "whether the folder it moves mail to is the inbox is not known" };
    return { kind: "ends", outcome: effect };
  }
  return { kind: "none" };
};

const ruleIssues = (
  rule: InboxRule,
  match: Match,
  arrival: Arrival,
  above: readonly Constraint[],
  { messages }: StageQuestion,
): readonly Issue[] => {
  const effect = effectOf(rule);
  if (effect.kind === "none" && rule.unmodelled.length === 0) return [];
  const stands = standing(messages, [...arrival.region, ...above, { rule: rule.name, match, matched: true }]);
  if (stands === undefined) return [];
  const details = { rule: rule.name, when: reasonOf(stands) };
  if (stands.kind === "undecided" || effect.kind !== "ends")
    return [
      {
        code: "inbox-rule-undecided",
        stage,
        rule: rule.name,
        implies: "undecided",
        details: { ...details, because: effect.kind === "unknown" ? effect.because : reasonOf(stands) },
      },
    ];
  const { outcome } = effect;
  return [
    {
      code: "inbox-rule-moves",
      stage,
      rule: rule.name,
      ...impliedBy(stands),
      outcome,
      details: { ...details, outcome: outcomeText[outcome] },
      values: stands.values,
    },
  ];
};

export const decideInboxRules = (
  rules: readonly InboxRule[] | undefined,
  question: StageQuestion,
  walk: Walk,
): readonly Issue[] => {
  if (rules === undefined) return [notRead(stage, "Get-InboxRule")];
  const active = rules.filter(({ enabled }) => enabled).sort((left, right) => left.priority - right.priority);
  if (active.length === 0) return [];
  return walk.branches.flatMap((arrival) => {
    const issues: Issue[] = [];
    const above: Constraint[] = [];
    for (const rule of active) {
      const match = matchOf(rule, question, arrival);
      if (match === "never") continue;
      issues.push(...ruleIssues(rule, match, arrival, above, question));
      if (rule.stopProcessingRules) above.push({ rule: rule.name, match, matched: false });
    }
    return issues;
  });
};
