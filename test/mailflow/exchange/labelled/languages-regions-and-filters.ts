/** Settings that mark mail as spam by language, country or content, where no allow lifts them (exchange-online.md 3.5, 6.1). */
import { allowBlockListItem, contentFilterPolicy } from "./healthy-tenant";
import { aircallSenders, allowAircall, type LabelledTenant, type RawObject, tenant } from "./labelled-tenant";

const withPolicy = (policy: RawObject) =>
  tenant().with("Get-HostedContentFilterPolicy", [contentFilterPolicy(policy)]);
const languages = (...codes: readonly string[]): RawObject => ({
  EnableLanguageBlockList: true,
  LanguageBlockList: codes,
});
const regions = (...codes: readonly string[]): RawObject => ({
  EnableRegionBlockList: true,
  RegionBlockList: codes,
});

type Label = Pick<LabelledTenant, "verdict" | "finding" | "facts" | "messages" | "narrowness">;

const language = (title: string, policy: RawObject, label: Label): LabelledTenant => ({
  title,
  cites: "exchange-online.md 3.5, 9.14",
  rows: ["3.5 LanguageBlockList", "9.14"],
  export: withPolicy(policy).build(),
  ...label,
});

const region = (title: string, policy: RawObject, label: Label): LabelledTenant => ({
  title,
  cites: "exchange-online.md 3.5, 9.14",
  rows: ["3.5 RegionBlockList", "9.14"],
  export: withPolicy(policy).build(),
  ...label,
});

const likelyJunk = { stage: "anti-spam", certainty: "likely", outcome: "junk" } as const;
const notGuaranteed = { verdict: "not-guaranteed", finding: { stage: "anti-spam" } } as const;
const proven = { verdict: "proven" } as const;

/** Settings of the advanced spam filter without an allow: with what label, and why. */
interface Filter {
  readonly settings: RawObject;
  readonly label: Label;
}

const undecided = (names: string): Label => ({
  verdict: "undecided",
  finding: { stage: "anti-spam", names },
});
const contentDependent: Label = {
  verdict: "not-guaranteed",
  finding: { stage: "anti-spam", certainty: "content-dependent" },
};

// biome-ignore format: one filter, one line
const filters: readonly Filter[] = [
  { settings: { MarkAsSpamWebBugsInHtml: "On" }, label: { verdict: "blocked", finding: likelyJunk } },
  { settings: { MarkAsSpamWebBugsInHtml: "On", HighConfidenceSpamAction: "Quarantine" }, label: { verdict: "blocked", finding: { ...likelyJunk, outcome: "quarantined" } } },
  { settings: { MarkAsSpamEmbedTagsInHtml: "On" }, label: contentDependent },
  { settings: { MarkAsSpamObjectTagsInHtml: "On" }, label: contentDependent },
  { settings: { MarkAsSpamFormTagsInHtml: "On" }, label: contentDependent },
  { settings: { MarkAsSpamFramesInHtml: "On" }, label: contentDependent },
  { settings: { MarkAsSpamJavaScriptInHtml: "On" }, label: contentDependent },
  { settings: { MarkAsSpamEmptyMessages: "On" }, label: contentDependent },
  { settings: { MarkAsSpamSensitiveWordList: "On" }, label: undecided("MarkAsSpamSensitiveWordList") },
  { settings: { MarkAsSpamFromAddressAuthFail: "On" }, label: undecided("MarkAsSpamFromAddressAuthFail") },
  { settings: { MarkAsSpamSpfRecordHardFail: "On" }, label: notGuaranteed },
  { settings: { MarkAsSpamNdrBackscatter: "On" }, label: notGuaranteed },
  { settings: { IncreaseScoreWithImageLinks: "On" }, label: notGuaranteed },
  { settings: { IncreaseScoreWithNumericIps: "On" }, label: notGuaranteed },
  { settings: { IncreaseScoreWithRedirectToOtherPort: "On" }, label: notGuaranteed },
  { settings: { IncreaseScoreWithBizOrInfoUrls: "On" }, label: notGuaranteed },
  { settings: { MarkAsSpamWebBugsInHtml: "Test", TestModeAction: "AddXHeader" }, label: notGuaranteed },
  { settings: { MarkAsSpamWebBugsInHtml: "Test", TestModeAction: "BccMessage" }, label: undecided("TestModeAction") },
  { settings: { TestModeAction: "BccMessage" }, label: notGuaranteed },
  { settings: { MarkAsSpamWebBugsInHtml: "Off" }, label: notGuaranteed },
];

const named = (settings: RawObject): string =>
  Object.entries(settings)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");

const allows = aircallSenders.map((address) =>
  allowBlockListItem(address, { Action: "Allow", ExpirationDate: "2026-12-10T00:00:00Z" }),
);

export const languagesRegionsAndFilters: readonly LabelledTenant[] = [
  ...["EN", "FR", "ES", "DE"].map((code) =>
    language(`the blocked language ${code} is one that Aircall writes`, languages("JA", code), {
      verdict: "blocked",
      finding: likelyJunk,
      messages: [
        {
          message: { languages: [code.toLowerCase()], filterVerdict: "clean" },
          outcome: "junk",
          why: "listed",
        },
        { message: { languages: ["it"], filterVerdict: "clean" }, outcome: "inbox", why: "not listed" },
      ],
    }),
  ),
  language(
    "mail in a blocked language has the spam action",
    { ...languages("EN"), SpamAction: "Quarantine" },
    {
      verdict: "blocked",
      finding: { ...likelyJunk, outcome: "quarantined" },
    },
  ),
  language("whether Aircall writes in other languages is not known", languages("JA"), {
    verdict: "undecided",
    finding: { stage: "anti-spam", names: "LanguageBlockList" },
  }),
  language("a blocked language other than the declared ones is nothing to Aircall mail", languages("JA"), {
    ...notGuaranteed,
    facts: { languages: ["en", "fr"] },
  }),
  language(
    "a list of languages that is switched off blocks none",
    { EnableLanguageBlockList: false, LanguageBlockList: ["EN"] },
    notGuaranteed,
  ),
  language(
    "an allowed sender of the policy lifts its list of languages",
    { ...languages("EN"), AllowedSenders: aircallSenders },
    proven,
  ),
  region("a country that is declared and listed blocks", regions("US"), {
    verdict: "blocked",
    finding: { stage: "anti-spam", outcome: "junk" },
    facts: { countries: ["US"] },
    messages: [
      { message: { country: "US", filterVerdict: "clean" }, outcome: "junk", why: "the country is listed" },
      { message: { country: "IE", filterVerdict: "clean" }, outcome: "inbox", why: "the country is not" },
    ],
  }),
  region("a listed country other than the declared ones blocks nothing", regions("CN", "RU"), {
    ...notGuaranteed,
    facts: { countries: ["US", "IE"] },
  }),
  region("an empty list of countries blocks none", regions(), notGuaranteed),
  region(
    "a list of countries that is switched off blocks none",
    { EnableRegionBlockList: false, RegionBlockList: ["US"] },
    notGuaranteed,
  ),
  {
    title: "allows in the Tenant Allow/Block List lift blocked languages and countries",
    cites: "exchange-online.md 3.4, 3.5",
    rows: ["3.5 LanguageBlockList", "3.5 RegionBlockList"],
    export: withPolicy({ ...languages("EN"), ...regions("US") })
      .with("Get-TenantAllowBlockListItems", allows)
      .build(),
    ...proven,
  },
  ...filters.flatMap(({ settings, label }): readonly LabelledTenant[] => [
    {
      title: `without an allow, ${named(settings)}`,
      cites: "exchange-online.md 6.1, 9.14",
      ...("MarkAsSpamWebBugsInHtml" in settings ? { rows: ["9.14"] as const } : {}),
      export: withPolicy(settings).build(),
      ...label,
    },
    {
      title: `under an allow, ${named(settings)}`,
      cites: "exchange-online.md 6.1",
      export: withPolicy(settings).withRule(allowAircall()).build(),
      verdict: "TestModeAction" in settings && label.verdict === "undecided" ? "undecided" : "proven",
    },
  ]),
];
