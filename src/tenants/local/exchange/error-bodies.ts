/** Error bodies in each of the shapes clients of the service have met (exchange-online.md 1.4). */
import { randomBytes } from "node:crypto";
import type { CmdletError } from "./cmdlet-error";

/** How `details[0].message` is written: three fields split by `|`, a JSON text, or plain text; or no JSON body at all. */
export type ErrorShape = "fields" | "json" | "text" | "bare";

const message = (shape: ErrorShape, error: CmdletError): string => {
  switch (shape) {
    case "fields":
      return `Ex${randomBytes(3).toString("hex").toUpperCase()}|${error.exceptionType}|${error.message}`;
    case "json":
      return JSON.stringify({ Message: error.message, TypeName: error.exceptionType, InnerError: null });
    default:
      return error.message;
  }
};

/** The body of a refusal. */
export const errorBody = (shape: ErrorShape, error: CmdletError): unknown =>
  shape === "bare"
    ? error.message
    : {
        error: {
          code: error.status === 404 ? "NotFound" : "BadRequest",
          message: "Error executing request.",
          details: [{ code: "Context", target: "", message: message(shape, error) }],
          innererror: {
            message: "Error executing cmdlet",
            type: "Microsoft.Exchange.Admin.OData.Core.ODataServiceException",
            internalException: { message: error.message, type: error.exceptionType },
          },
        },
        "adminapi.warnings@odata.type": "#Collection(String)",
        "@adminapi.warnings": [],
      };
