/** A Pulumi stack in a folder of its own, run by the real CLI: nothing outside the folder is touched. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { stringify } from "yaml";

export interface CommandResult {
  readonly code: number;
  /** Standard output and error as they came. */
  readonly output: string;
}

export interface WorkspaceOptions {
  /** Folder for state, plugins and configuration. */
  readonly folder: string;
  /** The folder that holds Pulumi.yaml. */
  readonly project: string;
  readonly stack: string;
  /** Folder to put first on PATH: it holds `pulumi` and its language host. */
  readonly pulumiFolder: string;
  /** Executable of the policy pack; no pack where absent. Absolute: the engine starts it from another folder (pulumi.md 5.1). */
  readonly policyPack?: string;
  /** More environment, such as AIRCALL_MAILFLOW_ENDPOINT. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly onOutput?: (text: string) => void;
}

export interface RunOptions {
  /** Whether the pack is used where the command loads one; yes where absent. */
  readonly policyPack?: boolean;
  /** Leaves out stack and configuration file, which some commands do not take. */
  readonly bare?: boolean;
}

export interface PulumiWorkspace {
  /** Replaces the stack's configuration; a value under `secrets` would belong to `pulumi config set --secret`. */
  readonly configure: (config: Readonly<Record<string, unknown>>) => void;
  readonly run: (command: readonly string[], options?: RunOptions) => Promise<CommandResult>;
  /** Ends the command that runs, if any, with everything it started. */
  readonly stop: () => Promise<void>;
}

/** Commands that load policy packs (pulumi.md 3.4). */
const judged = new Set(["up", "preview"]);

/** How long a command may take to end its plugins after it was asked to. */
const graceMilliseconds = 8_000;

const signalGroup = (child: ChildProcess, signal: NodeJS.Signals): void => {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, signal);
  } catch {
    // It ended between the look and the signal.
  }
};

/** Asks a command to end, with the plugins it started, and insists where it does not. */
const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "close");
  // The engine ends its plugins on an interrupt, and on nothing else.
  child.kill("SIGINT");
  const insist = setTimeout(() => signalGroup(child, "SIGKILL"), graceMilliseconds);
  await ended;
  clearTimeout(insist);
};

export const createPulumiWorkspace = (options: WorkspaceOptions): PulumiWorkspace => {
  const { folder, project, stack, pulumiFolder, policyPack, environment, onOutput } = options;
  const configFile = join(folder, `Pulumi.${stack}.yaml`);
  const state = join(folder, "state");
  mkdirSync(state, { recursive: true });
  const running = new Set<ChildProcess>();
  let created = false;

  const start = (commandArguments: readonly string[], cwd = project): Promise<CommandResult> =>
    new Promise((resolve, reject) => {
      const child = spawn("pulumi", [...commandArguments], {
        cwd,
        detached: process.platform !== "win32",
        stdio: ["ignore", "pipe", "pipe"],
        env: {
          ...process.env,
          PATH: `${pulumiFolder}${delimiter}${process.env.PATH ?? ""}`,
          PULUMI_HOME: join(folder, "home"),
          PULUMI_BACKEND_URL: `file://${state}`,
          PULUMI_CONFIG_PASSPHRASE: "demonstration",
          PULUMI_SKIP_UPDATE_CHECK: "true",
          PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
          ...environment,
        },
      });
      running.add(child);
      let output = "";
      const take = (chunk: Buffer): void => {
        output += chunk.toString();
        onOutput?.(chunk.toString());
      };
      child.stdout.on("data", take);
      child.stderr.on("data", take);
      child.on("error", (error) => {
        running.delete(child);
        reject(error);
      });
      child.on("close", (code) => {
        running.delete(child);
        resolve({ code: code ?? 1, output });
      });
    });

  const shared = ["--stack", stack, "--config-file", configFile, "--color", "never"];

  return {
    configure: (config) => writeFileSync(configFile, stringify({ config })),
    run: async (command, { policyPack: withPack = true, bare = false } = {}) => {
      if (!created) {
        // `stack init` writes a configuration file beside Pulumi.yaml, and the project's folder is not ours to write to.
        const aside = join(folder, "init");
        mkdirSync(aside, { recursive: true });
        copyFileSync(join(project, "Pulumi.yaml"), join(aside, "Pulumi.yaml"));
        const made = await start(["stack", "init", stack, "--non-interactive", "--color", "never"], aside);
        if (made.code !== 0) return made;
        created = true;
      }
      const [verb = ""] = command;
      const pack =
        withPack && policyPack !== undefined && judged.has(verb) ? ["--policy-pack", policyPack] : [];
      return start([...command, "--non-interactive", ...(bare ? [] : shared), ...pack]);
    },
    stop: async () => {
      await Promise.all([...running].map(end));
    },
  };
};
