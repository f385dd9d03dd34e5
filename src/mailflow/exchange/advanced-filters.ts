/** The Advanced Spam Filter settings of an anti-spam policy: what each looks for and what it does (exchange-online.md 6.1). */

/**
 * What a setting looks for. A `tag` is an HTML element in the body; `bounce` is a delivery report; what is
 * `not-published` cannot be told from a message.
 */
export type AdvancedFilterTarget =
  | { readonly kind: "tag"; readonly tags: readonly string[] }
  | { readonly kind: "tracking-pixel" }
  | { readonly kind: "empty-message" }
  | { readonly kind: "spf-fail" }
  | { readonly kind: "bounce" }
  | { readonly kind: "not-published"; readonly because: string };

export interface AdvancedFilter {
  /** `score` only makes a spam verdict likelier; the others are high-confidence spam (exchange-online.md 6.1). */
  readonly result: "score" | "high-confidence-spam";
  readonly target: AdvancedFilterTarget;
  /** Whether the value Test exists. */
  readonly hasTest: boolean;
}

const score: AdvancedFilter = {
  result: "score",
  target: { kind: "not-published", because: "how much it adds to the score is not published" },
  hasTest: true,
};

const tags = (...names: readonly string[]): AdvancedFilter => ({
  result: "high-confidence-spam",
  target: { kind: "tag", tags: names },
  hasTest: true,
});

/** Each setting once, by the name of its parameter. */
export const advancedFilters = {
  IncreaseScoreWithImageLinks: score,
  IncreaseScoreWithNumericIps: score,
  IncreaseScoreWithRedirectToOtherPort: score,
  IncreaseScoreWithBizOrInfoUrls: score,
  MarkAsSpamEmptyMessages: {
    result: "high-confidence-spam",
    target: { kind: "empty-message" },
    hasTest: true,
  },
  MarkAsSpamEmbedTagsInHtml: tags("embed"),
  MarkAsSpamObjectTagsInHtml: tags("object"),
  MarkAsSpamFormTagsInHtml: tags("form"),
  MarkAsSpamFramesInHtml: tags("frame", "iframe"),
  MarkAsSpamJavaScriptInHtml: tags("script"),
  MarkAsSpamWebBugsInHtml: {
    result: "high-confidence-spam",
    target: { kind: "tracking-pixel" },
    hasTest: true,
  },
  MarkAsSpamSensitiveWordList: {
    result: "high-confidence-spam",
    target: { kind: "not-published", because: "Microsoft does not publish its list of words" },
    hasTest: true,
  },
  MarkAsSpamSpfRecordHardFail: {
    result: "high-confidence-spam",
    target: { kind: "spf-fail" },
    hasTest: false,
  },
  MarkAsSpamFromAddressAuthFail: {
    result: "high-confidence-spam",
    target: {
      kind: "not-published",
      because: "whether Aircall's mail passes the Sender ID check is not published",
    },
    hasTest: false,
  },
  MarkAsSpamNdrBackscatter: { result: "high-confidence-spam", target: { kind: "bounce" }, hasTest: false },
} as const satisfies Readonly<Record<string, AdvancedFilter>>;

export type AdvancedFilterName = keyof typeof advancedFilters;

export const advancedFilterNames = Object.keys(advancedFilters) as readonly AdvancedFilterName[];
