/** Which platform the words of an export name (aircall.md 3). */

import { remembering } from "../../../tenants/remembering";
import type { Platform } from "../../facts";
import { phrase, phraseReader } from "../phrases";

/** Begin the text, and may be followed by a version or a way of management: `androidWorkProfile`, `iOS 18.1`. */
const families: readonly (readonly [RegExp, Platform])[] = [
  [/\b(?:ios|ipados|iphone|ipad|ipod)(?![a-z])/u, "ios"],
  [/\bandroid/u, "android"],
  [/\b(?:windows|macos|mac os|osx|os x|linux|chromeos|chrome os)(?![a-z])/u, "desktop"],
];

const words = phraseReader<Platform>({
  ios: ["Apple mobile"],
  android: ["AOSP"],
  browser: [
    ...["browser", "web", "web browser", "browser only", "web app", "navigateur", "navigateur web"],
    ...["navigateur seulement", "navegador", "navegador web", "solo navegador"],
    ...["Webbrowser", "nur Browser", "im Browser"],
  ],
  desktop: [
    ...["mac", "desktop", "desktop app", "computer", "PC", "laptop", "ordinateur", "application de bureau"],
    ...["escritorio", "ordenador", "aplicación de escritorio", "Rechner", "Computer", "Desktop-App"],
  ],
  other: [],
});

/**
 * A text that names two platforms, such as `iOS/Android`, is neither. `None` and `-` are no platform: programs print
 * them where they know nothing.
 */
export const readPlatform: (text: string) => Platform = remembering((text) => {
  const simple = phrase(text);
  const named = new Set(families.filter(([words]) => words.test(simple)).map(([, platform]) => platform));
  const [only, another] = named;
  if (another !== undefined) return "other";
  return only ?? words(text) ?? "other";
});
