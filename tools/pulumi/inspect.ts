/** Looks whether a directory holds a Pulumi CLI that runs, is new enough, and has its Node.js language host. */
import { realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Attempt, absent, type Source } from "./attempt";
import { executableName, findOnPath, isExecutableFile, type Machine } from "./machine";
import { isAtLeast, oldestUsableVersion, parseVersion, versionText } from "./release";

/** The language host runs the stacks; the CLI looks for it beside itself and on PATH. */
const languageHost = "pulumi-language-nodejs";

const answerWithinMilliseconds = 60_000;

/** Where a directory's CLI is looked at, and for whom. */
export interface InspectOptions {
  readonly source: Source;
  readonly signal?: AbortSignal | undefined;
  /** Whether a language host elsewhere on PATH serves as well. */
  readonly hostMayBeOnPath: boolean;
}

/** Runs `pulumi version` of one program and judges the answer. */
export async function inspect(machine: Machine, pulumi: string, options: InspectOptions): Promise<Attempt> {
  if (!isExecutableFile(pulumi)) return absent(`there is no executable ${pulumi}`);
  if (!hasLanguageHost(machine, pulumi, options.hostMayBeOnPath)) {
    return absent(`${pulumi} has no ${languageHost} beside it`);
  }
  const result = await machine.run(pulumi, ["version"], {
    signal: options.signal,
    timeoutMilliseconds: answerWithinMilliseconds,
    environment: { PULUMI_SKIP_UPDATE_CHECK: "true" },
  });
  if (result.exitCode !== 0) {
    return absent(`${pulumi} does not run (${result.problem ?? `exit code ${result.exitCode}`})`);
  }
  const version = parseVersion(result.output);
  const oldest = parseVersion(oldestUsableVersion);
  if (version === undefined || oldest === undefined) {
    return absent(`${pulumi} does not say its version, but "${result.output.slice(0, 80)}"`);
  }
  if (!isAtLeast(version, oldest)) {
    return absent(
      `${pulumi} is ${versionText(version)}, and executable policy packs need ${oldestUsableVersion}`,
    );
  }
  return {
    kind: "found",
    pulumi: {
      bin: dirname(pulumi),
      pulumi,
      version: versionText(version),
      source: options.source,
      executablePack: true,
    },
  };
}

function hasLanguageHost(machine: Machine, pulumi: string, hostMayBeOnPath: boolean): boolean {
  const file = executableName(machine, languageHost);
  const beside = [dirname(pulumi), dirname(realpathSync(pulumi))].some((directory) =>
    isExecutableFile(join(directory, file)),
  );
  return beside || (hostMayBeOnPath && findOnPath(machine, languageHost).length > 0);
}
