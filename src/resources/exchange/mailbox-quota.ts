/** `mailflow:exchange:MailboxQuota`: a floor under the quotas of many mailboxes. */
import { parseSize } from "../../mailflow/size";
import type { Failure, PropertyDefinition, PropertyTable, ResourceDefinition } from "../definition";
import { isUnknown } from "../unknown";
import type { Value, ValueObject } from "../value";

const quota = (docs: string): PropertyDefinition => ({
  type: { kind: "string", format: "size-or-unlimited" },
  docs,
});

/** From the lowest to the highest: the service demands this order (exchange-online.md 4.1). */
const quotas: PropertyTable = {
  issueWarningQuota: quota("The size at which the user is warned; left as it is where absent."),
  prohibitSendQuota: quota("The size from which the mailbox cannot send; left as it is where absent."),
  prohibitSendReceiveQuota: {
    ...quota(
      'The size from which the mailbox cannot receive either, such as "50 GB". A mailbox with a higher one keeps it.',
    ),
    required: true,
  },
};

const bytes = (value: Value | undefined): number | undefined => {
  const size = typeof value === "string" && !isUnknown(value) ? parseSize(value) : undefined;
  return size === "unlimited" ? Number.POSITIVE_INFINITY : size;
};

const quotasAscend = (inputs: ValueObject): readonly Failure[] => {
  const known = Object.keys(quotas).flatMap((name) => {
    const size = bytes(inputs[name]);
    return size === undefined ? [] : [{ name, size }];
  });
  return known.flatMap(({ name, size }, index) => {
    const next = known[index + 1];
    return next === undefined || size <= next.size
      ? []
      : [{ property: name, reason: `must not be larger than \`${next.name}\`` }];
  });
};

const namesMailboxes = ({ mailboxes, group }: ValueObject): readonly Failure[] =>
  mailboxes === undefined && group === undefined
    ? [
        {
          property: "mailboxes",
          reason: "is required where `group` is absent: say whose quota has the floor",
        },
      ]
    : [];

export const mailboxQuota: ResourceDefinition = {
  token: "mailflow:exchange:MailboxQuota",
  docs: "A floor under the quotas of the named mailboxes, of a group's members, or of both, so that login mail finds room. Quotas above the floor are left alone; removing the resource lowers none.",
  inputs: {
    mailboxes: {
      type: { kind: "list", ordered: false, items: { kind: "string", format: "address", ignoreCase: true } },
      docs: "Addresses of the mailboxes.",
    },
    group: {
      type: { kind: "string" },
      docs: "Address or name of a group whose members' mailboxes have the floor.",
    },
    ...quotas,
  },
  outputs: {
    applied: {
      required: true,
      docs: "The quotas of each mailbox as they were read back.",
      type: {
        kind: "list",
        ordered: false,
        keyedBy: "mailbox",
        items: {
          kind: "object",
          name: "AppliedMailboxQuota",
          docs: "The quotas of one mailbox as they were read back.",
          properties: {
            mailbox: { type: { kind: "string" }, required: true, docs: "Its primary address." },
            issueWarningQuota: { ...quota("The size at which the user is warned."), required: true },
            prohibitSendQuota: { ...quota("The size from which the mailbox cannot send."), required: true },
            prohibitSendReceiveQuota: {
              ...quota("The size from which the mailbox cannot receive."),
              required: true,
            },
          },
        },
      },
    },
  },
  constraints: [quotasAscend, namesMailboxes],
};
