/** The public sample of a real tenant, where it lies beside the project. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { skipBecause } from "../../tools/test/skip-because";
import { repository } from "./run-cli";

export const scubaGearSample = join(repository, "..", "shared", "samples", "scubagear-export.json");

/** Call from a `before` hook. */
export const needsScubaGearSample = (context: Mocha.Context): void => {
  if (!existsSync(scubaGearSample))
    skipBecause(context, "ScubaGear's sample export is not in ../shared/samples");
};

export const readScubaGearSample = (): Record<string, unknown> =>
  JSON.parse(readFileSync(scubaGearSample, "utf8").replace(/^\ufeff/u, ""));
