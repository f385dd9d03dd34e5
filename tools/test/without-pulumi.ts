/** Loaded by mocha where no Pulumi CLI can be had: every test is skipped, with the reason. */
import { skipBecause } from "./skip-because";

/** The variable that carries the reason. */
export const reasonVariable = "AIRCALL_MAILFLOW_NO_PULUMI";

/** Mocha's root hooks. */
export const mochaHooks = {
  beforeAll(this: Mocha.Context): void {
    skipBecause(this, process.env[reasonVariable] ?? "there is no Pulumi CLI");
  },
};
