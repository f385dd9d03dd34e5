/** `npm run bench`: prints tables of measured speed; ratios within one run are what counts on a noisy machine. */
import { existsSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { decide } from "../../src/mailflow/decide";
import { toTenant } from "../../src/tenants/exchange/export/native-export";
import { growthLine } from "./growth";
import { largeExport } from "./large-tenant";
import { measure, median, table, wholeProcess } from "./measure";
import { benchPreview } from "./preview";
import { benchReadiness } from "./readiness";
import { benchWholeProcess } from "./whole-process";

const root = join(__dirname, "..", "..");
const sample = join(root, "..", "shared", "samples", "scubagear-export.json");
const asOf = new Date("2026-11-22T12:00:00Z");

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const benchCheck = (): void => {
  if (!existsSync(sample)) {
    say("check on the sample: left out, the sample is not here\n");
    return;
  }
  const check = [process.execPath, join(root, "dist", "cli", "index.js"), "check", "--exchange", sample];
  say(
    table(
      "check on the ScubaGear sample, whole process",
      measure(
        { "node -e 0": wholeProcess([process.execPath, "-e", "0"], 0), check: wholeProcess(check, 3) },
        9,
      ),
    ),
  );
};

const benchMany = (): void => {
  if (!existsSync(sample)) return;
  const files = Array.from({ length: 16 }, () => sample);
  const check = [process.execPath, join(root, "dist", "cli", "index.js"), "check"];
  say(
    table(
      "check of many tenants, whole process",
      measure(
        {
          "1 sample": wholeProcess([...check, sample], 3),
          "16 samples": wholeProcess([...check, ...files], 3),
        },
        5,
      ),
    ),
  );
};

type Source = ReturnType<typeof largeExport>;

const decideOnce = (source: Source): void => void decide(toTenant(source, "large"), { asOf });

const timeOf = (source: Source): number => {
  const [figures] = measure({ decide: () => decideOnce(source) }, 3);
  return figures === undefined ? Number.NaN : median(figures);
};

const usersMeasured = [1_000, 3_000, 10_000, 30_000, 100_000] as const;
const rulesMeasured = [30, 100, 300, 1_000] as const;

const benchGrowth = (): void => {
  say("### read and decide in one process, warm: how time grows\n");
  for (const allowed of [true, false]) {
    const which = allowed ? "with the allow rule" : "without an allow rule";
    const users = usersMeasured.map((count) => ({
      size: count,
      milliseconds: timeOf(largeExport(100, count, allowed)),
    }));
    say(growthLine(`users, 100 rules, ${which}`, users));
    const rules = rulesMeasured.map((count) => ({
      size: count,
      milliseconds: timeOf(largeExport(count, 1_000, allowed)),
    }));
    say(growthLine(`rules, 1,000 users, ${which}`, rules));
  }
  say("");
};

/** What the write guard waits for: the tenant is known, one rule is another one. */
const benchOneRule = (): void => {
  const tenant = toTenant(largeExport(300, 1_000, true), "large");
  let changes = 0;
  const changed = (): void => {
    changes += 1;
    const transportRules = tenant.transportRules?.map((rule) =>
      rule.priority === 150
        ? { ...rule, parameters: { ...rule.parameters, SubjectContainsWords: [`changed ${changes}`] } }
        : rule,
    );
    decide({ ...tenant, transportRules }, { asOf });
  };
  decide(tenant, { asOf });
  say(table("one changed rule of 300 decided again, 1,000 users", measure({ "one rule": changed }, 9)));
};

const main = async (): Promise<void> => {
  say(`Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? "unknown processor"}\n`);
  benchCheck();
  benchMany();
  benchWholeProcess(say);
  benchReadiness(say);
  benchGrowth();
  benchOneRule();
  await benchPreview(say);
};

void main();
