/** The provider as a process: what the engine that starts it expects of it (pulumi.md 2.2). */
import type { Plugin } from "./plugin";
import { serve } from "./server";

/** The engine kills a plugin 5 seconds after it asked it to stop: a write under way has until then to end. */
const patienceMilliseconds = 4_500;

/** How often an orphan looks for its engine. */
const orphanCheckMilliseconds = 1_000;

/** The engine's address is the last argument; flags, some with a value, may stand before it. */
const engineAddressIn = (arguments_: readonly string[]): string | undefined => {
  const last = arguments_.at(-1);
  return last !== undefined && /^[^-][^/]*:\d+$/u.test(last) ? last : undefined;
};

/** Runs a provider until the engine stops it or is gone. The first line on stdout is the port, and the only one. */
export const runProvider = async (plugin: Plugin, arguments_: readonly string[]): Promise<void> => {
  const server = await serve(plugin, engineAddressIn(arguments_));
  let stopping = false;
  const stop = (exitCode: number): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(exitCode), patienceMilliseconds).unref();
    void server.stop().then(() => process.exit(exitCode));
  };
  process.on("SIGINT", () => stop(0));
  process.on("SIGTERM", () => stop(0));
  process.on("uncaughtException", (error) => {
    process.stderr.write(
      `${plugin.name} stopped because of a defect in it, please report it: ${error.message}\n`,
    );
    stop(1);
  });
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop(0);
  }, orphanCheckMilliseconds).unref();
  // Last, because the engine may stop the process as soon as it has the port.
  process.stdout.write(`${server.port}\n`);
};
