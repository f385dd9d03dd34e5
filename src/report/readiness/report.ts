/** One readiness run in the format that was asked for; each format is loaded only when it is. */
import type { Paint } from "../layout";
import type { ReadinessRun } from "./run";
import type { ReadinessStyle } from "./style";

export const readinessFormats = ["text", "json", "csv", "html", "markdown"] as const;
export type ReadinessFormat = (typeof readinessFormats)[number];

/**
 * @param paint colours, for `text` alone.
 * @returns the report in pieces, which are made as they are asked for.
 */
export const readinessReport = async (
  format: ReadinessFormat,
  run: ReadinessRun,
  style: ReadinessStyle,
  paint: Paint,
): Promise<Iterable<string>> => {
  switch (format) {
    case "text":
      return (await import("./text")).readinessText(run, { ...style, paint });
    case "json":
      return (await import("./json")).readinessJson(run, style);
    case "csv":
      return (await import("./csv")).readinessCsv(run, style);
    case "html":
      return (await import("./html")).readinessHtml(run, style);
    case "markdown":
      return (await import("./markdown")).readinessMarkdown(run, style);
  }
};
