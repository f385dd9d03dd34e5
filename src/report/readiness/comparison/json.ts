/** A comparison of two readiness runs as JSON: every change, one a line. */
import type { RunComparison } from "../../../readiness/compare";
import type { SavedCheck, SavedUser } from "../../../readiness/saved-run";
import type { ReadinessStyle } from "../style";
import { type ChangeEntry, comparisonVerdict, entriesOf, savedText } from "./entries";
import { changeLists } from "./words";

const stateJson = ({ inScope, ready }: SavedUser) => ({ inScope, ready });

const checkJson = (check: SavedCheck, user: SavedUser, style: ReadinessStyle) => ({
  ...check,
  reason: savedText(check.reason, user, style),
  evidence: savedText(check.evidence, user, style),
  action: check.action === null ? null : savedText(check.action, user, style),
});

const userJson = (user: SavedUser, { masking }: ReadinessStyle) => {
  const { email, name } = masking.who(user);
  return { email, name };
};

const entryJson = ({ user, check, before, after }: ChangeEntry, style: ReadinessStyle) => ({
  ...userJson(user, style),
  ...(check === undefined
    ? { before: before && stateJson(before), after: after && stateJson(after) }
    : { before: checkJson(check.before, user, style), after: checkJson(check.after, user, style) }),
});

function* pieces(compared: RunComparison, style: ReadinessStyle): Generator<string> {
  yield `{"asOf":${JSON.stringify(compared.asOf)},"masked":${style.masking.masked},"verdict":"${comparisonVerdict(compared)}"`;
  for (const list of changeLists) {
    yield `,\n"${list}":[`;
    let separator = "\n";
    for (const entry of entriesOf(compared, list)) {
      yield `${separator}${JSON.stringify(entryJson(entry, style))}`;
      separator = ",\n";
    }
    yield "]";
  }
  yield `,\n"unchanged":${compared.unchanged}}\n`;
}

/** Users with their state before and after, or one check of theirs. */
export const comparisonJson = (compared: RunComparison, style: ReadinessStyle): Iterable<string> =>
  pieces(compared, style);
