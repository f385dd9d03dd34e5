/** The shapes of requests and answers on the wire (exchange-online.md 1.2, 1.4, 1.5). */
import { z } from "zod";
import type { CmdletObject } from "../../exchange/identity";

/** The body of `InvokeCommand`. */
export const commandSchema = z.looseObject({
  CmdletInput: z.looseObject({
    CmdletName: z.string().min(1),
    Parameters: z.record(z.string(), z.unknown()).nullish(),
  }),
});

/** The body of `$batch`. */
export const batchSchema = z.looseObject({
  requests: z
    .array(
      z.looseObject({
        id: z.string(),
        method: z.string(),
        url: z.string(),
        headers: z.record(z.string(), z.string()).nullish(),
        body: z.unknown().optional(),
      }),
    )
    .max(10),
});

/** An answer before it is put on the wire. */
export interface WireAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a text is sent as it is; absent is an empty body. */
  readonly body?: unknown;
  /** Break the connection instead of answering. */
  readonly broken?: true;
}

/** An object with the annotations the wire puts beside lists, reduced to the properties asked for. */
export const wireObject = (object: CmdletObject, select: ReadonlySet<string> | undefined): CmdletObject => {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(object)) {
    if (select === undefined || select.has(name.toLowerCase())) {
      if (Array.isArray(value)) {
        result[`${name}@odata.type`] = "#Collection(String)";
      }
      result[name] = value;
    }
  }
  return result;
};
