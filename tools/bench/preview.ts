/** Measures `pulumi preview` of 300 rules with and without the pack, against an embedded tenant. */
import { pulumiFolder, startStack } from "../../test/end-to-end/stack";
import { allowRule, largeExport, ordinaryRules } from "./large-tenant";
import { median, table } from "./measure";

type RawObject = Readonly<Record<string, unknown>>;

/** Program property of a cmdlet parameter: the bench uses none with abbreviations but SCL. */
const property = (name: string): string =>
  name === "SetSCL" ? "setScl" : name.charAt(0).toLowerCase() + name.slice(1);

const declared = (rule: RawObject): RawObject =>
  Object.fromEntries(
    Object.entries(rule)
      .filter(([name]) => name !== "State" && name !== "Mode")
      .map(([name, value]) => [property(name), value]),
  );

const runs = 3;

export const benchPreview = async (say: (text: string) => void): Promise<void> => {
  if (pulumiFolder() === undefined) {
    say("preview of 300 rules: left out, no Pulumi CLI on PATH\n");
    return;
  }
  const stack = await startStack({ ...largeExport(0, 1_000, false), "Get-TransportRule": [] });
  try {
    stack.declare({ rules: [allowRule, ...ordinaryRules(299)].map(declared) });
    const times: Record<string, number[]> = { "without the pack": [], "with the pack": [] };
    for (let run = 0; run <= runs; run += 1)
      for (const [name, policyPack] of [
        ["without the pack", false],
        ["with the pack", true],
      ] as const) {
        const start = performance.now();
        const { code, output } = await stack.run(["preview"], { policyPack });
        if (code !== 0) throw new Error(output);
        if (run > 0) times[name]?.push(performance.now() - start);
      }
    const figures = Object.entries(times).map(([name, all]) => ({
      name,
      times: all.sort((left, right) => left - right),
    }));
    say(table("pulumi preview of 300 rules, 1,000 mailboxes", figures));
    say(
      `The pack adds ${figures
        .map(median)
        .reduce((first, second) => second - first)
        .toFixed(0)} ms in the median.\n`,
    );
  } finally {
    await stack.close();
  }
};
