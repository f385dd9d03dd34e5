/** The gRPC server that is the provider. */
import { Server, ServerCredentials, type UntypedServiceImplementation } from "@grpc/grpc-js";
import { type IResourceProviderServer, ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import type { Serving } from "./call";
import { checkHandlers } from "./handlers/check";
import { diffHandlers } from "./handlers/diff";
import { readHandlers } from "./handlers/read";
import { startHandlers } from "./handlers/start";
import { writeHandlers } from "./handlers/write";
import type { Plugin } from "./plugin";
import { createSession } from "./session";

/** What the SDK itself admits (pulumi.md 2.5). */
const maximalMessageBytes = 400 * 1024 * 1024;

export interface RunningServer {
  readonly port: number;
  /** Aborts what is under way, waits until it has ended, and closes the server. */
  readonly stop: () => Promise<void>;
}

/**
 * Serves a plugin on 127.0.0.1, on a free port.
 *
 * @param engineAddress - host and port of the engine, where the process was given it.
 */
export const serve = async (plugin: Plugin, engineAddress?: string): Promise<RunningServer> => {
  const server = new Server({
    "grpc.max_receive_message_length": maximalMessageBytes,
    "grpc.max_send_message_length": maximalMessageBytes,
  });
  const session = createSession(engineAddress);
  const serving: Serving = { plugin, session };
  // Calls that are left out are answered UNIMPLEMENTED, which the engine takes well (pulumi.md 2.5).
  const handlers: Partial<IResourceProviderServer> = {
    ...startHandlers(serving),
    ...checkHandlers(serving),
    ...diffHandlers(serving),
    ...readHandlers(serving),
    ...writeHandlers(serving),
  };
  server.addService(ResourceProviderService, handlers as UntypedServiceImplementation);
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
  return {
    port,
    stop: async () => {
      session.cancel();
      await session.idle();
      session.log().close();
      server.forceShutdown();
    },
  };
};
