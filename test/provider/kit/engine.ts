/** Stands in for the engine: a gRPC client that speaks to a provider as the engine does. */
import { type CallOptions, credentials, Metadata, type ServiceError } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { type Plugin, type RunningServer, serve } from "../../../src/provider/kit";
import type { ValueObject } from "../../../src/resources/value";

export const urn = "urn:pulumi:dev::project::pulumi:pulumi:Stack$toy:index:Shelf::shelf";

const secretKey = "4dabf18193072939515e22adb298388d";

/** A secret as it is on the wire. */
export const secret = (value: ValueObject[string]): ValueObject => ({
  [secretKey]: "1b47061264138c4ac30d75fd1eb44270",
  value,
});

export const struct = (values: ValueObject): Struct =>
  Struct.fromJavaScript(values as Parameters<typeof Struct.fromJavaScript>[0]);

export const values = (given: Struct | undefined): ValueObject =>
  (given?.toJavaScript() ?? {}) as ValueObject;

/** The last overload of a method: the one types are inferred from. */
type Call<Request, Response> = (
  request: Request,
  metadata: Metadata,
  options: Partial<CallOptions>,
  answer: (error: ServiceError | null, response: Response) => void,
) => unknown;

export interface Engine {
  readonly client: ResourceProviderClient;
  readonly server: RunningServer;
  readonly ask: <Request, Response>(call: Call<Request, Response>, request: Request) => Promise<Response>;
  /** Resolves with the error of a call that must fail. */
  readonly fails: <Request, Response>(
    call: Call<Request, Response>,
    request: Request,
  ) => Promise<ServiceError>;
  readonly configure: (config: ValueObject) => Promise<messages.ConfigureResponse>;
  readonly close: () => Promise<void>;
}

/** @param engineAddress - where the provider sends its log. */
export const startEngine = async (plugin: Plugin, engineAddress?: string): Promise<Engine> => {
  const server = await serve(plugin, engineAddress);
  const client = new ResourceProviderClient(`127.0.0.1:${server.port}`, credentials.createInsecure());
  const ask: Engine["ask"] = (call, request) =>
    new Promise((resolve, reject) => {
      call.call(client, request, new Metadata(), {}, (error, response) =>
        error === null ? resolve(response) : reject(error),
      );
    });
  return {
    client,
    server,
    ask,
    fails: (call, request) =>
      ask(call, request).then(
        () => {
          throw new Error("the call was expected to fail");
        },
        (error: ServiceError) => error,
      ),
    configure: (config) =>
      ask(client.configure, new messages.ConfigureRequest().setArgs(struct(config)).setAcceptsecrets(true)),
    close: async () => {
      client.close();
      await server.stop();
    },
  };
};

export const requests = {
  check: (news: ValueObject, olds?: ValueObject) => {
    const request = new messages.CheckRequest().setUrn(urn).setNews(struct(news));
    return olds === undefined ? request : request.setOlds(struct(olds));
  },
  diff: (oldInputs: ValueObject, news: ValueObject, olds: ValueObject = oldInputs) =>
    new messages.DiffRequest()
      .setId("a")
      .setUrn(urn)
      .setOlds(struct(olds))
      .setOldInputs(struct(oldInputs))
      .setNews(struct(news)),
  create: (properties: ValueObject, preview = false) =>
    new messages.CreateRequest().setUrn(urn).setProperties(struct(properties)).setPreview(preview),
  update: (oldInputs: ValueObject, olds: ValueObject, news: ValueObject, preview = false) =>
    new messages.UpdateRequest()
      .setId("a")
      .setUrn(urn)
      .setOldInputs(struct(oldInputs))
      .setOlds(struct(olds))
      .setNews(struct(news))
      .setPreview(preview),
  refresh: (id: string, inputs: ValueObject, properties: ValueObject) =>
    new messages.ReadRequest()
      .setId(id)
      .setUrn(urn)
      .setInputs(struct(inputs))
      .setProperties(struct(properties)),
  import: (id: string) => new messages.ReadRequest().setId(id).setUrn(urn),
  delete: (id: string, properties: ValueObject) =>
    new messages.DeleteRequest().setId(id).setUrn(urn).setProperties(struct(properties)),
  nothing: () => new Empty(),
};
