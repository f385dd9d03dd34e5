/** Runs the real provider over gRPC against an embedded tenant over HTTP, and drives it as the engine does. */
import type { ServiceError } from "@grpc/grpc-js";
import type { DiffResponse } from "@pulumi/pulumi/proto/provider_pb";
import { exchangeBehaviours } from "../../../src/provider/exchange";
import { mailflowPackage } from "../../../src/resources/mailflow-package";
import type { ValueObject } from "../../../src/resources/value";
import type { ExchangeTenantOptions, ExchangeTenantServer } from "../../../src/tenants/local/exchange/start";
import { clientOf, credentials, withTenant } from "../../tenants/local/exchange/running-tenant";
import { type Engine, requests, startEngine, values } from "../kit/engine";

/** A resource in the state. */
export interface Kept {
  readonly id: string;
  /** As Check returned them, or Read. */
  readonly inputs: ValueObject;
  readonly state: ValueObject;
}

export interface RunningProvider {
  readonly tenant: ExchangeTenantServer;
  readonly engine: Engine;
  /** Lets seconds pass, so that no earlier reading of the tenant is used again. */
  readonly pass: (seconds: number) => void;
  /** What a new engine does first. */
  readonly configure: () => Promise<unknown>;
  /** Check, then what must be done: the inputs as the engine would keep them. Throws where Check refuses. */
  readonly check: (news: ValueObject, olds?: ValueObject) => Promise<ValueObject>;
  readonly refusals: (news: ValueObject, olds?: ValueObject) => Promise<readonly string[]>;
  /** Check and create. */
  readonly create: (news: ValueObject) => Promise<Kept>;
  /** Check and update. */
  readonly update: (kept: Kept, news: ValueObject) => Promise<Kept>;
  readonly refresh: (kept: Kept) => Promise<Kept | undefined>;
  readonly import: (id: string) => Promise<Kept | undefined>;
  readonly delete: (kept: Kept) => Promise<void>;
  /** The paths that differ from the inputs kept. */
  readonly diff: (kept: Pick<Kept, "inputs">, news: ValueObject) => Promise<readonly string[]>;
  /** The same calls in a preview. */
  readonly preview: (kept: Kept | undefined, news: ValueObject) => Promise<void>;
  /** A change somebody makes in the tenant. */
  readonly byHand: (cmdlet: string, parameters: Readonly<Record<string, unknown>>) => Promise<void>;
  /** Writes the provider asked for since the last time, and what became of them. */
  readonly writes: () => readonly string[];
}

/** The error a call must end with. */
/** The inputs without what an earlier check added: a refresh hands that through as it was. */
const ofTheLiveObject = ({ observed: _observed, ...inputs }: ValueObject): ValueObject => inputs;

export const errorOf = async (call: Promise<unknown>): Promise<ServiceError> =>
  call.then(
    () => {
      throw new Error("the call was expected to fail");
    },
    (error: ServiceError) => error,
  );

/** Runs `body` with a provider for resources of one type, and cleans up whatever happens. */
export const withProvider = async (
  token: string,
  options: Partial<ExchangeTenantOptions>,
  body: (provider: RunningProvider) => Promise<void>,
  config: ValueObject = {},
): Promise<void> =>
  withTenant(options, async ({ server }) => {
    let passed = 0;
    const engine = await startEngine({
      name: mailflowPackage.name,
      version: "0.0.0",
      config: mailflowPackage.config,
      schema: () => ({}),
      behaviours: exchangeBehaviours({
        now: () => new Date(Date.now() + passed),
        retry: { sleep: async () => undefined },
      }),
      environment: {},
    });
    try {
      const { endpoint, authority } = server;
      const configure = () => engine.configure({ ...credentials, endpoint, authority, ...config });
      await configure();
      const pass = (seconds: number) => {
        passed += 1_000 * seconds;
      };
      await body({ ...drive(token, server, engine), pass, configure });
    } finally {
      await engine.close();
    }
  });

const drive = (
  token: string,
  tenant: ExchangeTenantServer,
  engine: Engine,
): Omit<RunningProvider, "pass" | "configure"> => {
  const { client, ask } = engine;
  const checked = (news: ValueObject, olds?: ValueObject) =>
    ask(client.check, requests.check(news, olds).setType(token));
  const reasons = async (news: ValueObject, olds?: ValueObject) =>
    (await checked(news, olds)).getFailuresList().map((failure) => failure.getReason());
  const check: RunningProvider["check"] = async (news, olds) => {
    const response = await checked(news, olds);
    const [failure] = response.getFailuresList();
    if (failure !== undefined) throw new Error(failure.getReason());
    return values(response.getInputs());
  };
  let told = 0;
  return {
    tenant,
    engine,
    check,
    refusals: reasons,
    create: async (news) => {
      const inputs = await check(news);
      const response = await ask(client.create, requests.create(inputs).setType(token));
      return { id: response.getId(), inputs, state: values(response.getProperties()) };
    },
    update: async (kept, news) => {
      const inputs = await check(news, kept.inputs);
      const request = requests.update(kept.inputs, kept.state, inputs).setId(kept.id).setType(token);
      const response = await ask(client.update, request);
      return { id: kept.id, inputs, state: values(response.getProperties()) };
    },
    refresh: async ({ id, inputs, state }) => {
      const response = await ask(client.read, requests.refresh(id, inputs, state).setType(token));
      return response.getId() === ""
        ? undefined
        : {
            id,
            inputs: ofTheLiveObject(values(response.getInputs())),
            state: values(response.getProperties()),
          };
    },
    import: async (id) => {
      const response = await ask(client.read, requests.import(id).setType(token));
      return response.getId() === ""
        ? undefined
        : {
            id: response.getId(),
            inputs: values(response.getInputs()),
            state: values(response.getProperties()),
          };
    },
    delete: async ({ id, inputs, state }) => {
      const request = requests.delete(id, state).setType(token);
      request.setOldInputs(requests.check(inputs).getNews());
      await ask(client.delete, request);
    },
    diff: async ({ inputs }, news) => {
      const response: DiffResponse = await ask(client.diff, requests.diff(inputs, news).setType(token));
      return [...response.getDetaileddiffMap().keys()];
    },
    preview: async (kept, news) => {
      const inputs = await check(news, kept?.inputs);
      if (kept === undefined) await ask(client.create, requests.create(inputs, true).setType(token));
      else {
        const request = requests.update(kept.inputs, kept.state, inputs, true).setId(kept.id);
        await ask(client.update, request.setType(token));
      }
    },
    byHand: async (cmdlet, parameters) => {
      await clientOf(tenant, []).invoke(cmdlet, parameters);
      told = tenant.journal().length;
    },
    writes: () => {
      const from = told;
      told = tenant.journal().length;
      return tenant
        .journal()
        .slice(from)
        .map(({ cmdlet, outcome }) => `${cmdlet} ${outcome}`);
    },
  };
};
