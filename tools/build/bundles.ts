/** The table of everything in dist/: which source becomes which file, with which options. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { BuildOptions } from "esbuild";
import type { Bundle, DistributedFile, Entry } from "./bundle";
import { bundlesBeside } from "./bundles-beside";
import { loadOnFirstUse, packageEntries } from "./load-on-first-use";
import { withoutSerialiser } from "./without-serialiser";
import { withoutUnusedParts } from "./without-unused-parts";

/** The policy pack's name; Pulumi prints it with every violation. */
const packName = "aircall-mailflow-policies";

/** All bundles; the entries are listed whether or not their source exists. */
export function bundlesOf(repository: string): readonly Bundle[] {
  return [
    commandLine(repository),
    onDemand(repository),
    plugin(),
    policyPack(repository),
    stacks(repository),
  ];
}

/** Reading code takes time in proportion to its size; identifiers keep their names, for the sake of stack traces. */
const small: BuildOptions = {
  minifyWhitespace: true,
  minifySyntax: true,
  // The modules of a package in the newer form can be left out one by one.
  mainFields: ["module", "main"],
};

/** Every command and every process a command starts is a bundle of its own: starting one loads nothing of the others. */
function commandLine(repository: string): Bundle {
  const entriesIn = (folder: string): readonly Entry[] => {
    const directory = join("src", "cli", folder);
    const files = existsSync(join(repository, directory)) ? readdirSync(join(repository, directory)) : [];
    return files
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
      .map((file) => entry(join(directory, file), `cli/${folder}/${file.replace(/\.ts$/, ".js")}`));
  };
  return {
    name: "cli",
    entries: [
      entry("src/cli/index.ts", "cli/index.js", true),
      ...entriesIn("commands"),
      ...entriesIn("workers"),
    ],
    options: {
      ...small,
      plugins: [
        bundlesBeside(repository),
        loadOnFirstUse(repository, "../../packages"),
        withoutUnusedParts(),
        withoutSerialiser(),
      ],
    },
    beside: [],
  };
}

/** What a command loads only when it turns out to need it. */
function onDemand(repository: string): Bundle {
  return {
    name: "on-demand",
    entries: [entry("src/report/eml.ts", "report/eml.js"), ...packageEntries(repository)],
    options: { ...small, plugins: [withoutUnusedParts()] },
    beside: [],
  };
}

/** The engine looks for a file of this name, on Windows with `.cmd` (pulumi.md 2.3). */
function plugin(): Bundle {
  const name = "pulumi-resource-mailflow";
  return {
    name: "plugin",
    entries: [entry("src/provider/index.ts", `plugin/${name}`, true)],
    options: { plugins: [withoutSerialiser()] },
    beside: [text(`plugin/${name}.cmd`, `@node "%~dp0${name}" %*\r\n`)],
  };
}

/**
 * The pack in both its forms: a directory for the official CLI, an executable for the others (pulumi.md 5.1).
 *
 * @remarks Identifiers keep their names: smaller ones would start no sooner, and hide the names of policies.
 */
function policyPack(repository: string): Bundle {
  const project = join(repository, "policies", "PulumiPolicy.yaml");
  const manifest = { name: packName, version: ownVersion(repository), main: "index.js" };
  return {
    name: "policy-pack",
    entries: [entry("policies/index.ts", "policy-pack/index.js")],
    options: { minifyWhitespace: true, minifySyntax: true, plugins: [withoutSerialiser()] },
    beside: [
      text("policy-pack/package.json", `${JSON.stringify(manifest, null, 2)}\n`),
      text(`policy-pack/${packName}`, packExecutable, true),
      ...(existsSync(project) ? [text("policy-pack/PulumiPolicy.yaml", readFileSync(project, "utf8"))] : []),
    ],
  };
}

/**
 * The policy SDK reads name and version from the package.json of the working directory (pulumi.md 3.1), and the
 * engine starts the pack in the user's. Leaving at once on a signal spares a wait of up to 5 s (pulumi.md 5.1).
 */
const packExecutable = `#!/usr/bin/env node
"use strict";
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
// An engine that was killed ends nothing: whoever is left without a parent leaves by itself.
const engine = process.ppid;
setInterval(() => process.ppid === engine || process.exit(0), 500).unref();
process.chdir(__dirname);
require("./index.js");
`;

/** The programs keep Pulumi's SDKs outside: program and language host must share one copy. */
function stacks(repository: string): Bundle {
  const manifest = { name: "aircall-mailflow-stacks", version: ownVersion(repository), main: "index.js" };
  return {
    name: "stacks",
    entries: [entry("stacks/index.ts", "stacks/index.js")],
    options: { ...small, external: ["@pulumi/*"], plugins: [loadOnFirstUse(repository, "../packages")] },
    beside: [text("stacks/package.json", `${JSON.stringify(manifest, null, 2)}\n`)],
  };
}

function entry(source: string, output: string, executable = false): Entry {
  return { source, output, executable };
}

function text(path: string, content: string, executable = false): DistributedFile {
  return { path, content, executable };
}

function ownVersion(repository: string): string {
  const manifest: { readonly version: string } = JSON.parse(
    readFileSync(join(repository, "package.json"), "utf8"),
  );
  return manifest.version;
}
