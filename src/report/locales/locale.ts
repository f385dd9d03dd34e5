/** What a language gives a report: its words, and the text of every finding and assumption. */
import type { Assumption } from "../../mailflow/aircall";
import type { Finding, FindingCode } from "../../mailflow/finding";
import type { ExplanationWords } from "./explanation-words";
import type { Words } from "./words";

export const localeNames = ["en", "fr"] as const;

export type LocaleName = (typeof localeNames)[number];

export interface FindingText {
  readonly message: string;
  readonly fix: string;
}

export interface Locale {
  readonly name: LocaleName;
  readonly words: Words;
  readonly explanation: ExplanationWords;
  /** What a finding says, its placeholders filled. */
  readonly finding: (finding: Finding) => FindingText;
  /** The texts of a code with their `{placeholders}`. */
  readonly template: (code: FindingCode) => FindingText;
  readonly assumption: (assumption: Assumption) => string;
  /** What makes a verdict change at a date. */
  readonly cause: (cause: string) => string;
}

/** Loads only the language asked for. */
export const loadLocale = async (name: LocaleName): Promise<Locale> =>
  name === "fr" ? (await import("./fr")).fr : (await import("./en")).en;
