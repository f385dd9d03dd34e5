/** The example company, as it is and as the recommended rule makes it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { allowAircall } from "../mailflow/exchange/labelled/labelled-tenant";
import { repository } from "./run-cli";

export const exampleFile = join(repository, "examples", "exchange", "contoso.json");
export const exampleUsers = join(repository, "examples", "users.csv");

type Export = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

export const readExample = (): Export => JSON.parse(readFileSync(exampleFile, "utf8"));

/** The recommended allow rule in first place, the others below it. */
export const allowedExample = (): Export => {
  const example = readExample();
  const rules = example["Get-TransportRule"] ?? [];
  return {
    ...example,
    "Get-TransportRule": [
      { ...allowAircall(), Priority: 0, State: "Enabled", Mode: "Enforce" },
      ...rules.map((rule, place) => ({ ...rule, Priority: place + 1 })),
    ],
  };
};
