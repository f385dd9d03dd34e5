/** The browser that the page is tried in. */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome"] as const;

const places = (): readonly string[] => [
  ...(process.env.CHROMIUM_PATH === undefined ? [] : [process.env.CHROMIUM_PATH]),
  ...(process.env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))),
];

export const noChromium = "no Chromium: set CHROMIUM_PATH, or install Debian's package chromium";

/** @returns the program, or `undefined` where none is installed. */
export const findChromium = (): string | undefined => places().find((place) => existsSync(place));
