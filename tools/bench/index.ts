/** `npm run bench`: prints tables of measured speed; ratios within one run are what counts on a noisy machine. */
import { existsSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { decide } from "../../src/mailflow/decide";
import { toTenant } from "../../src/tenants/exchange/export/native-export";
import { largeExport } from "./large-tenant";
import { measure, table, wholeProcess } from "./measure";
import { benchPreview } from "./preview";

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

const benchDecide = (): void => {
  const bodies = Object.fromEntries(
    (
      [
        [30, 1_000],
        [30, 10_000],
        [100, 10_000],
        [300, 10_000],
      ] as const
    ).map(([rules, users]) => {
      const source = largeExport(rules, users, true);
      return [
        `${rules} rules, ${users} users, with the allow rule`,
        () => void decide(toTenant(source, "large"), { asOf }),
      ];
    }),
  );
  say(table("read and decide, in one process", measure(bodies, 5)));
  const without = Object.fromEntries(
    (
      [
        [30, 1_000],
        [60, 1_000],
      ] as const
    ).map(([rules, users]) => {
      const source = largeExport(rules, users, false);
      return [
        `${rules} rules, ${users} users, no allow`,
        () => void decide(toTenant(source, "large"), { asOf }),
      ];
    }),
  );
  say(table("the same without an allow rule, warm", measure(without, 3)));
};

const main = async (): Promise<void> => {
  say(`Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? "unknown processor"}\n`);
  benchCheck();
  benchDecide();
  await benchPreview(say);
};

void main();
