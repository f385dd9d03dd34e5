/** The write guard: refuses a write after which Aircall's mail would be blocked and was not before. */
import type { Finding } from "../../../mailflow/finding";
import { excusedKeys, findingKeys } from "../../../resources/exchange/finding-key";
import { intolerable, type Judgement } from "../../../resources/exchange/judgement";
import { ProviderError } from "../../kit";

const blocking = ({ findings }: Judgement): readonly Finding[] =>
  findings.filter(({ implies }) => implies === "blocked");

const shownLimit = 5;

const findingText = ({ message, fix, witness }: Finding): string =>
  [
    message,
    ...(witness === undefined
      ? []
      : [`  Message that shows it: from ${witness.from}, subject "${witness.subject}".`]),
    `  To do: ${fix}`,
  ].join("\n");

const wayOut = 'Set `guard` to "off" to write it all the same.';

const refusal = (reasons: readonly string[]): ProviderError => {
  const more = reasons.length - shownLimit;
  return new ProviderError(
    [
      "Refused, and nothing was written: Aircall's mail would be blocked.",
      ...reasons.slice(0, shownLimit),
      ...(more > 0 ? [`And ${more} more.`] : []),
      wayOut,
    ].join("\n"),
  );
};

/** When a verdict that is good now turns into a block, without anybody writing anything. */
const blockedFrom = ({ decision }: Judgement) =>
  decision.changesAt.find(({ verdict }) => verdict === "blocked");

/**
 * Lets a write pass, or refuses it.
 *
 * @param provenOnce - whether the tenant was ever proven: then no block is excused by an old one.
 * @throws ProviderError that names the rule, shows a message and says what to do.
 */
export const guardWrite = (before: Judgement, after: Judgement, provenOnce: boolean): void => {
  const unread = after.findings.filter(({ code }) => code === "part-not-read");
  if (unread.length > 0)
    throw new ProviderError(
      [
        "Refused, and nothing was written: whether Aircall's mail would still arrive cannot be judged.",
        ...unread.slice(0, shownLimit).map(findingText),
        wayOut,
      ].join("\n"),
    );
  const strict = provenOnce || before.decision.verdict === "proven";
  const present = { provenOnce: strict, before: { findings: blocking(before).flatMap(excusedKeys) } };
  const brought = intolerable(after.findings, "blocked", present);
  if (brought.length > 0) throw refusal(brought.map(findingText));
  const later = blockedFrom(after);
  if (later !== undefined && blocking(after).length === 0 && blockedFrom(before) === undefined)
    throw refusal([
      `From ${later.at} on, because ${later.cause}.\n  To do: put the allow rule for Aircall above it with StopRuleProcessing, or change the date.`,
    ]);
};

/**
 * Whether rules on the way are no worse than both ends: a block is tolerable in between where one of the ends has it.
 */
export const betweenEnds = (before: Judgement, after: Judgement): ((between: Judgement) => boolean) => {
  const excused = new Set([...blocking(before), ...blocking(after)].flatMap(excusedKeys));
  return (between) =>
    blocking(between).every((finding) => findingKeys(finding).every((key) => excused.has(key)));
};
