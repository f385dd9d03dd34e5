/** Builds dist/ when its sources have changed. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type BuildOptions, build } from "esbuild";
import type { Bundle, DistributedFile, Entry } from "./bundle";
import { bundlesOf } from "./bundles";
import { distribute } from "./distribute";
import { hashSources, isUpToDate, writeStamp } from "./stamp";

/** How a build is asked for. */
export interface BuildRequest {
  /** Also when nothing has changed. */
  readonly force?: boolean;
  /** Says the size of every file and the time of every bundle. */
  readonly verbose?: boolean;
  readonly say: (text: string) => void;
}

const shebang = "#!/usr/bin/env node\n";

/** CommonJS starts soonest on Node.js 20, and lets a bundle be a file without an extension. */
const sharedOptions: BuildOptions = {
  bundle: true,
  write: false,
  platform: "node",
  target: "node20",
  format: "cjs",
  logLevel: "silent",
  // `import()` of a bundle beside becomes a `require`, which spares the start of the ES module loader.
  supported: { "dynamic-import": false },
  define: {
    "import.meta.url": "bundledModuleUrl",
    "import.meta.dirname": "__dirname",
    "import.meta.filename": "__filename",
  },
  banner: { js: 'var bundledModuleUrl = require("node:url").pathToFileURL(__filename).href;' },
};

/** Builds what exists; answers false when dist/ was up to date already. */
export async function buildAll(repository: string, request: BuildRequest): Promise<boolean> {
  const hash = hashSources(repository);
  if (request.force !== true && isUpToDate(repository, hash)) return false;
  const files: DistributedFile[] = [];
  for (const bundle of bundlesOf(repository)) files.push(...(await buildOne(repository, bundle, request)));
  distribute(repository, files);
  writeStamp(repository, { hash, files: files.map(({ path }) => path) });
  return true;
}

async function buildOne(
  repository: string,
  bundle: Bundle,
  { say, verbose }: BuildRequest,
): Promise<readonly DistributedFile[]> {
  const present = bundle.entries.filter(({ source }) => existsSync(join(repository, source)));
  for (const { source } of bundle.entries) {
    if (!existsSync(join(repository, source))) say(`${bundle.name}: skipped, there is no ${source} yet`);
  }
  if (present.length === 0) return [];
  const started = performance.now();
  const result = await build({
    ...sharedOptions,
    ...bundle.options,
    absWorkingDir: repository,
    entryPoints: present.map((entry) => ({ in: entry.source, out: entry.output })),
    outdir: "dist",
    write: false,
  }).catch((error: Error) => {
    throw new Error(`${bundle.name} could not be built: ${error.message}`);
  });
  if (verbose === true) for (const { text } of result.warnings) say(`${bundle.name}: warning: ${text}`);
  const files = present.map((entry) => {
    // esbuild appends an extension to every output name.
    const path = join(repository, "dist", `${entry.output}.js`);
    const output = result.outputFiles.find((file) => file.path === path);
    if (output === undefined) throw new Error(`${bundle.name}: esbuild wrote no ${entry.output}`);
    return { path: entry.output, content: finish(entry, output.text), executable: entry.executable };
  });
  if (verbose === true) {
    for (const { path, content } of files) say(`  ${path}  ${Math.round(content.length / 1024)} KB`);
    say(`${bundle.name}: ${Math.round(performance.now() - started)} ms`);
  }
  return [...files, ...bundle.beside];
}

function finish(entry: Entry, code: string): string {
  const bare = code.startsWith("#!") ? code.slice(code.indexOf("\n") + 1) : code;
  return entry.executable ? shebang + bare : bare;
}
