/** What every format of a readiness report is written with: a language, and whether people are masked. */
import { type Locale, type LocaleName, loadLocale } from "../locales/locale";
import type { Masking } from "./mask";
import type { ReadinessWords } from "./words/words";

export interface ReadinessLocale {
  /** Texts of the verifier's findings. */
  readonly locale: Locale;
  readonly words: ReadinessWords;
}

export interface ReadinessStyle extends ReadinessLocale {
  readonly masking: Masking;
}

/** Loads only the language asked for. */
export const loadReadinessLocale = async (name: LocaleName): Promise<ReadinessLocale> => {
  const locale = await loadLocale(name);
  const { words } = name === "fr" ? await import("./words/fr") : await import("./words/en");
  return { locale, words };
};
