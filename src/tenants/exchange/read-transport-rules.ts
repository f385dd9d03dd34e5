/** Reads transport rules by GUID or name, and never takes one for another (exchange-online.md 1.4, 1.8). */
import { z } from "zod";
import { ExchangeError } from "./exchange-error";
import { type CmdletObject, objectsWithIdentity } from "./identity";
import type { ExchangeClient } from "./invoke-command/client";

/** One rule as `Get-TransportRule` prints it, with what identifies and orders it made certain. */
export interface TransportRuleObject {
  readonly guid: string;
  readonly name: string;
  readonly priority: number;
  readonly enabled: boolean;
  /** Every property as it came. */
  readonly properties: CmdletObject;
}

const ruleSchema = z.looseObject({
  Guid: z.string().min(1),
  Name: z.string().min(1),
  // A number, sometimes as text (exchange-online.md 1.4).
  Priority: z.coerce.number().int().nonnegative(),
  State: z.enum(["Enabled", "Disabled"]),
});

/** A rule among the objects that came back. @throws `ExchangeError` `invalid-answer` where it is not one. */
export const transportRuleFrom = (value: unknown): TransportRuleObject => {
  const parsed = ruleSchema.safeParse(value);
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join(".") ?? "";
    throw new ExchangeError({
      kind: "invalid-answer",
      problem: `A rule that Get-TransportRule returned has no usable ${where || "shape"}.`,
      nextStep: "Report it with the raw answer; the protocol may have changed.",
      cmdlet: "Get-TransportRule",
      raw: JSON.stringify(value).slice(0, 4_000),
    });
  }
  const { Guid: guid, Name: name, Priority: priority, State: state } = parsed.data;
  return { guid, name, priority, enabled: state === "Enabled", properties: parsed.data };
};

/** Every rule in order of evaluation. */
export const readTransportRules = async (client: ExchangeClient): Promise<readonly TransportRuleObject[]> => {
  const { value } = await client.invoke("Get-TransportRule", { ResultSize: "Unlimited" });
  return value.map(transportRuleFrom).sort((left, right) => left.priority - right.priority);
};

/** The rule with this GUID; `undefined` where none of the objects that came back has it. */
export const findTransportRule = async (
  client: ExchangeClient,
  guid: string,
): Promise<TransportRuleObject | undefined> => {
  const { value } = await client
    .invoke("Get-TransportRule", { Identity: guid, ResultSize: "Unlimited" })
    .catch((error: unknown) => {
      if (error instanceof ExchangeError && error.kind === "not-found") {
        return { value: [] };
      }
      throw error;
    });
  const found = objectsWithIdentity(value, guid)[0];
  return found === undefined ? undefined : transportRuleFrom(found);
};

/** The rule of this name, compared without case as the service does; `undefined` where there is none. */
export const findTransportRuleByName = async (
  client: ExchangeClient,
  name: string,
): Promise<TransportRuleObject | undefined> =>
  (await readTransportRules(client)).find((rule) => rule.name.toLowerCase() === name.toLowerCase());
