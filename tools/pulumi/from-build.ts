/** The fourth way to a Pulumi CLI: built by Go from the module proxy (pulumi.md 5.1). */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Attempt, absent, failed } from "./attempt";
import { installIntoCache } from "./install";
import { executableName, type Machine } from "./machine";
import { isAtLeast, parseVersion, pinnedVersion, type Version, versionText } from "./release";

/** One program to build: the engine and its language host need different versions of one module (pulumi.md 5.1). */
interface Program {
  readonly name: string;
  readonly title: string;
  readonly module: string;
  readonly package: string;
  readonly flags: readonly string[];
}

const versionVariable = "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version";

const programs: readonly Program[] = [
  {
    name: "pulumi-language-nodejs",
    title: "the Node.js language host",
    module: "language-nodejs",
    package: "github.com/pulumi/pulumi/sdk/v3/nodejs/cmd/pulumi-language-nodejs",
    flags: ["-ldflags", "-s -w"],
  },
  {
    name: "pulumi",
    title: "the Pulumi CLI",
    module: "cli",
    package: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
    flags: ["-tags", "osusergo,grpcnotrace", "-ldflags", `-s -w -X ${versionVariable}=v${pinnedVersion}`],
  },
];

/** No C compiler is needed, no other toolchain is fetched, and a go.work further up is not ours. */
const goEnvironment = { CGO_ENABLED: "0", GOTOOLCHAIN: "local", GOWORK: "off", GO111MODULE: "on" };

const heartbeatMilliseconds = 10_000;

/** How many of a failed build's last lines are shown. */
const shownLines = 15;

/** The oldest Go that the two modules accept. */
export async function neededGo(modulesDirectory: string): Promise<Version> {
  const versions = await Promise.all(
    programs.map(async ({ module }) => {
      const file = join(modulesDirectory, module, "go.mod");
      const line = /^go .*$/m.exec(await readFile(file, "utf8"))?.[0];
      const version = parseVersion(line ?? "");
      if (version === undefined) throw new Error(`${file} does not say which Go it needs`);
      return version;
    }),
  );
  return versions.reduce((newest, version) => (isAtLeast(version, newest) ? version : newest));
}

/** Builds both programs into the cache, one after the other. */
export async function fromBuild(
  machine: Machine,
  modulesDirectory: string,
  onProgress: (text: string) => void,
  signal?: AbortSignal,
): Promise<Attempt> {
  const needed = await neededGo(modulesDirectory);
  const asked = await machine.run("go", ["env", "GOVERSION"], { signal, environment: goEnvironment });
  if (asked.exitCode !== 0) return absent(`Go is not installed (${asked.problem ?? asked.output})`);
  const found = parseVersion(asked.output.replace("go", ""));
  if (found === undefined || !isAtLeast(found, needed)) {
    return absent(`Go is ${asked.output.trim()}, and the build needs ${versionText(needed)}`);
  }
  onProgress(`building Pulumi ${pinnedVersion} with ${asked.output.trim()}: some minutes, once`);
  return installIntoCache(
    machine,
    "build",
    async (directory) => {
      for (const program of programs) {
        const outcome = await buildOne(machine, program, modulesDirectory, directory, onProgress, signal);
        if (outcome !== undefined) return outcome;
      }
      return { bin: directory };
    },
    signal,
  );
}

async function buildOne(
  machine: Machine,
  program: Program,
  modulesDirectory: string,
  directory: string,
  onProgress: (text: string) => void,
  signal: AbortSignal | undefined,
): Promise<Attempt | undefined> {
  let downloaded = 0;
  let compiled = 0;
  const messages: string[] = [];
  const onLine = (line: string) => {
    if (line.startsWith("go: downloading ")) downloaded += 1;
    else if (/^[\w.\-/~]+$/.test(line)) compiled += 1;
    else messages.push(line);
  };
  const report = () =>
    onProgress(`building ${program.title}: ${downloaded} modules downloaded, ${compiled} packages compiled`);
  report();
  const heartbeat = setInterval(report, heartbeatMilliseconds);
  try {
    const output = join(directory, executableName(machine, program.name));
    const fixedFlags = ["-mod=readonly", "-trimpath", "-buildvcs=false", "-v"];
    const result = await machine.run(
      "go",
      ["build", ...fixedFlags, ...program.flags, "-o", output, program.package],
      {
        directory: join(modulesDirectory, program.module),
        environment: goEnvironment,
        inBackground: true,
        signal,
        onLine,
      },
    );
    if (result.exitCode === 0) return undefined;
    const why = [result.problem ?? `exit code ${result.exitCode}`, ...messages.slice(-shownLines)];
    return failed(`go could not build ${program.title}: ${why.join("\n    ")}`);
  } finally {
    clearInterval(heartbeat);
  }
}
