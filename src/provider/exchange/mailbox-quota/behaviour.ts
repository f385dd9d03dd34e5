/** The behaviour of `mailflow:exchange:MailboxQuota`: lifts what is below the floor, lowers nothing. */
import { containsUnknown } from "../../../resources/compare";
import type { Failure } from "../../../resources/definition";
import { mailboxQuota } from "../../../resources/exchange/mailbox-quota";
import type { ProviderConfig } from "../../../resources/generated/provider";
import { isList, type ValueObject } from "../../../resources/value";
import { isExchangeError } from "../../../tenants/exchange/exchange-error";
import { type CallContext, ProviderError, type ResourceBehaviour } from "../../kit";
import type { Connect } from "../connection";
import { appliedQuota, liveFloor } from "./floor";
import { liftMailboxes } from "./lift";
import { type FoundMailboxes, findMailboxes } from "./mailboxes";
import type { MailboxQuotaOutputs, MailboxQuotaProperties } from "./properties";

type Behaviour = ResourceBehaviour<MailboxQuotaProperties, MailboxQuotaOutputs, ProviderConfig>;
type Context = CallContext<ProviderConfig>;

const idOf = ({ group, mailboxes = [] }: MailboxQuotaProperties): string =>
  [...(group === undefined ? [] : [group]), ...mailboxes].join(",");

const outputsOf = ({ mailboxes }: FoundMailboxes): MailboxQuotaOutputs => ({
  applied: [...mailboxes.values()].map(appliedQuota),
});

const failuresOf = (
  { unknown, groupExists }: FoundMailboxes,
  group: string | undefined,
): readonly Failure[] => [
  ...unknown.map((mailbox) => ({
    property: "mailboxes",
    reason: `names ${mailbox}, which is no mailbox of the tenant, or the name of several: give the primary address of one`,
  })),
  ...(groupExists
    ? []
    : [{ property: "group", reason: `names ${group}, which is no group of the tenant: give its address` }]),
];

/** The mailboxes and the group of inputs that hold no value to come. */
const knownTargets = ({
  mailboxes,
  group,
}: ValueObject): Pick<MailboxQuotaProperties, "mailboxes" | "group"> => ({
  ...(isList(mailboxes)
    ? { mailboxes: mailboxes.filter((one) => typeof one === "string" && !containsUnknown(one)) as string[] }
    : {}),
  ...(typeof group === "string" && !containsUnknown(group) ? { group } : {}),
});

/** On import only the id is known: addresses of mailboxes and the name of a group, with commas between. */
const targetsOfId = async (
  id: string,
  find: (targets: Pick<MailboxQuotaProperties, "mailboxes" | "group">) => Promise<FoundMailboxes>,
): Promise<Pick<MailboxQuotaProperties, "mailboxes" | "group">> => {
  const names = id
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const { named, unknown } = await find({ mailboxes: names });
  const [group, ...others] = unknown;
  if (others.length > 0)
    throw new ProviderError(
      `the id of MailboxQuota names mailboxes and at most one group, with commas between; ${unknown.join(" and ")} are no mailboxes`,
    );
  return { ...(named.length === 0 ? {} : { mailboxes: named }), ...(group === undefined ? {} : { group }) };
};

export const mailboxQuotaBehaviour = (connect: Connect): Behaviour => {
  const apply = (inputs: MailboxQuotaProperties, context: Context): Promise<MailboxQuotaOutputs> => {
    const connection = connect(context.config);
    return connection.exclusively(async () => {
      const found = await findMailboxes(connection.writer, inputs, context.signal);
      const [failure] = failuresOf(found, inputs.group);
      if (failure !== undefined)
        throw new ProviderError(`nothing was written: \`${failure.property}\` ${failure.reason}`);
      return outputsOf(await liftMailboxes(connection.writer, idOf(inputs), found, inputs, context));
    });
  };

  return {
    definition: mailboxQuota,
    check: async (inputs, _olds, context) => {
      const targets = knownTargets(inputs);
      try {
        const { reader } = connect(context.config);
        return {
          added: {},
          failures: failuresOf(await findMailboxes(reader, targets, context.signal), targets.group),
        };
      } catch (error) {
        const unreadable = isExchangeError(error) && error.kind !== "cancelled";
        if (!unreadable && !(error instanceof ProviderError)) throw error;
        context.log.warning(`whether the mailboxes exist could not be looked up: ${error.message}`);
        return { added: {}, failures: [] };
      }
    },
    create: async (inputs, context) => ({ id: idOf(inputs), outputs: await apply(inputs, context) }),
    update: async (inputs, _old, context) => ({ outputs: await apply(inputs, context) }),
    read: async (id, known, context) => {
      const { reader } = connect(context.config);
      const find = (targets: Pick<MailboxQuotaProperties, "mailboxes" | "group">) =>
        findMailboxes(reader, targets, context.signal);
      const asked = known?.inputs ?? {
        ...(await targetsOfId(id, find)),
        prohibitSendReceiveQuota: "unlimited",
      };
      const found = await find(asked);
      const { mailboxes: _names, group, ...floor } = asked;
      const targets = {
        ...(found.named.length === 0 ? {} : { mailboxes: found.named }),
        ...(group === undefined || !found.groupExists ? {} : { group }),
      };
      if (Object.keys(targets).length === 0) return undefined;
      return {
        id,
        inputs: { ...targets, ...liveFloor([...found.mailboxes.values()], floor) },
        outputs: outputsOf(found),
      };
    },
    // A floor that is taken away leaves the quotas where they are.
    delete: async () => undefined,
  };
};
