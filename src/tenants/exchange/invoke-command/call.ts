/** One cmdlet call as it goes over the wire: body, address and headers (exchange-online.md 1.2). */

/** A cmdlet with the parameters that are bound; a property that is `undefined` is not sent. */
export interface CmdletCall {
  readonly cmdlet: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** Properties to keep in the answer; all where absent. */
  readonly select?: readonly string[];
}

/** Where the tenant is: `https://outlook.office365.com` and a tenant GUID or its initial domain. */
export interface Target {
  readonly endpoint: string;
  readonly tenant: string;
}

/**
 * How a call may be repeated where no answer arrived:
 * `read` changes nothing, `repeatable` ends the same when done twice, `once` would make a second object.
 */
export type CallSafety = "read" | "repeatable" | "once";

/** How safe it is to send this cmdlet again. */
export const callSafety = (cmdlet: string): CallSafety =>
  /^(Get|Test)-/i.test(cmdlet)
    ? "read"
    : /^(Set|Enable|Disable|Remove)-/i.test(cmdlet)
      ? "repeatable"
      : "once";

/** The `InvokeCommand` address of a call. */
export const invokeCommandAddress = (target: Target, select?: readonly string[]): string => {
  const base = `${target.endpoint}/adminapi/beta/${encodeURIComponent(target.tenant)}/InvokeCommand`;
  return select === undefined || select.length === 0 ? base : `${base}?$select=${select.join(",")}`;
};

/** The `$batch` address of a tenant (exchange-online.md 1.5). */
export const batchAddress = (target: Target): string =>
  `${target.endpoint}/adminapi/beta/${encodeURIComponent(target.tenant)}/$batch`;

/** The address that lists the cmdlets this caller may run (exchange-online.md 1.2). */
export const moduleFileAddress = (target: Target): string =>
  `${target.endpoint}/adminapi/v1.0/${encodeURIComponent(target.tenant)}/EXOModuleFile?Version=3.9.2`;

/** The body of a call. */
export const callBody = (call: CmdletCall): { readonly CmdletInput: object } => ({
  CmdletInput: { CmdletName: call.cmdlet, Parameters: call.parameters ?? {} },
});

/**
 * Headers of every request but the bearer. The anchor mailbox is the system mailbox app-only callers are routed by.
 */
export const callHeaders = (
  target: Target,
  pageSize: number,
  cmdlet?: string,
): Readonly<Record<string, string>> => ({
  "Content-Type": "application/json; charset=utf-8",
  Accept: "application/json",
  Prefer: `odata.maxpagesize=${pageSize}`,
  "X-AnchorMailbox": `APP:SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}@${target.tenant}`,
  "X-ResponseFormat": "json",
  "X-SerializationLevel": "Partial",
  ...(cmdlet === undefined ? {} : { "X-CmdletName": cmdlet }),
});
