/** A running provider for transport rules, on a tenant with given rules. */
import { transportRules } from "../../../../src/resources/exchange/transport-rules";
import type { ValueObject } from "../../../../src/resources/value";
import type { ExchangeTenantOptions } from "../../../../src/tenants/local/exchange/start";
import { type RunningProvider, withProvider } from "../running-provider";
import { seedWith } from "../small-tenant";

export const running = (
  rules: Parameters<typeof seedWith>[0],
  body: (provider: RunningProvider) => Promise<void>,
  options: Partial<ExchangeTenantOptions> = {},
  config: ValueObject = {},
): Promise<void> => withProvider(transportRules.token, { seed: seedWith(rules), ...options }, body, config);

/** The names of the tenant's rules, first to last; one that is off in brackets. */
export const standing = ({ tenant }: RunningProvider): readonly string[] =>
  tenant
    .objects("Get-TransportRule")
    .map(({ Name, State }) => (State === "Enabled" ? String(Name) : `(${Name})`));

/** Inputs without what check added. */
export const own = ({ observed: _observed, ...inputs }: ValueObject): ValueObject => inputs;
