/** What a finding hides: what is found once its cause is gone, and what is found once that is gone too. */
import type { Decision } from "../decide";
import type { ExchangeTenant } from "../exchange/tenant";
import { catalogue, type Finding } from "../finding";
import type { Trouble } from "./candidates";
import type { Edit } from "./edit";
import { planFor } from "./plans";
import type { Trials } from "./trials";
import { isBad, newFindings } from "./trouble";

/** Most layers looked through. */
const deepest = 3;

type About = "delivery" | "narrowness";

const findingsAbout = ({ findings, narrowness }: Decision, about: About): readonly Finding[] =>
  about === "delivery" ? findings : narrowness.findings;

/** Takes the causes of these findings away. */
const causesOf = (findings: readonly Finding[], trouble: Trouble): readonly Edit[] =>
  findings.flatMap((finding) =>
    planFor(finding.code)
      .cause({ ...trouble, finding })
      .slice(0, 1),
  );

const applied =
  (edits: readonly Edit[]): ((tenant: ExchangeTenant) => ExchangeTenant) =>
  (tenant) =>
    edits.reduce((changed, { apply }) => apply(changed), tenant);

/** Findings that only appear after the cause of this one is gone. Only what really fails a check can hide another. */
export const findingsBehind = (trouble: Trouble, before: Decision, trials: Trials): readonly Finding[] => {
  if (!isBad(trouble.finding)) return [];
  const { about } = catalogue[trouble.finding.code];
  const seen = [...findingsAbout(before, about)];
  const behind: Finding[] = [];
  let edits = causesOf([trouble.finding], trouble);
  for (let layer = 0, added = edits.length; layer < deepest && added > 0; layer += 1) {
    const key = `without ${edits.flatMap(({ commands }) => commands).join("\n")}`;
    const after = trials.after(key, applied(edits));
    if (after === undefined) break;
    const found = newFindings(seen, findingsAbout(after, about));
    behind.push(...found);
    seen.push(...found);
    const more = causesOf(found.filter(isBad), trouble);
    edits = [...edits, ...more];
    added = more.length;
  }
  return behind;
};
