/** Installs the locked dependencies when they are missing or belong to another package-lock.json. */
import { runChild } from "./children.mjs";
import { areDependenciesInstalled, rememberInstalled } from "./installed.mjs";

const heartbeatMilliseconds = 10_000;

/**
 * Runs `npm ci --ignore-scripts` if needed. No script of a dependency is run: none of ours needs one
 * (pulumi.md 5.1), and a locked install that runs nothing is the safer one.
 */
export async function installDependencies(repository) {
  if (areDependenciesInstalled(repository)) return;
  const started = Date.now();
  const report = (text) =>
    process.stderr.write(`[${Math.round((Date.now() - started) / 1_000)} s] ${text}\n`);
  report("installing the locked dependencies with npm ci");
  const heartbeat = setInterval(() => report("npm ci is still at work"), heartbeatMilliseconds);
  try {
    await runNpm(["ci", "--ignore-scripts", "--loglevel=error"], repository);
  } finally {
    clearInterval(heartbeat);
  }
  rememberInstalled(repository);
  report("dependencies installed");
}

/** npm names its own script to what it starts; on Windows a bare `npm` is a batch file and needs a shell. */
async function runNpm(npmArguments, repository) {
  const script = process.env.npm_execpath;
  const byScript = script !== undefined && /npm-cli\.c?js$/.test(script);
  const [command, ...commandArguments] = byScript
    ? [process.execPath, script, ...npmArguments]
    : ["npm", ...npmArguments];
  let exitCode;
  try {
    exitCode = await runChild(command, commandArguments, {
      cwd: repository,
      // What npm says is progress: standard output stays free for the command's own answer.
      stdio: ["ignore", process.stderr, process.stderr],
      shell: process.platform === "win32" && !byScript,
    });
  } catch (error) {
    throw new Error(`npm could not be started: ${error.message}`);
  }
  if (exitCode !== 0) throw new Error("npm ci failed; what it said stands above. Nothing else was done.");
}
