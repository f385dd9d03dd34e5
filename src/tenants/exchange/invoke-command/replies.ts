/** The shapes of answers, checked before anything is read from them (exchange-online.md 1.4, 1.5). */
import { z } from "zod";

const warnings = z.array(z.unknown()).nullish();

/** One page of an `InvokeCommand` answer. A write succeeds without `value`. */
export const pageSchema = z.looseObject({
  value: z.array(z.unknown()).nullish(),
  "@odata.nextLink": z.string().nullish(),
  "odata.nextLink": z.string().nullish(),
  "@adminapi.warnings": warnings,
});

/** The answer of `$batch`: members in any order. */
export const batchSchema = z.looseObject({
  responses: z.array(
    z.looseObject({
      id: z.coerce.string(),
      status: z.coerce.number().int(),
      headers: z.record(z.string(), z.unknown()).nullish(),
      body: z.unknown().optional(),
    }),
  ),
});

const cmdletNames = z.union([z.string().transform((text) => text.split(/[\r\n,]+/)), z.array(z.string())]);
const moduleFile = z.looseObject({ exportedCmdlets: cmdletNames });

/** The answer of `EXOModuleFile`: `value` holds the names as a list or as lines of one text. */
export const moduleFileSchema = z.looseObject({ value: z.union([moduleFile, z.array(moduleFile).min(1)]) });

/** The error object of an answer, every part of it optional. */
export const errorBodySchema = z.looseObject({
  error: z.looseObject({
    code: z.string().nullish(),
    message: z.string().nullish(),
    details: z
      .array(
        z.looseObject({
          code: z.string().nullish(),
          message: z.string().nullish(),
          target: z.string().nullish(),
        }),
      )
      .nullish(),
    innererror: z
      .looseObject({
        type: z.string().nullish(),
        internalException: z
          .looseObject({ message: z.string().nullish(), type: z.string().nullish() })
          .nullish(),
        internalexception: z
          .looseObject({ message: z.string().nullish(), type: z.string().nullish() })
          .nullish(),
      })
      .nullish(),
  }),
});

/** The JSON text some `details[0].message` hold. */
export const errorDetailSchema = z.looseObject({
  Message: z.string(),
  TypeName: z.string().nullish(),
  InnerError: z.unknown().optional(),
});

/** JSON of a text, or `undefined` where it is none. */
export const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};
