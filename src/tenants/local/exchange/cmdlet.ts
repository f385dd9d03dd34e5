/** What a cmdlet of the embedded tenant is: a function from state and parameters to a result and a new state. */
import type { CmdletObject } from "../../exchange/identity";
import { badArgument, CmdletError, exceptionTypes, missingParameter, unknownParameter } from "./cmdlet-error";
import type { TenantState } from "./state";
import type { ClearingQuirks } from "./transport-rules/bind-value";

export type CmdletParameters = Readonly<Record<string, unknown>>;

export interface CmdletContext {
  readonly tenant: string;
  readonly now: () => Date;
  readonly quirks: ClearingQuirks;
}

export interface CmdletResult {
  /** Objects of the answer; a write has none, or the object it made. */
  readonly value?: readonly CmdletObject[];
  readonly warnings?: readonly string[];
  /** The state after a write; absent where nothing changed. */
  readonly state?: TenantState;
}

/** A cmdlet. @throws `CmdletError` where it refuses. */
export type Cmdlet = (
  state: TenantState,
  parameters: CmdletParameters,
  context: CmdletContext,
) => CmdletResult;

/** Refuses parameters the cmdlet does not have. */
export const checkParameters = (parameters: CmdletParameters, known: readonly string[]): void => {
  const unknown = Object.keys(parameters).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw unknownParameter(unknown);
  }
};

/** The object a write is pointed at. */
export const mandatoryIdentity = (parameters: CmdletParameters, name = "Identity"): string => {
  const identity = parameters[name];
  if (typeof identity !== "string" || identity === "") {
    throw missingParameter(name);
  }
  return identity;
};

/** Cmdlets that ask back have to be told not to: nobody could answer over the wire (exchange-online.md 1.2). */
export const demandNoConfirmation = (parameters: CmdletParameters): void => {
  if (parameters.Confirm !== false) {
    throw new CmdletError(
      exceptionTypes.argument,
      "The command asks for confirmation, which cannot be given. Use Confirm:$false.",
    );
  }
};

/** The first objects of a list as `ResultSize` asks (1000 without it), and the remark where some were left out. */
export const limited = (objects: readonly CmdletObject[], resultSize: unknown): CmdletResult => {
  if (typeof resultSize === "string" && resultSize.toLowerCase() === "unlimited") {
    return { value: objects };
  }
  const size = resultSize === undefined ? 1_000 : Number(resultSize);
  if (!Number.isInteger(size) || size < 1) {
    throw badArgument("ResultSize", "It is a whole number above 0, or Unlimited.");
  }
  return objects.length <= size
    ? { value: objects }
    : {
        value: objects.slice(0, size),
        warnings: [
          `There are more results available than are currently displayed. To view them, increase the value for the ResultSize parameter.`,
        ],
      };
};

/** The remark of a write that found everything as it was to be (exchange-online.md 1.4). */
export const nothingChanged = (identity: string): string =>
  `The command completed successfully but no settings of '${identity}' have been modified.`;
