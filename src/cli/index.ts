/** `aircall-mailflow`: finds the command, loads it alone, and turns what it throws into one line and an exit code. */
import nodeModule from "node:module";
import { Command, CommanderError } from "commander";
import { version } from "../../package.json";
import { failureOf } from "./failure";

/** What a command module gives: its options, and what it does with them. */
export interface CommandModule {
  /** Adds arguments, options and the action; the action returns the exit code through `exit`. */
  readonly declare: (command: Command, exit: (code: number) => void) => void;
}

interface Entry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<CommandModule>;
  /** Not listed: `npm start` runs it. */
  readonly hidden?: boolean;
}

const entries: readonly Entry[] = [
  {
    name: "check",
    summary: "decide from saved exports whether Aircall mail reaches every inbox",
    load: () => import("./commands/check"),
  },
  {
    name: "diff",
    summary: "what a change does: newly blocked, newly guaranteed, newly too wide, or no effect",
    load: () => import("./commands/diff"),
  },
  {
    name: "trace",
    summary: "follow one mail to one user, stage by stage: where it ends, why, what to do",
    load: () => import("./commands/trace"),
  },
  {
    name: "evidence",
    summary: "hold a saved message trace against the verdict",
    load: () => import("./commands/evidence"),
  },
  {
    name: "ready",
    summary: "who is ready for adaptive MFA, who is not, and who has to do what",
    load: () => import("./commands/ready"),
  },
  {
    name: "export",
    summary: "read a live tenant into an export file; nothing is changed",
    load: () => import("./commands/export"),
  },
  {
    name: "explain",
    summary: "what a finding means, what to do about it, and where that is written",
    load: () => import("./commands/explain"),
  },
  {
    name: "tenant",
    summary: "embedded Exchange and Aircall tenants on this machine, to try things on",
    load: () => import("./commands/tenant"),
  },
  {
    name: "demonstrate",
    summary: "the whole job on an embedded tenant",
    hidden: true,
    load: async () => {
      const { demonstrate } = await import("./commands/demonstrate");
      return {
        declare: (command, exit) => {
          command
            .requiredOption(
              "--pulumi-bin-file <file>",
              "the file in which the bootstrap says where Pulumi is",
            )
            .action(async (options: { readonly pulumiBinFile: string }) => exit(await demonstrate(options)));
        },
      };
    },
  },
];

const exitCodes = `
Exit codes: 0 proven · 1 blocked or too wide · 2 bad input or usage · 3 not guaranteed or undecided`;

/** Newer releases of Node.js keep compiled code between runs. */
const keepCompiledCode = (): void => {
  if ("enableCompileCache" in nodeModule && typeof nodeModule.enableCompileCache === "function")
    nodeModule.enableCompileCache();
};

const run = async (given: readonly string[]): Promise<number> => {
  keepCompiledCode();
  let code = 0;
  const exit = (value: number): void => {
    code = value;
  };
  const program = new Command("aircall-mailflow")
    .description("Does every Aircall login mail reach every inbox, and no forged one?")
    .version(version)
    .exitOverride()
    // Options belong to the command they stand behind: `ready diff` has its own `--format`.
    .enablePositionalOptions()
    .showHelpAfterError("(aircall-mailflow --help lists commands and options)")
    .addHelpText("after", exitCodes);
  const wanted = given.find((argument) => !argument.startsWith("-"));
  for (const { name, summary, load, hidden = false } of entries) {
    const command = program.command(name, { hidden }).description(summary).exitOverride();
    command.copyInheritedSettings(program);
    command.showHelpAfterError(`(aircall-mailflow ${name} --help lists its options)`);
    if (name === wanted || (wanted === "help" && given.includes(name))) (await load()).declare(command, exit);
  }
  try {
    await program.parseAsync(given, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
};

/** A reader that goes away early, such as `head`, is no defect. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const { text, exitCode } = failureOf(error);
    process.stderr.write(`${text}\n`);
    process.exitCode = exitCode;
  },
);
