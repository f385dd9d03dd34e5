/** Debian's SMT solvers as an outside opinion: SMT-LIB text on stdin, one process for many questions, a time limit each. */
import { spawnSync } from "node:child_process";
import { text } from "./smt";

/** What is asked: constants are declared, assertions must hold together. */
export interface Question {
  /** Sort by name. */
  readonly constants: Readonly<Record<string, "String" | "Int" | "Bool">>;
  readonly assertions: readonly string[];
}

/** `unknown` where the time limit ran out, or where no solver could tell. */
export type Answer =
  | { readonly kind: "unsatisfiable" | "unknown" }
  | { readonly kind: "satisfiable"; readonly values: Readonly<Record<string, string>> };

interface Solver {
  readonly command: string;
  readonly arguments: (milliseconds: number) => readonly string[];
  readonly options: (milliseconds: number) => string;
}

/** Both read SMT-LIB 2.6 (Debian packages `cvc5` and `z3`). What the first leaves open is asked of the second. */
const solvers: readonly Solver[] = [
  {
    command: "cvc5",
    arguments: (milliseconds) => [
      "--lang=smt2",
      "--incremental",
      "--strings-exp",
      "--produce-models",
      `--tlimit-per=${milliseconds}`,
    ],
    options: () => "",
  },
  {
    command: "z3",
    arguments: () => ["-smt2", "-in"],
    options: (milliseconds) => `(set-option :timeout ${milliseconds})`,
  },
];

const isInstalled = ({ command }: Solver): boolean =>
  spawnSync(command, ["--version"], { timeout: 10_000 }).status === 0;

const installed = solvers.filter(isInstalled);

/** Why nothing can be asked here; `undefined` where something can. */
export const noSolver: string | undefined =
  installed.length > 0
    ? undefined
    : `no SMT solver is installed (${solvers.map(({ command }) => command).join(" or ")})`;

const mark = "question ";

const script = ({ constants, assertions }: Question, place: number): string =>
  [
    `(echo "${mark}${place}")`,
    "(push 1)",
    ...Object.entries(constants).map(([name, sort]) => `(declare-const ${name} ${sort})`),
    ...assertions.map((assertion) => `(assert ${assertion})`),
    "(check-sat)",
    `(get-value (${Object.keys(constants).join(" ")}))`,
    "(pop 1)",
  ].join("\n");

/** `""` is a quote inside a text, `\u{e9}` a character; both solvers print texts so. */
const readText = (quoted: string): string =>
  quoted
    .slice(1, -1)
    .replaceAll('""', '"')
    .replace(/\\u\{([0-9a-f]+)\}|\\u([0-9a-f]{4})/giu, (_all, braced?: string, four?: string) =>
      String.fromCodePoint(Number.parseInt(braced ?? four ?? "", 16)),
    );

const readValue = (value: string): string =>
  value.startsWith('"') ? readText(value) : value.replace(/^\(- (\d+)\)$/u, "-$1");

const readAnswer = (output: string): Answer => {
  if (/^unsat$/mu.test(output)) return { kind: "unsatisfiable" };
  if (!/^sat$/mu.test(output)) {
    // Running out of time is no error; a question that cannot be read is a fault of the test.
    const problem = /\(error .*(?:parse|sort|unknown constant|invalid).*\)/iu.exec(output)?.[0];
    if (problem !== undefined) throw new Error(problem);
    return { kind: "unknown" };
  }
  const pairs = output.matchAll(/\((\w+) ("(?:[^"]|"")*"|\(- \d+\)|[^\s()]+)\)/gu);
  return {
    kind: "satisfiable",
    values: Object.fromEntries([...pairs].map(([, name, value]) => [name ?? "", readValue(value ?? "")])),
  };
};

const askOne = (solver: Solver, questions: readonly Question[], milliseconds: number): readonly Answer[] => {
  if (questions.length === 0) return [];
  const input = [solver.options(milliseconds), "(set-logic ALL)", ...questions.map(script)];
  const { stdout } = spawnSync(solver.command, solver.arguments(milliseconds), {
    input: input.join("\n"),
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
    timeout: 10_000 + 2 * milliseconds * questions.length,
  });
  const parts = new Map(
    stdout
      .split(new RegExp(`^"?${mark}`, "mu"))
      .slice(1)
      .map((part) => [Number.parseInt(part, 10), part] as const),
  );
  return questions.map((_question, place) => readAnswer(parts.get(place) ?? ""));
};

const written = (value: string, sort: string): string =>
  sort === "String" ? text(value) : value.replace(/^-(\d+)$/u, "(- $1)");

/** The question with its answer filled in: next to nothing is left to search for. */
const filledIn = (
  { constants, assertions }: Question,
  values: Readonly<Record<string, string>>,
): Question => ({
  constants,
  assertions: [
    ...assertions,
    ...Object.entries(constants).map(([name, sort]) => `(= ${name} ${written(values[name] ?? "", sort)})`),
  ],
});

/** Solvers have faults of their own: a model counts only where every solver accepts it when it is put back in. */
const confirmed = (
  questions: readonly Question[],
  answers: readonly Answer[],
  milliseconds: number,
): readonly Answer[] => {
  const found = answers.flatMap((answer, place) => {
    const question = questions[place];
    return answer.kind === "satisfiable" && question !== undefined
      ? [{ place, question: filledIn(question, answer.values) }]
      : [];
  });
  const refused = new Set(
    installed.flatMap((solver) => {
      const again = askOne(
        solver,
        found.map(({ question }) => question),
        milliseconds,
      );
      return found.flatMap(({ place }, index) => (again[index]?.kind === "unsatisfiable" ? [place] : []));
    }),
  );
  return answers.map((answer, place) => (refused.has(place) ? { kind: "unknown" } : answer));
};

/** Asks each question on its own. @param milliseconds the most that one of them may take. */
export const ask = (questions: readonly Question[], milliseconds: number): readonly Answer[] => {
  const answers: Answer[] = questions.map(() => ({ kind: "unknown" }));
  for (const solver of installed) {
    const open = questions.flatMap((question, place) =>
      answers[place]?.kind === "unknown" ? [{ question, place }] : [],
    );
    const found = askOne(
      solver,
      open.map(({ question }) => question),
      milliseconds,
    );
    for (const [index, { place }] of open.entries()) answers[place] = found[index] ?? { kind: "unknown" };
  }
  return confirmed(questions, answers, milliseconds);
};
