/** A Pulumi project in a folder of its own, with the built provider and pack, against an embedded tenant. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import {
  type EmbeddedCompany,
  startEmbeddedCompany,
  writes,
} from "../../src/cli/demonstration/embedded-company";
import { createPulumiWorkspace, type PulumiWorkspace } from "../../src/cli/demonstration/pulumi-workspace";

const root = join(__dirname, "..", "..");

/** The rules and settings of one TransportRules resource, as the program passes them. */
export type Inputs = Readonly<Record<string, unknown>>;

export interface Stack extends PulumiWorkspace {
  readonly company: EmbeddedCompany;
  /** Replaces what the program declares. */
  readonly declare: (inputs: Inputs) => void;
  /** Write calls the tenant carried out so far. */
  readonly writes: () => number;
  readonly ruleNames: () => readonly unknown[];
  readonly folder: string;
  readonly close: () => Promise<void>;
}

/** Declares whatever stands in inputs.json; a value of `{"unknown": true}` is only known after the first resource exists. */
const program = `
const pulumi = require("@pulumi/pulumi");
const { readFileSync } = require("node:fs");
const inputs = JSON.parse(readFileSync(__dirname + "/inputs.json", "utf8"));
class Resource extends pulumi.CustomResource {}
if (inputs.quota) new Resource("mailflow:exchange:MailboxQuota", "mailbox-quota", { applied: undefined, ...inputs.quota });
const { quota, comesLater, ...declared } = inputs;
if (comesLater) {
  const first = new Resource("mailflow:exchange:MailboxQuota", "first", { applied: undefined, ...comesLater });
  declared.rules[0].comments = first.applied.apply((applied) => JSON.stringify(applied));
}
new Resource("mailflow:exchange:TransportRules", "transport-rules", { guids: undefined, inForceFrom: undefined, ...declared });
`;

/** The folder of the Pulumi CLI that \`npm test\` put on PATH. */
export const pulumiFolder = (): string | undefined =>
  (process.env.PATH ?? "").split(delimiter).find((folder) => existsSync(join(folder, "pulumi")));

export const buildOnce = (): void => {
  execFileSync(process.execPath, [join(root, "tools", "build.mjs")], { cwd: root, stdio: "ignore" });
};

export const startStack = async (
  seed: Readonly<Record<string, readonly unknown[]>>,
  options: { readonly policyPack?: boolean; readonly environment?: Readonly<Record<string, string>> } = {},
): Promise<Stack> => {
  const folder = mkdtempSync(join(tmpdir(), "aircall-mailflow-stack-"));
  const company = await startEmbeddedCompany(folder, seed);
  writeFileSync(
    join(folder, "Pulumi.yaml"),
    JSON.stringify({
      name: "end-to-end",
      runtime: "nodejs",
      main: "index.js",
      plugins: { providers: [{ name: "mailflow", path: join(root, "dist", "plugin") }] },
    }),
  );
  writeFileSync(join(folder, "index.js"), program);
  writeFileSync(join(folder, "package.json"), '{"name":"end-to-end","main":"index.js"}');
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "dir");
  const workspace = createPulumiWorkspace({
    folder,
    project: folder,
    stack: "test",
    pulumiFolder: pulumiFolder() ?? dirname(process.execPath),
    environment: { ...company.environment, ...options.environment },
    ...(options.policyPack === false
      ? {}
      : { policyPack: join(root, "dist", "policy-pack", "aircall-mailflow-policies") }),
  });
  workspace.configure({});
  return {
    ...workspace,
    company,
    folder,
    declare: (inputs) => writeFileSync(join(folder, "inputs.json"), JSON.stringify(inputs)),
    writes: () => writes(company.server),
    ruleNames: () => company.server.objects("Get-TransportRule").map(({ Name }) => Name),
    close: async () => {
      await workspace.stop();
      await company.server.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
};
