/** `demonstrate`: the whole job on an embedded tenant, as `npm start` shows it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { awaitPulumi } from "../demonstration/await-pulumi";
import { type EmbeddedCompany, readSeed, startEmbeddedCompany } from "../demonstration/embedded-company";
import { heading, say } from "../demonstration/narration";
import { createPulumiWorkspace, type PulumiWorkspace } from "../demonstration/pulumi-workspace";
import {
  applyStack,
  findDrift,
  rejectBadChange,
  repair,
  SceneFailed,
  showVerdict,
} from "../demonstration/scenes";

export interface DemonstrateOptions {
  /** File in which the bootstrap says where the Pulumi CLI is. */
  readonly pulumiBinFile: string;
}

/** dist/cli/commands lies three folders below the clone. */
const clone = join(__dirname, "..", "..", "..");
const exampleFile = join("examples", "exchange", "contoso.json");

const stackConfig = {
  "aircall-mailflow:mailSystem": "exchange",
  "aircall-mailflow:exchange": {},
};

const goOn = `
Shown: a verdict from a saved export, a blocking rule refused, pulumi up to "proven", a bad change rejected
before any write, a change by hand found (exit 7) and judged, and its repair.

To go on:
  npx aircall-mailflow check --exchange ${exampleFile}      the verdict again
  npx aircall-mailflow export exchange --help                read your own tenant (read-only)
  npx aircall-mailflow tenant serve --help                   an embedded tenant to try changes on
  npm test                                                   every test, through the real Pulumi CLI`;

/** @returns the exit code. */
export const demonstrate = async ({ pulumiBinFile }: DemonstrateOptions): Promise<number> => {
  const folder = mkdtempSync(join(tmpdir(), "aircall-mailflow-demonstration-"));
  const stop = new AbortController();
  let company: EmbeddedCompany | undefined;
  let workspace: PulumiWorkspace | undefined;
  const onSignal = (): void => {
    stop.abort();
    void workspace?.stop();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
  try {
    const seed = readSeed(join(clone, exampleFile));
    showVerdict(seed, exampleFile);
    heading("3. The real Pulumi CLI");
    const pulumi = await awaitPulumi(pulumiBinFile, stop.signal, () =>
      say("Waiting for the Pulumi CLI; the first time on a machine this takes some minutes …"),
    );
    if ("problem" in pulumi) {
      say(`No Pulumi CLI: ${pulumi.problem}`);
      return 1;
    }
    say(`Pulumi ${pulumi.version} (${pulumi.source}).`);
    company = await startEmbeddedCompany(folder, seed);
    say(
      `An embedded Exchange tenant with ${company.server.objects("Get-Mailbox").length} mailboxes and ${company.server.objects("Get-TransportRule").length} rules listens on ${company.server.endpoint}.`,
    );
    workspace = createPulumiWorkspace({
      folder,
      project: clone,
      stack: "demonstration",
      pulumiFolder: pulumi.folder,
      policyPack: join(clone, "dist", "policy-pack", "aircall-mailflow-policies"),
      environment: company.environment,
    });
    const stage = { company, workspace, config: stackConfig };
    for (const scene of [applyStack, rejectBadChange, findDrift, repair]) {
      if (stop.signal.aborted) return 130;
      await scene(stage);
    }
    say(goOn);
    return 0;
  } catch (error) {
    if (stop.signal.aborted) return 130;
    if (!(error instanceof SceneFailed)) throw error;
    process.stderr.write(`The demonstration stopped: ${error.message}\n`);
    return 1;
  } finally {
    await workspace?.stop();
    await company?.server.close();
    // A plugin that is just ending may still hold a file.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
};
