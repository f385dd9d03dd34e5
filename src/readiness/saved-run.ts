/** A readiness run as `ready --format json` wrote it. */
import { z } from "zod";
import { InputError } from "../tenants/input-error";
import { parseJson } from "../tenants/parse-json";
import { readTextFile } from "../tenants/read-text-file";
import { checkIds, owners } from "./reasons";

export const expectedRun = "a readiness run, as ready --format json writes it";

const text = z.string("a text");
const count = z.int("a whole number").nonnegative("a whole number");

const checkSchema = z.object(
  {
    id: z.enum(checkIds, `one of ${checkIds.join(", ")}`),
    verdict: z.enum(["pass", "fail", "unknown"], "pass, fail or unknown"),
    code: text,
    reason: text,
    evidence: text,
    action: text.nullable(),
    owner: z.enum(owners, `one of ${owners.join(", ")}, or null`).nullable(),
  },
  "a check with id, verdict, code, reason, evidence, action and owner",
);

const userSchema = z.object(
  {
    email: text,
    name: text,
    inScope: z.boolean("true or false"),
    ready: z.enum(["yes", "no", "unknown"], "yes, no or unknown"),
    checks: z.array(checkSchema, "a list of checks"),
  },
  "a user with email, name, inScope, ready and checks",
);

/** What is not in it is ignored: later versions may print more. */
export const savedRunSchema = z.object(
  {
    asOf: z.iso.datetime("a moment such as 2026-01-31T09:00:00.000Z"),
    masked: z.boolean("true or false"),
    users: z.array(userSchema, "a list of users"),
    summary: z.object(
      { users: count, inScope: count, ready: count, notReady: count, unknown: count },
      "the counts of users",
    ),
  },
  expectedRun,
);

export type SavedRun = z.infer<typeof savedRunSchema>;
export type SavedUser = SavedRun["users"][number];
export type SavedCheck = SavedUser["checks"][number];

type Path = readonly PropertyKey[];

const names: Readonly<Record<string, string>> = { users: "user", checks: "check" };

/** `user 4, check 3, verdict` */
const placeOf = (path: Path): string =>
  path
    .flatMap((key, at) => {
      const list = names[String(path[at - 1])];
      if (typeof key === "number" && list !== undefined) return [`${list} ${key + 1}`];
      return typeof path[at + 1] === "number" ? [] : [String(key)];
    })
    .join(", ");

/** A value's kind; the value may be somebody's address. */
const kindOf = (value: unknown): string => {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `another ${typeof value}`;
};

const valueAt = (root: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    root,
  );

/** The same from a text; `file` is what errors name. */
export const parseSavedRun = (content: string, file: string): SavedRun => {
  const raw = parseJson(content, file, expectedRun);
  const parsed = savedRunSchema.safeParse(raw);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = issue?.path ?? [];
    throw new InputError({
      file,
      place: placeOf(path),
      found: kindOf(valueAt(raw, path)),
      expected: issue?.message ?? expectedRun,
    });
  }
  if (parsed.data.masked)
    throw new InputError({
      file,
      found: "a run with masked addresses, which do not tell people apart from one run to another",
      expected: "a run written without --mask",
    });
  return parsed.data;
};

/**
 * @throws InputError where the file is no run, or one with masked addresses: those cannot be compared.
 */
export const readSavedRun = async (file: string): Promise<SavedRun> =>
  parseSavedRun(await readTextFile(file, expectedRun), file);
