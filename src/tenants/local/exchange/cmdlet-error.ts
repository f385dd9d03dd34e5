/** A cmdlet that refuses: exception type, text and HTTP status as the service reports them (exchange-online.md 1.4). */

/** Exception types the service names in its error bodies. */
export const exceptionTypes = {
  notFound: "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException",
  ambiguous: "Microsoft.Exchange.Configuration.Tasks.ManagementObjectAmbiguousException",
  binding: "System.Management.Automation.ParameterBindingException",
  argument: "System.ArgumentException",
  validation: "Microsoft.Exchange.Data.DataValidationException",
  exists: "Microsoft.Exchange.Data.Directory.ADObjectAlreadyExistsException",
  rule: "Microsoft.Exchange.MessagingPolicies.Rules.Tasks.TransportRuleException",
  page: "Microsoft.Exchange.Admin.OData.Core.ODataServiceException",
} as const;

/** Thrown by a cmdlet; becomes an error body, and nothing is written. */
export class CmdletError extends Error {
  override readonly name = "CmdletError";

  constructor(
    readonly exceptionType: string,
    text: string,
    readonly status = 400,
  ) {
    super(text);
  }
}

/** The object a cmdlet was pointed at does not exist. */
export const notFound = (identity: string): CmdletError =>
  new CmdletError(
    exceptionTypes.notFound,
    `The operation couldn't be performed because object '${identity}' couldn't be found on this tenant.`,
    404,
  );

/** A parameter the cmdlet does not have. */
export const unknownParameter = (name: string): CmdletError =>
  new CmdletError(
    exceptionTypes.binding,
    `A parameter cannot be found that matches parameter name '${name}'.`,
  );

/** A parameter whose value the cmdlet cannot take. */
export const badArgument = (name: string, why: string): CmdletError =>
  new CmdletError(
    exceptionTypes.argument,
    `Cannot process argument transformation on parameter '${name}'. ${why}`,
  );

/** A parameter the cmdlet cannot do without. */
export const missingParameter = (name: string): CmdletError =>
  new CmdletError(
    exceptionTypes.binding,
    `Cannot process command because of a missing mandatory parameter: ${name}.`,
  );
