/** Check of the configuration and of resources. */
import type { IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { CheckFailure, CheckResponse } from "@pulumi/pulumi/proto/provider_pb";
import { check } from "../../../resources/check";
import type { Failure } from "../../../resources/definition";
import type { ValueObject } from "../../../resources/value";
import { behaviourFor, contextOf, type Serving, unary } from "../call";
import { checkConfiguration } from "../config";
import { definedSecrecy } from "../state";
import { eitherSecret, receive, type Secrecy, secretNames, send } from "../wire";

export const checkHandlers = (serving: Serving): Pick<IResourceProviderServer, "checkConfig" | "check"> => ({
  checkConfig: unary(serving, (request) => {
    const { values, secrecy } = receive(request.getNews());
    const { inputs, failures } = checkConfiguration(serving.plugin, values);
    return checkResponse(inputs, secrecy, failures);
  }),
  check: unary(serving, async (request, signal) => {
    const behaviour = behaviourFor(serving, request);
    const { values, secrecy: given } = receive(request.getNews());
    const secrecy = eitherSecret(given, definedSecrecy(behaviour.definition));
    const { inputs, failures } = check(behaviour.definition, values, secretNames(secrecy, values));
    // What the tenant says of inputs that are refused anyway would only bury the reasons.
    if (failures.length > 0 || behaviour.check === undefined) return checkResponse(inputs, secrecy, failures);
    const { values: olds } = receive(request.getOlds());
    const more = await behaviour.check(
      inputs,
      // The engine sends an empty struct where the resource is new.
      Object.keys(olds).length === 0 ? undefined : olds,
      contextOf(serving, request, signal),
    );
    return checkResponse({ ...inputs, ...more.added }, secrecy, more.failures);
  }),
});

/**
 * The engine prints the value at a top-level property in its own notation, the whole list of rules for one bad word,
 * and `<nil>` for a property further in: so the property is named in the reason alone.
 */
const checkResponse = (inputs: ValueObject, secrecy: Secrecy, failures: readonly Failure[]): CheckResponse =>
  new CheckResponse()
    .setInputs(send(inputs, secrecy))
    .setFailuresList(
      failures.map(({ property, reason }) =>
        new CheckFailure().setReason(property === "" ? reason : `\`${property}\` ${reason}`),
      ),
    );
