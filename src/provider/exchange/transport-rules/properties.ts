/** The properties of a TransportRules resource, as its behaviour works with them. */
import type { AircallInputs, TransportRulesInputs } from "../../../resources/exchange/judgement";
import type { AircallUsers } from "../../../resources/exchange/observed";

/** Inputs in normal form. */
export interface TransportRulesProperties extends Omit<TransportRulesInputs, "observed"> {
  readonly tenantExport?: string;
  readonly unlistedRules?: readonly string[];
}

export interface TransportRulesOutputs {
  /** The GUID of each rule the resource owns, by name. */
  readonly guids: Readonly<Record<string, string>>;
  /** ISO moment. */
  readonly inForceFrom: string;
}

/** Whose mail must arrive. */
export const usersOf = (aircall: AircallInputs | undefined): AircallUsers => ({
  ...(aircall?.recipients === undefined ? {} : { users: aircall.recipients }),
  ...(aircall?.recipientGroup === undefined ? {} : { userGroup: aircall.recipientGroup }),
});
