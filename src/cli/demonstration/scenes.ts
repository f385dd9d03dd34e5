/** The scenes of the demonstration, each on real parts: embedded tenant, provider, policy pack, Pulumi CLI. */
import { decide } from "../../mailflow/decide";
import { inOrder } from "../../resources/exchange/desired-rules";
import { toTenant } from "../../tenants/exchange/export/native-export";
import type { RawObject } from "../../tenants/exchange/export/properties";
import { type EmbeddedCompany, writes } from "./embedded-company";
import { command, excerpt, heading, say, verdict } from "./narration";
import type { CommandResult, PulumiWorkspace } from "./pulumi-workspace";

/** A scene did not end as it must. */
export class SceneFailed extends Error {}

const demand = (holds: boolean, what: string, output = ""): void => {
  if (!holds) throw new SceneFailed(`${what}${output === "" ? "" : `\n${output.slice(-3000)}`}`);
};

type Seed = Readonly<Record<string, readonly unknown[]>>;

/** A rule somebody might add with the best of intentions. */
const blockingRule: RawObject = {
  Name: "Quarantine mail that asks for codes",
  State: "Enabled",
  Mode: "Enforce",
  FromScope: "NotInOrganization",
  SubjectOrBodyContainsWords: ["verification code", "code de vérification"],
  Quarantine: true,
};

/** Needs no Pulumi: the verdict on a saved export, and what one more rule would do. */
export const showVerdict = (seed: Seed, file: string): void => {
  heading("1. A company as it is: its saved export, decided without any network");
  command(`npx aircall-mailflow check --exchange ${file}`);
  verdict(decide(toTenant(seed, "contoso"), { asOf: new Date() }));
  heading("2. One more rule, before anybody applies it");
  say(
    `Somebody adds "${String(blockingRule.Name)}" in first place. The verdict on the export with that rule:`,
  );
  const rules = (seed["Get-TransportRule"] ?? []) as readonly RawObject[];
  const withRule = { ...seed, "Get-TransportRule": inOrder([blockingRule, ...rules]) };
  const decision = decide(toTenant(withRule, "contoso"), { asOf: new Date() });
  verdict(decision);
  demand(decision.verdict === "blocked", "the blocking rule was not found");
  say("Refused: this change would lock people out of their phones.");
};

interface Stage {
  readonly company: EmbeddedCompany;
  readonly workspace: PulumiWorkspace;
  readonly config: Readonly<Record<string, unknown>>;
}

const told =
  /Diagnostics|Policies|error|warning|Resources:|[+~-] \d|created|updated|mandatory|Delivery|shows it|To do|in force|Mail from|aircall-|drift|mailflow:/iu;

const run = async ({ workspace }: Stage, ...parts: readonly string[]): Promise<CommandResult> => {
  command(`pulumi ${parts.join(" ")}`);
  const result = await workspace.run(parts);
  excerpt(result.output, told);
  say(`  exit code ${result.code}`);
  return result;
};

export const applyStack = async (stage: Stage): Promise<void> => {
  heading("4. pulumi up with the policy pack: the allow rule in first place");
  stage.workspace.configure(stage.config);
  const { code, output } = await run(stage, "up", "--yes");
  demand(code === 0, "pulumi up failed", output);
  const decision = await stage.company.decide();
  say("The live tenant now:");
  verdict(decision);
  demand(decision.verdict === "proven", "the tenant is not proven after pulumi up");
};

export const rejectBadChange = async (stage: Stage): Promise<void> => {
  heading("5. A change that would block Aircall's mail is rejected before anything is written");
  say("The stack drops the allow rule's stop and adds a rule on top of the company's own:");
  const exchange = stage.config["aircall-mailflow:exchange"] as Readonly<Record<string, unknown>>;
  const rule = {
    name: "Quarantine mail that asks for codes",
    fromScope: "NotInOrganization",
    subjectOrBodyContainsWords: ["verification code"],
    quarantine: true,
  };
  stage.workspace.configure({
    ...stage.config,
    "aircall-mailflow:exchange": { ...exchange, allow: { style: "exempt-each" }, rules: [rule] },
  });
  const before = writes(stage.company.server);
  const { code, output } = await run(stage, "up", "--yes");
  const written = writes(stage.company.server) - before;
  say(`  write calls at the tenant: ${written}`);
  demand(
    code === 1 && written === 0,
    "the bad change was not rejected with exit code 1 and no write",
    output,
  );
  stage.workspace.configure(stage.config);
};

export const findDrift = async (stage: Stage): Promise<void> => {
  heading("6. Somebody changes a rule by hand; the drift run finds it");
  const { invoke } = stage.company.client;
  command('Disable-TransportRule "Allow Aircall"   (by hand, past Pulumi)');
  await invoke("Disable-TransportRule", { Identity: "Allow Aircall", Confirm: false });
  const { code, output } = await run(stage, "refresh", "--preview-only", "--expect-no-changes", "--diff");
  demand(code === 7, "the drift run did not leave with exit code 7", output);
  say("What the change means:");
  const decision = await stage.company.decide();
  verdict(decision);
  demand(decision.verdict !== "proven", "the drift was judged harmless");
};

export const repair = async (stage: Stage): Promise<void> => {
  heading("7. pulumi up --refresh repairs it");
  const { code, output } = await run(stage, "up", "--refresh", "--yes");
  demand(code === 0, "pulumi up --refresh failed", output);
  const decision = await stage.company.decide();
  verdict(decision);
  demand(decision.verdict === "proven", "the tenant is not proven after the repair");
};
