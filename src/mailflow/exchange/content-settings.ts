/**
 * Settings of the anti-spam policy that look at the text, its language or its origin where no allow covers the message:
 * language and region lists, advanced filters, Promotions (exchange-online.md 3.5, 6.1).
 */
import type { DeclaredFacts } from "../facts";
import { exactly, fromRegularExpression, fromTexts } from "../language/language";
import { type Field, factHolds, type MessageClass } from "../message-class";
import type { Outcome } from "../outcome";
import {
  type AdvancedFilter,
  type AdvancedFilterName,
  advancedFilterNames,
  advancedFilters,
} from "./advanced-filters";
import { spamOutcomes } from "./anti-spam";
import type { Issue } from "./issue";
import type { Route } from "./routes";
import type { HostedContentFilterPolicy } from "./tenant";
import type { Match, Test } from "./transport-rules/atom";
import { type Region, type Standing, standing } from "./transport-rules/region";
import { impliedBy, outcomeText, because as reasonOf } from "./wording";

/** Languages Aircall writes to its customers in (aircall.md 1.1). */
const languages = ["EN", "FR", "ES", "DE"];

export interface ContentQuestion {
  readonly policy: HostedContentFilterPolicy;
  readonly messages: MessageClass;
  /** Messages that arrive here. */
  readonly region: Region;
  readonly route: Route;
  readonly facts: DeclaredFacts;
}

const stage = "anti-spam";

const notModelled = (policy: HostedContentFilterPolicy, because: string): Issue => ({
  code: "setting-not-modelled",
  stage,
  implies: "undecided",
  details: { part: `The anti-spam policy "${policy.name}"`, because },
});

/** Where bulk mail below the threshold goes to a folder of its own, which no check on the threshold sees (9.14). */
const decidePromotions = (policy: HostedContentFilterPolicy): readonly Issue[] =>
  policy.bulkMovesEnabled
    ? [notModelled(policy, "BulkMovesEnabled sends bulk mail to a Promotions folder")]
    : [];

/** Every message that arrives here is stopped, whatever its text, as far as `fact` holds of it. */
const stopsArriving = (
  { messages, region }: ContentQuestion,
  found: Pick<Issue, "code" | "details"> & { readonly outcome: Outcome },
  fact: readonly [name: string, value: string],
): readonly Issue[] => {
  const stands = standing(messages, region);
  if (stands === undefined) return [];
  return [
    {
      ...found,
      stage,
      ...(stands.kind === "undecided"
        ? { implies: "undecided" }
        : { implies: "blocked", certainty: "likely" }),
      details: { ...found.details, outcome: outcomeText[found.outcome] },
      values: new Map([...stands.values, fact]),
    },
  ];
};

const decideLanguages = (question: ContentQuestion): readonly Issue[] => {
  const { policy, facts } = question;
  const { languageBlockList: listed } = policy;
  const outcome = spamOutcomes[policy.spamAction];
  if (listed.length === 0 || outcome === "inbox") return [];
  const written = (facts.languages ?? languages).map((language) => language.toUpperCase());
  const entry = written.find((language) => listed.includes(language));
  if (entry !== undefined)
    return stopsArriving(
      question,
      { code: "language-blocked", outcome, details: { policy: policy.name, entry } },
      ["languages", entry],
    );
  return facts.languages === undefined
    ? [notModelled(policy, `LanguageBlockList: ${listed.join(", ")}, which mail from Aircall may meet`)]
    : [];
};

const decideRegions = (question: ContentQuestion): readonly Issue[] => {
  const { policy, facts, route } = question;
  const { regionBlockList: listed } = policy;
  const outcome = spamOutcomes[policy.spamAction];
  if (listed.length === 0 || outcome === "inbox") return [];
  const { countries } = facts;
  // Behind a gateway the country is the gateway's.
  if (countries === undefined || route.kind === "gateway")
    return [notModelled(policy, `RegionBlockList: ${listed.join(", ")}, which mail from Aircall may meet`)];
  const entry = countries.map((country) => country.toUpperCase()).find((country) => listed.includes(country));
  return entry === undefined
    ? []
    : stopsArriving(question, { code: "region-blocked", outcome, details: { policy: policy.name, entry } }, [
        "country",
        entry,
      ]);
};

const seen = (field: Field, surely: string, possibly: string, because: string): Test => ({
  kind: "test",
  field,
  bounds: {
    surely: fromRegularExpression(surely),
    possibly: fromRegularExpression(possibly),
    because,
  },
  because,
});

const empty = fromTexts([""]);
const noSize = (width: "width" | "height"): string => `[^>]*${width}="[01]"[^>]*`;
const pixel = `<img [^>]*(?:${noSize("width")} ${noSize("height")}|${noSize("height")} ${noSize("width")})>`;

const emptyMessage: Match = {
  clauses: [
    [{ kind: "test", field: "subject", bounds: exactly(empty), because: "subject" }],
    [{ kind: "test", field: "body", bounds: exactly(empty), because: "body" }],
  ],
  exceptions: [{ kind: "test", field: "inlineImage", bounds: exactly(factHolds), because: "inline images" }],
};

/** When an advanced filter catches a message; `"never"`, or why that is not known. */
const catches = (
  name: AdvancedFilterName,
  { target }: AdvancedFilter,
  route: Route,
): Match | "never" | { readonly because: string } => {
  switch (target.kind) {
    case "tag": {
      const tags = target.tags.join("|");
      const because = `what ${name} takes for a tag is not published`;
      const tag = seen("body", `[^]*<(?:${tags})[ >/][^]*`, `[^]*<(?:${tags})[^]*`, because);
      return { clauses: [[tag]], exceptions: [] };
    }
    case "tracking-pixel": {
      const because = `what ${name} takes for a web bug is not published`;
      return { clauses: [[seen("body", `[^]*${pixel}[^]*`, "[^]*<img[^]*", because)]], exceptions: [] };
    }
    case "empty-message":
      return emptyMessage;
    case "spf-fail":
      // Behind a gateway without Enhanced Filtering SPF fails (exchange-online.md 9.13); else genuine mail passes.
      return route.kind === "direct" || route.enhancedFiltering
        ? "never"
        : { because: "SPF fails behind the gateway without Enhanced Filtering" };
    case "bounce":
      return "never";
    case "not-published":
      return { because: target.because };
  }
};

/** The page describes BccMessage with the verb redirect (exchange-online.md 6.1), whatever else lets the mail through. */
const decideTestMode = (policy: HostedContentFilterPolicy): readonly Issue[] =>
  policy.testModeAction === "BccMessage"
    ? advancedFilterNames
        .filter((name) => policy.advancedFilters[name] === "Test" && advancedFilters[name].hasTest)
        .map((name) =>
          notModelled(policy, `${name} is in Test, and what TestModeAction BccMessage does is not published`),
        )
    : [];

/** The highest level declared reaches the threshold (exchange-online.md 3.5). */
const decideBulk = (question: ContentQuestion): readonly Issue[] => {
  const { policy, facts } = question;
  const { bulkComplaintLevel: level } = facts;
  const outcome = spamOutcomes[policy.bulkSpamAction];
  if (level === undefined || !policy.markAsSpamBulkMail || level < policy.bulkThreshold) return [];
  // AddXHeader only marks bulk mail and delivers it (exchange-online.md 3.5).
  if (outcome === "inbox" || policy.bulkSpamAction === "AddXHeader") return [];
  const details = {
    policy: policy.name,
    level: String(level),
    threshold: String(policy.bulkThreshold),
  };
  return stopsArriving(question, { code: "bulk-blocked", outcome, details }, ["filterVerdict", "bulk"]);
};

const decideAdvancedFilter = (question: ContentQuestion, name: AdvancedFilterName): readonly Issue[] => {
  const { policy, messages, region, route } = question;
  const filter: AdvancedFilter = advancedFilters[name];
  const state = policy.advancedFilters[name];
  const outcome = spamOutcomes[policy.highConfidenceSpamAction];
  if (state !== "On" || filter.result === "score") return [];
  if (outcome === "inbox") return [];
  const match = catches(name, filter, route);
  if (match === "never") return [];
  if ("because" in match) return [notModelled(policy, `${name}: ${match.because}`)];
  const found = standing(messages, [...region, { rule: name, match, matched: true }]);
  if (found === undefined) return [];
  // The vocabulary allows an empty subject and an empty body, but Aircall hardly writes mail that says nothing.
  const stands: Standing =
    match === emptyMessage && found.kind === "likely" ? { ...found, kind: "content-dependent" } : found;
  return [
    {
      code: stands.kind === "undecided" ? "setting-not-modelled" : "advanced-filter-blocks",
      stage,
      ...impliedBy(stands),
      ...(stands.kind === "undecided" ? {} : { outcome }),
      details: {
        part: `The anti-spam policy "${policy.name}"`,
        because: `${name} is on, which mail from Aircall may meet`,
        policy: policy.name,
        setting: name,
        outcome: outcomeText[outcome],
        when: reasonOf(stands),
      },
      values: stands.values,
    },
  ];
};

/** What no allow is known to lift; a setting outside the model may be one against it. */
export const decideWithAllow = (policy: HostedContentFilterPolicy): readonly Issue[] => [
  ...policy.unmodelled.map((because) => notModelled(policy, because)),
  ...decidePromotions(policy),
  ...decideTestMode(policy),
];

/** For messages that no allow covers. */
export const decideContentSettings = (question: ContentQuestion): readonly Issue[] => [
  ...decideLanguages(question),
  ...decideRegions(question),
  ...decideBulk(question),
  ...advancedFilterNames.flatMap((name) => decideAdvancedFilter(question, name)),
];
