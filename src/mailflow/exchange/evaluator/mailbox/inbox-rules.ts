/** The user's inbox rules, in order of priority, until one stops (exchange-online.md 4.3). */

import { type InboxRule, inboxRuleActions } from "../../mailbox/inbox-rule-table";
import type { Ending, TraceCondition } from "../../trace";
import { and, not, type Truth } from "../truth";
import { ends, goesOn, type Mail, merged, type Place, supposing, type Ways, wayLimit } from "../ways";
import { inboxRuleConditionHolds } from "./inbox-rule-conditions";

const stage = "mailbox";

interface AfterRule {
  readonly below: readonly Mail[];
  readonly stopped: readonly Mail[];
  readonly ends: readonly Ending[];
}

/** A rule that moves into the inbox moves nothing away; how that folder is called depends on the language. */
const isInbox = (folders: readonly string[]): boolean =>
  folders.some((folder) => /(?:^|[\\/:])inbox$/iu.test(folder.trim()));

/** Where a matching rule leaves the mail; several where it names several places. */
const effects = ({ actions, unmodelled }: InboxRule): readonly Ending["outcome"][] => {
  const away = actions.flatMap(({ name, values }): Ending["outcome"][] => {
    const effect = inboxRuleActions[name];
    if (effect === "none") return [];
    return name === "MoveToFolder" && isInbox(values) ? ["undecided"] : [effect];
  });
  return unmodelled.length > 0 ? [...new Set([...away, "undecided" as const])] : [...new Set(away)];
};

/** Whether a redirect of the user's leaves the mail in the inbox as well is not published (4.3). */
const mayStay = (outcomes: readonly Ending["outcome"][]): boolean =>
  outcomes.every((one) => one === "redirected");

const matched = (rule: InboxRule, mail: Mail): AfterRule => {
  const away = effects(rule);
  const ended = away.map((outcome) =>
    ends(mail, { outcome, stage, because: `inbox rule "${rule.name}"`, rule: rule.name }),
  );
  if (!mayStay(away)) return { below: [], stopped: [], ends: ended };
  const stays =
    away.length === 0 ? mail : supposing(mail, `a redirect by inbox rule "${rule.name}" keeps a copy`);
  return rule.stopProcessingRules
    ? { below: [], stopped: [stays], ends: ended }
    : { below: [stays], stopped: [], ends: ended };
};

const conditionsOf = (rule: InboxRule, mail: Mail, place: Place): readonly TraceCondition[] =>
  rule.conditions.map((condition) => inboxRuleConditionHolds(condition, mail, place));

const visit = (rule: InboxRule, mail: Mail, place: Place): AfterRule => {
  const conditions = conditionsOf(rule, mail, place);
  const known = and(
    conditions.map(({ parameter, holds }) => (parameter.startsWith("ExceptIf") ? not(holds) : holds)),
  );
  const truth: Truth = known === true && rule.unmodelled.length > 0 ? undefined : known;
  place.note(mail, {
    stage,
    rule: rule.name,
    matched: truth,
    conditions,
    text: truth === undefined ? "may match" : truth ? "matches" : "does not match",
  });
  if (truth === false) return { below: [mail], stopped: [], ends: [] };
  if (truth === true) return matched(rule, mail);
  const question = `inbox rule "${rule.name}" matches`;
  const yes = matched(rule, supposing(mail, question));
  return { ...yes, below: [...yes.below, supposing(mail, `not: ${question}`)] };
};

export const inboxRules = (mail: Mail, place: Place): Ways => {
  const rules = place.recipient?.mailbox?.inboxRules;
  if (rules === undefined) {
    const because = "the inbox rules of the mailbox were not read";
    place.note(mail, { stage, text: because });
    return { goesOn: [mail], ends: [ends(mail, { outcome: "undecided", stage, because })] };
  }
  let live: readonly Mail[] = [mail];
  const stopped: Mail[] = [];
  const ended: Ending[] = [];
  for (const rule of [...rules].sort((left, right) => left.priority - right.priority)) {
    if (!rule.enabled) {
      place.note(mail, { stage, rule: rule.name, text: "is switched off" });
      continue;
    }
    const after = live.map((one) => visit(rule, one, place));
    stopped.push(...after.flatMap((one) => one.stopped));
    ended.push(...after.flatMap((one) => one.ends));
    live = merged(after.flatMap(({ below }) => below));
    if (live.length > wayLimit) {
      ended.push(ends(mail, { outcome: "undecided", stage, because: "too many inbox rules may match" }));
      live = [];
    }
    if (live.length === 0) break;
  }
  if (rules.length === 0) place.note(mail, { stage, text: "there is no inbox rule" });
  return { ...goesOn(...merged([...stopped, ...live])), ends: ended };
};
