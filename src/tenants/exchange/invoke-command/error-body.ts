/** Reads the error object of an answer, in the order of exchange-online.md 1.4. */
import { errorBodySchema, errorDetailSchema, parsedJson } from "./replies";

export interface ServiceError {
  /** What the service says, in its own words. */
  readonly text: string;
  /** Such as `Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException`. */
  readonly exceptionType?: string;
  /** The service's own id of the failure. */
  readonly requestId?: string;
  /** Whether the body is the documented error object at all. */
  readonly structured: boolean;
  /** Whether the cmdlet itself reports it, as opposed to the service in front of it. */
  readonly fromCmdlet: boolean;
  /** The body as it came, shortened. */
  readonly raw: string;
}

const rawLimit = 4_000;
const textLimit = 1_000;

const shorten = (text: string, limit: number): string =>
  text.length <= limit ? text : `${text.slice(0, limit)}…`;

const typeName = /^[\w.+`]*Exception$/;

const detailFrom = (message: string): Pick<ServiceError, "text" | "exceptionType" | "requestId"> => {
  const fields = /^([^|]*)\|([^|]*)\|([\s\S]*)$/.exec(message);
  if (fields !== null) {
    const [, requestId = "", exceptionType = "", text = ""] = fields;
    return {
      text,
      ...(requestId === "" ? {} : { requestId }),
      ...(exceptionType === "" ? {} : { exceptionType }),
    };
  }
  const json = errorDetailSchema.safeParse(parsedJson(message));
  if (json.success) {
    const exceptionType = json.data.TypeName ?? "";
    return { text: json.data.Message, ...(exceptionType === "" ? {} : { exceptionType }) };
  }
  return { text: message };
};

/**
 * What an error body says.
 *
 * @remarks `details[0].message` holds three fields split by `|`, or JSON, or plain text; without it the inner
 * exception and the outer message are taken; a body that is no JSON is its own text (exchange-online.md 1.4).
 */
export const readErrorBody = (body: string): ServiceError => {
  const raw = shorten(body, rawLimit);
  const parsed = errorBodySchema.safeParse(parsedJson(body));
  if (!parsed.success) {
    const text = body
      .replace(/<[^>]*>/g, " ")
      .replace(/\s+/g, " ")
      .trim();
    return { text: shorten(text, 300), structured: false, fromCmdlet: false, raw };
  }
  const { details, innererror, message, code } = parsed.data.error;
  const detail = details?.[0]?.message;
  if (typeof detail === "string" && detail.trim() !== "") {
    const read = detailFrom(detail.trim());
    return { ...read, text: shorten(read.text.trim(), textLimit), structured: true, fromCmdlet: true, raw };
  }
  const inner = innererror?.internalException ?? innererror?.internalexception;
  const type = inner?.type ?? innererror?.type ?? "";
  const text = inner?.message ?? message ?? code ?? "";
  return {
    text: shorten(text.trim(), textLimit),
    ...(typeName.test(type) ? { exceptionType: type } : {}),
    structured: true,
    fromCmdlet: typeof inner?.message === "string",
    raw,
  };
};

const notFoundType = /(NotFound|NoSuchObject)(Permanent)?Exception$/;
const notFoundText =
  /\b(couldn['’]t|could not|can['’]t|cannot) be found\b|\b(doesn['’]t|does not) exist\b|\bwas not found\b/i;

/**
 * Whether an error says that the object does not exist. Its type tells; only without one its text does, because other
 * things cannot be found either, a parameter for one (exchange-online.md 1.4).
 */
export const saysNotFound = ({
  exceptionType,
  text,
}: Pick<ServiceError, "text" | "exceptionType">): boolean =>
  exceptionType === undefined
    ? notFoundText.test(text) && !/\bparameter\b/i.test(text)
    : notFoundType.test(exceptionType);
