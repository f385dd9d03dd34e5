/** Create, update and delete. In a preview nothing is called: what the tenant will answer is not known. */
import type { IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { CreateResponse, UpdateResponse } from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { behaviourFor, contextOf, type Serving, unary, written } from "../call";
import { addedInputs, definedSecrecy, known, outputsToCome, ownInputs, stateOf } from "../state";
import { eitherSecret, receive, send } from "../wire";

export const writeHandlers = (
  serving: Serving,
): Pick<IResourceProviderServer, "create" | "update" | "delete"> => ({
  create: unary(
    serving,
    async (request, signal) => {
      const behaviour = behaviourFor(serving, request);
      const { definition } = behaviour;
      const asked = receive(request.getProperties());
      const secrecy = eitherSecret(asked.secrecy, definedSecrecy(definition));
      if (request.getPreview())
        return new CreateResponse().setProperties(
          send(stateOf(definition, asked.values, outputsToCome(definition)), secrecy),
        );
      const context = contextOf(serving, request, signal, addedInputs(definition, asked.values));
      const { id, outputs } = await written(behaviour, asked, () =>
        behaviour.create(ownInputs(definition, asked.values), context),
      );
      return new CreateResponse()
        .setId(id)
        .setProperties(send(stateOf(definition, asked.values, outputs), secrecy));
    },
    (request) => request.getTimeout(),
  ),
  update: unary(
    serving,
    async (request, signal) => {
      const behaviour = behaviourFor(serving, request);
      const { definition } = behaviour;
      const asked = receive(request.getNews());
      const secrecy = eitherSecret(asked.secrecy, definedSecrecy(definition));
      if (request.getPreview())
        return new UpdateResponse().setProperties(
          send(stateOf(definition, asked.values, outputsToCome(definition)), secrecy),
        );
      const oldInputs = request.getOldInputs();
      const old = known(
        definition,
        receive(request.getOlds()).values,
        oldInputs === undefined ? undefined : ownInputs(definition, receive(oldInputs).values),
      );
      const context = contextOf(serving, request, signal, addedInputs(definition, asked.values));
      const { outputs } = await written(behaviour, asked, () =>
        behaviour.update(ownInputs(definition, asked.values), { id: request.getId(), ...old }, context),
      );
      return new UpdateResponse().setProperties(send(stateOf(definition, asked.values, outputs), secrecy));
    },
    (request) => request.getTimeout(),
  ),
  delete: unary(
    serving,
    async (request, signal) => {
      const behaviour = behaviourFor(serving, request);
      const { definition } = behaviour;
      const oldInputs = request.getOldInputs();
      const inputs = oldInputs === undefined ? undefined : receive(oldInputs).values;
      const old = known(
        definition,
        receive(request.getProperties()).values,
        inputs === undefined ? undefined : ownInputs(definition, inputs),
      );
      const context = contextOf(serving, request, signal, addedInputs(definition, inputs ?? {}));
      await behaviour.delete({ id: request.getId(), ...old }, context);
      return new Empty();
    },
    (request) => request.getTimeout(),
  ),
});
