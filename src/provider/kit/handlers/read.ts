/** Read: for refresh, where the state is known, and for import and `.get()`, where only the id is (pulumi.md 2.2). */
import type { IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { type ReadRequest, ReadResponse } from "@pulumi/pulumi/proto/provider_pb";
import { check } from "../../../resources/check";
import type { ResourceDefinition } from "../../../resources/definition";
import type { ValueObject } from "../../../resources/value";
import type { Known } from "../behaviour";
import { behaviourFor, contextOf, type Serving, unary } from "../call";
import { addedInputs, definedSecrecy, known, ownInputs, stateOf } from "../state";
import { eitherSecret, receive, send } from "../wire";

export const readHandlers = (serving: Serving): Pick<IResourceProviderServer, "read"> => ({
  read: unary(serving, async (request, signal) => {
    const behaviour = behaviourFor(serving, request);
    const { definition } = behaviour;
    const live = await behaviour.read(
      request.getId(),
      knownBefore(definition, request),
      contextOf(serving, request, signal),
    );
    // An empty id says that there is none.
    if (live === undefined) return new ReadResponse();
    // What check added stays with the inputs, lest a refresh forget it: it is no part of the live object, and diff ignores it.
    const added = addedInputs(definition, receive(request.getInputs()).values);
    // In normal form, so that the engine's check of imported inputs returns them as they are.
    const { inputs } = check(definition, live.inputs);
    const secrecy = eitherSecret(
      eitherSecret(receive(request.getProperties()).secrecy, receive(request.getInputs()).secrecy),
      definedSecrecy(definition),
    );
    return new ReadResponse()
      .setId(live.id)
      .setInputs(send({ ...inputs, ...added }, secrecy))
      .setProperties(send(stateOf(definition, inputs, live.outputs), secrecy));
  }),
});

/** The engine sends neither properties nor inputs, or empty ones, where it knows none. */
const knownBefore = (
  definition: ResourceDefinition,
  request: ReadRequest,
): Known<ValueObject, ValueObject> | undefined => {
  const state = receive(request.getProperties()).values;
  const inputs = receive(request.getInputs()).values;
  if (Object.keys(state).length === 0 && Object.keys(inputs).length === 0) return undefined;
  return known(
    definition,
    state,
    Object.keys(inputs).length === 0 ? undefined : ownInputs(definition, inputs),
  );
};
