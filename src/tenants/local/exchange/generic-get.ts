/** Every other `Get-` cmdlet: the objects of the seed, filtered as the service filters them. */
import { type CmdletObject, hasIdentity, textProperty } from "../../exchange/identity";
import { type Cmdlet, type CmdletParameters, checkParameters, limited, mandatoryIdentity } from "./cmdlet";
import { CmdletError, exceptionTypes, missingParameter, notFound } from "./cmdlet-error";
import type { TenantState } from "./state";

/** Cmdlets whose items belong to another object, named in a property of each item. */
interface Owned {
  readonly label: "Group" | "Mailbox";
  /** The parameter that names the owner. */
  readonly parameter: "Identity" | "Mailbox";
  readonly owners: readonly string[];
  readonly others: readonly string[];
}

const owned: ReadonlyMap<string, Owned> = new Map([
  [
    "Get-DistributionGroupMember",
    {
      label: "Group",
      parameter: "Identity",
      owners: ["Get-DistributionGroup", "Get-Recipient"],
      others: ["ResultSize"],
    },
  ],
  [
    "Get-DynamicDistributionGroupMember",
    {
      label: "Group",
      parameter: "Identity",
      owners: ["Get-DynamicDistributionGroup", "Get-Recipient"],
      others: ["ResultSize"],
    },
  ],
  [
    "Get-UnifiedGroupLinks",
    {
      label: "Group",
      parameter: "Identity",
      owners: ["Get-UnifiedGroup", "Get-Recipient"],
      others: ["ResultSize", "LinkType"],
    },
  ],
  ["Get-MailboxStatistics", { label: "Mailbox", parameter: "Identity", owners: ["Get-Mailbox"], others: [] }],
  [
    "Get-MailboxJunkEmailConfiguration",
    { label: "Mailbox", parameter: "Identity", owners: ["Get-Mailbox"], others: [] },
  ],
  [
    "Get-InboxRule",
    { label: "Mailbox", parameter: "Mailbox", owners: ["Get-Mailbox"], others: ["IncludeHidden"] },
  ],
]);

/** Lists that end at 1000 objects unless `ResultSize` says otherwise (exchange-online.md 1.4). */
const sized: ReadonlySet<string> = new Set([
  "Get-Recipient",
  "Get-User",
  "Get-MailContact",
  "Get-DistributionGroup",
  "Get-DistributionGroupMember",
  "Get-DynamicDistributionGroupMember",
  "Get-UnifiedGroupLinks",
]);

/** Lists that return everything for an Identity that does not exist (exchange-online.md 1.4). */
const forgiving: ReadonlySet<string> = new Set(["Get-Recipient"]);

const ownedItems = (
  state: TenantState,
  cmdlet: string,
  { label, parameter, owners, others }: Owned,
  parameters: CmdletParameters,
): readonly CmdletObject[] => {
  checkParameters(parameters, [parameter, ...others]);
  const identity = mandatoryIdentity(parameters, parameter);
  const owner = owners
    .flatMap((source) => state.objects[source] ?? [])
    .find((candidate) => hasIdentity(candidate, identity));
  if (owner === undefined) {
    throw notFound(identity);
  }
  return (state.objects[cmdlet] ?? []).filter((item) => {
    const named = textProperty(item, label);
    return named !== undefined && hasIdentity(owner, named);
  });
};

const allowBlockItems = (
  state: TenantState,
  cmdlet: string,
  parameters: CmdletParameters,
): readonly CmdletObject[] => {
  checkParameters(parameters, ["ListType", "ListSubType", "Allow", "Block", "Entry"]);
  const { ListType: listType, Allow: allow, Block: block } = parameters;
  if (typeof listType !== "string") {
    throw missingParameter("ListType");
  }
  if (allow === true && block === true) {
    throw new CmdletError(exceptionTypes.binding, "Allow and Block exclude each other.");
  }
  const action = allow === true ? "Allow" : block === true ? "Block" : undefined;
  return (state.objects[cmdlet] ?? []).filter(
    (item) =>
      (textProperty(item, "ListType") ?? listType).toLowerCase() === listType.toLowerCase() &&
      (action === undefined || item.Action === action),
  );
};

/** A cmdlet that only reads what the state holds under its name. */
export const genericGet =
  (cmdlet: string): Cmdlet =>
  (state, parameters) => {
    const owner = owned.get(cmdlet);
    const size = parameters.ResultSize;
    if (owner !== undefined) {
      const items = ownedItems(state, cmdlet, owner, parameters);
      return sized.has(cmdlet) ? limited(items, size) : { value: items };
    }
    if (cmdlet === "Get-TenantAllowBlockListItems") {
      return { value: allowBlockItems(state, cmdlet, parameters) };
    }
    checkParameters(parameters, [
      "Identity",
      ...(sized.has(cmdlet) ? ["ResultSize", "RecipientTypeDetails"] : []),
    ]);
    const objects = state.objects[cmdlet] ?? [];
    const { Identity: identity, RecipientTypeDetails: type } = parameters;
    const fitting =
      typeof identity === "string" ? objects.filter((object) => hasIdentity(object, identity)) : objects;
    if (typeof identity === "string" && fitting.length === 0 && !forgiving.has(cmdlet)) {
      throw notFound(identity);
    }
    const chosen = fitting.length === 0 ? objects : fitting;
    const typed =
      type === undefined ? chosen : chosen.filter((object) => object.RecipientTypeDetails === type);
    return sized.has(cmdlet) ? limited(typed, size) : { value: typed };
  };
