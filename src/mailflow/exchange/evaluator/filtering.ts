/** Content filtering: verdicts times settings, by the policies that bind the recipient (exchange-online.md 3.1 step 5, 3.3 to 3.6). */
import type { FilterVerdict } from "../../message";
import type { ExchangeStage } from "../../outcome";
import type { AntiPhishPolicy, HostedContentFilterPolicy } from "../tenant";
import type { Ending } from "../trace";
import { impersonationConsequences, isExempt } from "./anti-phishing";
import { listConditions, ownFindings } from "./anti-spam";
import { type Selection, selectPolicies } from "./policy-selection";
import { isBypassed, rule } from "./ruling";
import type { Binding, Settled, SettledVerdict } from "./settled";
import { or } from "./truth";
import { possibleVerdicts, withOwnFindings } from "./verdicts";
import { bothWays, coveredBy, ends, goesOn, type Mail, merged, type Place, supposing } from "./ways";

const notePolicyUnknown = (mail: Mail, stage: ExchangeStage, because: string, place: Place): void =>
  place.note(mail, { stage, text: `no policy can be named: ${because}` });

/** The lists of the policy cover the sender, do not, or may (3.4). */
const withLists = (mail: Mail, policy: HostedContentFilterPolicy, place: Place): readonly Mail[] => {
  const lists = listConditions(policy, place.message, place.tenant);
  let mails: readonly Mail[] = [mail];
  for (const setting of ["policy-allow", "policy-block"] as const) {
    const named = lists[setting].filter(({ holds }) => holds !== false);
    const covers = or(named.map(({ holds }) => holds));
    const by = `${named[0]?.parameter ?? ""} of anti-spam policy "${policy.name}"`;
    mails = mails.flatMap(
      (one) =>
        bothWays(one, covers, `${by} names the sender`, (yes) => goesOn(coveredBy(yes, setting, by)), goesOn)
          .goesOn,
    );
  }
  place.note(mail, {
    stage: "anti-spam",
    rule: policy.name,
    conditions: [
      ...lists["policy-allow"],
      ...lists["policy-block"],
      ...ownFindings(policy, place.message).map(({ condition }) => condition),
    ],
    text: "is the anti-spam policy that binds the recipient",
  });
  for (const one of mails) {
    const settings = one.settings.map(({ by }) => by).join("; ");
    place.note(one, {
      stage: "anti-spam",
      text:
        settings === "" ? "no setting allows or blocks the message" : `what allows or blocks: ${settings}`,
    });
  }
  return merged(mails);
};

const notePhishing = (mail: Mail, policy: AntiPhishPolicy, place: Place): void => {
  const { from, dmarc } = place.message;
  const watched = policy.impersonationProtections.map(({ kind, action }) => `${kind} (${action})`);
  place.note(mail, {
    stage: "anti-phishing",
    rule: policy.name,
    conditions: [
      {
        parameter: "HonorDmarcPolicy",
        expected: String(policy.honorDmarcPolicy),
        found: `dmarc=${dmarc}`,
        holds: dmarc === "fail",
      },
      {
        parameter: "ExcludedSenders, ExcludedDomains",
        expected: [...policy.excludedSenders, ...policy.excludedDomains].join(", "),
        found: from,
        holds: isExempt(policy, from),
      },
    ],
    text: `is the anti-phishing policy that binds the recipient; impersonation is looked for by ${watched.join(", ") || "nothing"}`,
  });
};

/** Bulk below the threshold may go to a Promotions folder, allowed or not (3.5). */
const promoted = (settled: Settled, { content }: Binding): readonly Settled[] => {
  if (!content.bulkMovesEnabled || settled.outcome !== "inbox") return [settled];
  const because = `policy "${content.name}" moves bulk mail below its threshold to Promotions`;
  return [settled, { ...settled, outcome: "moved", because }];
};

/** Impersonation is a verdict only where the policy looks for it and the sender is not exempt (3.6). */
const isWatched = ({ phishing }: Binding, { message }: Place): boolean =>
  "unknown" in phishing || impersonationConsequences(phishing, message.from).length > 0;

const redirectedByTest = ({ content }: Binding, verdict: FilterVerdict, bypassed: boolean): Settled => ({
  outcome: "redirected",
  stage: "anti-spam",
  because: `a test of policy "${content.name}" redirects it`,
  verdict,
  decidedBy: "open",
  bypassed,
});

/** What is settled for each verdict that is possible, under one pair of policies. */
const byVerdict = (mail: Mail, binding: Binding, place: Place): readonly SettledVerdict[] => {
  const { message } = place;
  const bypassed = isBypassed(mail, binding, place);
  const findings = ownFindings(binding.content, message);
  return possibleVerdicts(message)
    .filter(
      (verdict) =>
        verdict !== "impersonation" || message.filterVerdict !== undefined || isWatched(binding, place),
    )
    .map((verdict) => ({
      verdict,
      settled: withOwnFindings(verdict, findings)
        // An allow lifts all spam (6.1); whether it lifts what a test does with spam is not said.
        .filter((one) => !bypassed || one.verdict === "redirected" || one.supposing.length === 0)
        .flatMap((one) => {
          const settled =
            one.verdict === "redirected"
              ? [redirectedByTest(binding, verdict, bypassed)]
              : rule(one.verdict, mail, binding, place);
          const guessed = one.supposing.reduce(supposing, mail);
          return settled
            .flatMap((each) => promoted(each, binding))
            .map((each) => ({ settled: each, mail: guessed }));
        }),
    }));
};

const conclude = (mail: Mail, verdicts: readonly SettledVerdict[], place: Place): void => {
  const outcomes = new Set(verdicts.flatMap(({ settled }) => settled.map((one) => one.settled.outcome)));
  const verdict = place.message.filterVerdict ?? "not known";
  place.note(mail, {
    stage: "anti-phishing",
    text: `verdict of the filter: ${verdict}; filtering leads to: ${[...outcomes].join(", ")}`,
  });
};

/** Where filtering leaves one mail under one pair of policies. */
export interface Filtered {
  readonly mail: Mail;
  readonly verdicts: readonly SettledVerdict[];
  /** What is open whatever the verdict. */
  readonly open: readonly Ending[];
}

const withPhishing = (
  mail: Mail,
  content: HostedContentFilterPolicy,
  selection: Selection<AntiPhishPolicy>,
  place: Place,
): Filtered => {
  const taken = selection.supposing.reduce(supposing, mail);
  if (selection.kind === "policy") notePhishing(taken, selection.policy, place);
  else notePolicyUnknown(taken, "anti-phishing", selection.because, place);
  const phishing = selection.kind === "policy" ? selection.policy : { unknown: selection.because };
  const verdicts = byVerdict(taken, { content, phishing }, place);
  conclude(taken, verdicts, place);
  const open = content.unmodelled.map((because) =>
    ends(taken, { outcome: "undecided", stage: "anti-spam", because }),
  );
  return { mail: taken, verdicts, open };
};

/** Where filtering leaves the mail, by every policy that may bind the recipient. */
export const filtering = (mail: Mail, place: Place): readonly Filtered[] => {
  const { tenant } = place;
  const { hostedContentFilterPolicies, hostedContentFilterRules, antiPhishPolicies, antiPhishRules } = tenant;
  const content = selectPolicies(
    "hostedContentFilterPolicy",
    hostedContentFilterPolicies,
    hostedContentFilterRules,
    place,
  );
  const phishing = selectPolicies("antiPhishPolicy", antiPhishPolicies, antiPhishRules, place);
  return content.flatMap((selection) => {
    const taken = selection.supposing.reduce(supposing, mail);
    if (selection.kind === "unknown") {
      notePolicyUnknown(taken, "anti-spam", selection.because, place);
      const open = ends(taken, { outcome: "undecided", stage: "anti-spam", because: selection.because });
      return [{ mail: taken, verdicts: [], open: [open] }];
    }
    return withLists(taken, selection.policy, place).flatMap((listed) =>
      phishing.map((one) => withPhishing(listed, selection.policy, one, place)),
    );
  });
};
