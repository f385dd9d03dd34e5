/** Diff of the configuration and of resources. */
import type { IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { type DiffRequest, DiffResponse, PropertyDiff } from "@pulumi/pulumi/proto/provider_pb";
import type { InputsDefinition } from "../../../resources/definition";
import { changedProperties, diff, type PropertyChange } from "../../../resources/diff";
import { formatPositions } from "../../../resources/path";
import { behaviourFor, type Serving, unary } from "../call";
import { receive } from "../wire";

export const diffHandlers = (serving: Serving): Pick<IResourceProviderServer, "diffConfig" | "diff"> => ({
  diffConfig: unary(serving, (request) => diffResponse({ inputs: serving.plugin.config }, request)),
  diff: unary(serving, (request) => diffResponse(behaviourFor(serving, request).definition, request)),
});

/**
 * Inputs are compared with inputs. On refresh the engine sends what Read returned as the old ones and the state's as
 * the new ones, and turns the answer round (pulumi.md 2.2).
 *
 * The engine finds the values it shows by position. Where items were added or moved their positions before and after
 * differ, it would show values of two different items as one change, and paths name items by their keys instead.
 */
const diffResponse = (definition: InputsDefinition, request: DiffRequest): DiffResponse => {
  const olds = receive(request.getOldInputs() ?? request.getOlds()).values;
  const news = receive(request.getNews()).values;
  const before = Object.fromEntries(
    Object.entries(olds).filter(([name]) => Object.hasOwn(definition.inputs, name)),
  );
  const changes = diff(definition, before, news, request.getIgnorechangesList());
  const response = new DiffResponse()
    .setChanges(
      changes.length === 0 ? DiffResponse.DiffChanges.DIFF_NONE : DiffResponse.DiffChanges.DIFF_SOME,
    )
    .setDiffsList([...changedProperties(changes)])
    .setReplacesList([...changedProperties(changes.filter(({ replace }) => replace))])
    .setHasdetaileddiff(true);
  for (const change of changes)
    response
      .getDetaileddiffMap()
      .set(formatPositions(change.path), new PropertyDiff().setKind(kindOf(change)).setInputdiff(true));
  return response;
};

const kindOf = ({ kind, replace }: PropertyChange): PropertyDiff.Kind => {
  const { Kind } = PropertyDiff;
  const [inPlace, replacing] = {
    add: [Kind.ADD, Kind.ADD_REPLACE],
    delete: [Kind.DELETE, Kind.DELETE_REPLACE],
    update: [Kind.UPDATE, Kind.UPDATE_REPLACE],
  }[kind] as [PropertyDiff.Kind, PropertyDiff.Kind];
  return replace ? replacing : inPlace;
};
