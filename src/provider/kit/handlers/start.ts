/** The calls with which an engine and a provider get to know each other. */

import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import type { IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb";
import {
  ConfigureResponse,
  GetSchemaResponse,
  ProviderHandshakeResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { ValueObject } from "../../../resources/value";
import { type Serving, unary } from "../call";
import { configuration } from "../config";
import { receive } from "../wire";

type Handlers = Pick<
  IResourceProviderServer,
  "handshake" | "attach" | "configure" | "getPluginInfo" | "getSchema" | "cancel"
>;

/** Secrets are accepted and given back as secrets; references to resources and outputs are not needed. */
export const startHandlers = (serving: Serving): Handlers => ({
  handshake: unary(serving, (request) => {
    serving.session.attach(request.getEngineAddress());
    // Answering at all means that previews of create and update are supported (pulumi.md 2.2).
    return new ProviderHandshakeResponse().setAcceptSecrets(true);
  }),
  attach: unary(serving, (request) => {
    serving.session.attach(request.getAddress());
    return new Empty();
  }),
  configure: unary(serving, (request) => {
    const args = request.getArgs();
    const given = args === undefined ? variables(request.getVariablesMap()) : receive(args).values;
    serving.session.configure(configuration(serving.plugin, given));
    return new ConfigureResponse().setAcceptsecrets(true).setSupportspreview(true);
  }),
  getPluginInfo: unary(serving, () => new PluginInfo().setVersion(serving.plugin.version)),
  getSchema: unary(serving, () => new GetSchemaResponse().setSchema(JSON.stringify(serving.plugin.schema()))),
  cancel: unary(serving, () => {
    serving.session.cancel();
    return new Empty();
  }),
});

/** Variables are called `package:config:name`. */
const variables = (map: { getEntryList(): [string, string][] }): ValueObject =>
  Object.fromEntries(map.getEntryList().map(([key, value]) => [key.slice(key.lastIndexOf(":") + 1), value]));
