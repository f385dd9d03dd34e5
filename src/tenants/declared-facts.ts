/** Facts a company declares about Aircall's mail, each with an owner and a last day (design section 2, `assume`). */
import { type Document, isNode, LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { declarableFacts, shown } from "../mailflow/declarable-facts";
import type { DeclaredFacts, FactName } from "../mailflow/facts";
import { InputError } from "./input-error";
import { readTextFile } from "./read-text-file";

export const expectedFacts =
  "a list of declared facts, each with fact, value, owner and expires, as YAML or JSON";

/** A fact as reports name it. */
export interface DeclaredFact {
  readonly name: FactName;
  readonly fact: string;
  /** The value in words. */
  readonly value: string;
  readonly owner: string;
  /** The last day it holds, `YYYY-MM-DD`. */
  readonly expires: string;
}

export interface Declarations {
  /** What is taken for known. */
  readonly facts: DeclaredFacts;
  readonly declared: readonly DeclaredFact[];
  /** Checked, but never used. */
  readonly expired: readonly DeclaredFact[];
}

/** A real day of the calendar. */
const isDay = (text: string): boolean => {
  const date = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return date !== undefined && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

const names = [...declarableFacts.keys()].join(", ");

/** One entry of the list; the messages say what was expected. */
export const declaredFactSchema = z.strictObject(
  {
    fact: z.string(`one of ${names}`).refine((name) => declarableFacts.has(name), `one of ${names}`),
    value: z.unknown(),
    owner: z.string("who answers for it").trim().min(1, "who answers for it"),
    expires: z.string("the last day it holds, YYYY-MM-DD").refine(isDay, "the last day it holds, YYYY-MM-DD"),
  },
  "an object with fact, value, owner and expires",
);

type Path = readonly PropertyKey[];

/** Where in the source a value stands, in words. */
type PlaceOf = (path: Path) => string;

const entryPlace: PlaceOf = ([entry, ...inside]) =>
  entry === undefined ? "" : [`entry ${Number(entry) + 1}`, ...inside.map(String)].join(", ");

const valueAt = (root: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    root,
  );

/**
 * The facts in a list that was parsed already, such as the configuration of a stack.
 *
 * @param source what errors name.
 * @param asOf a fact holds to the end of its last day, in UTC.
 * @throws InputError that names source, place, what was found and what was expected.
 */
export const declaredFactsOf = (
  entries: unknown,
  source: string,
  asOf: Date,
  placeOf: PlaceOf = entryPlace,
): Declarations => {
  const problem = (path: Path, found: string, expected: string): InputError =>
    new InputError({ file: source, place: placeOf(path), found, expected });
  if (!Array.isArray(entries))
    throw problem([], entries === undefined ? "nothing" : `no list but ${shown(entries)}`, expectedFacts);
  const today = asOf.toISOString().slice(0, 10);
  const declared: DeclaredFact[] = [];
  const expired: DeclaredFact[] = [];
  let facts: DeclaredFacts = {};
  for (const [place, raw] of entries.entries()) {
    const parsed = declaredFactSchema.safeParse(raw);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      if (issue?.code === "unrecognized_keys")
        throw problem(
          [place],
          `the unknown property ${issue.keys.join(", ")}`,
          "fact, value, owner and expires",
        );
      const path = issue?.path ?? [];
      throw problem([place, ...path], shown(valueAt(raw, path)), issue?.message ?? expectedFacts);
    }
    const { fact, value, owner, expires } = parsed.data;
    const reading = declarableFacts.get(fact)?.(value);
    if (reading === undefined) continue;
    if ("found" in reading) throw problem([place, "value", ...reading.at], reading.found, reading.expected);
    const name = Object.keys(reading.facts)[0] as FactName;
    const entry: DeclaredFact = { name, fact, value: reading.text, owner, expires };
    if (today > expires) {
      expired.push(entry);
      continue;
    }
    if (declared.some((other) => other.fact === fact))
      throw problem([place, "fact"], `${fact} for the second time`, "each fact once, the expired ones aside");
    declared.push(entry);
    facts = { ...facts, ...reading.facts };
  }
  return { facts, declared, expired };
};

const plainValue = (document: Document, file: string): unknown => {
  try {
    // A few lines of aliases can stand for more than memory holds.
    return document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    throw new InputError({ file, found: "an alias", expected: "each value written out" });
  }
};

/** The same from a text; JSON is YAML too. `file` is what errors name. @throws InputError */
export const parseDeclaredFacts = (text: string, file: string, asOf: Date): Declarations => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, version: "1.2", schema: "core" });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0]);
    throw new InputError({
      file,
      place: `line ${line}, column ${col}`,
      found: "what is neither YAML nor JSON",
      expected: expectedFacts,
    });
  }
  const placeOf: PlaceOf = (path) => {
    const node = document.getIn(path, true);
    const offset = isNode(node) ? node.range?.[0] : undefined;
    const line = offset === undefined ? "" : `line ${lines.linePos(offset).line}`;
    return [line, entryPlace(path)].filter((part) => part !== "").join(", ");
  };
  return declaredFactsOf(plainValue(document, file), file, asOf, placeOf);
};

/**
 * The facts in a YAML or JSON file.
 *
 * @throws InputError that names file, place, what was found and what was expected.
 */
export const readDeclaredFacts = async (file: string, asOf: Date): Promise<Declarations> =>
  parseDeclaredFacts(await readTextFile(file, expectedFacts), file, asOf);
