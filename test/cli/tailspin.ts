/** The company of 25 users in examples/readiness/tailspin: its files, and what was written down by hand before it was judged. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { ReasonCode } from "../../src/readiness/reasons";
import { repository } from "./run-cli";

const folder = join(repository, "examples", "readiness", "tailspin");
const file = (name: string): string => join(folder, name);

/** Everything that the company has, at the moment for which it was labelled. */
export const readyTailspin: readonly string[] = [
  ...["ready", "--as-of", "2026-12-01T09:00:00Z", "--users", file("users.csv")],
  ...["--devices", file("intune-apps.csv"), file("phones.csv"), "--mailboxes", file("mailboxes.csv")],
  ...["--directory", file("directory.csv"), "--exchange", file("exchange.json")],
];

export const languages = ["en", "fr"] as const;
export type Language = (typeof languages)[number];

/** The columns of the expected list, in their order. */
export const columns = [
  ...["e-mail", "name", "concerned", "ready", "check", "verdict"],
  ...["reason", "what to do", "who does it", "evidence"],
] as const;
export type Row = readonly string[];

const delimiters: Readonly<Record<Language, string>> = { en: ",", fr: ";" };

export const cellsOf = (text: string, language: Language): readonly Row[] =>
  parse(text, { bom: true, delimiter: delimiters[language] });

/** One row for each user and check. */
export const expectedRows = (language: Language): readonly Row[] =>
  cellsOf(readFileSync(file(`expected.${language}.csv`), "utf8"), language).slice(1);

/** How each language writes the codes of a run; by hand, like the list. */
export const wordsOf = {
  en: {
    concerned: { true: "yes", false: "no" },
    ready: { yes: "ready", no: "not ready", unknown: "unknown" },
    verdict: { pass: "pass", fail: "fail", unknown: "unknown" },
    owner: {
      "mail-admin": "mail administrator",
      "aircall-admin": "Aircall administrator",
      "device-admin": "device management",
      user: "the user",
    },
  },
  fr: {
    concerned: { true: "oui", false: "non" },
    ready: { yes: "prêt", no: "pas prêt", unknown: "indéterminé" },
    verdict: { pass: "réussi", fail: "échec", unknown: "indéterminé" },
    owner: {
      "mail-admin": "administrateur de la messagerie",
      "aircall-admin": "administrateur Aircall",
      "device-admin": "gestion des appareils",
      user: "l'utilisateur",
    },
  },
} as const;

/** What this company cannot show, decided once: each needs a run in which an input is missing for everybody. */
export const reasonsNotShown: Readonly<Partial<Record<ReasonCode, string>>> = {
  "address-directory-not-read": "one directory was read, so a directory was read for everybody",
  "app-devices-not-read": "one device list was read, so one was read for everybody",
  "space-names-concealed": "a report hides the names of everybody in it, and another report outweighs it",
  "space-not-read": "one report was read, so whoever it lacks is not in it",
  "mail-not-read": "one mail system was read, so everybody was asked about in it",
};

/** Every cell that differs, told by user, check and column. */
export const differences = (found: readonly Row[], expected: readonly Row[]): readonly string[] => {
  const keyOf = ([email = "", name = "", , , check = ""]: Row): string => `${name} <${email}>, ${check}`;
  const byKey = new Map(found.map((row) => [keyOf(row), row]));
  const known = new Set(expected.map(keyOf));
  return [
    ...expected.flatMap((row) => {
      const other = byKey.get(keyOf(row));
      if (other === undefined) return [`${keyOf(row)}: missing`];
      return columns.flatMap((column, place) =>
        row[place] === other[place]
          ? []
          : [`${keyOf(row)}, ${column}: expected "${row[place]}", found "${other[place]}"`],
      );
    }),
    ...found.filter((row) => !known.has(keyOf(row))).map((row) => `${keyOf(row)}: not expected`),
  ];
};
