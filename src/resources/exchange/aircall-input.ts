/** What the verdict on Aircall's mail rests on besides the tenant: senders, recipients, exemptions. */
import { declarableFactNames } from "../../mailflow/declarable-facts";
import type { ObjectType, PropertyDefinition, PropertyTable } from "../definition";

const addresses = {
  kind: "list",
  ordered: false,
  items: { kind: "string", format: "address", ignoreCase: true },
} as const;

/** Whoever accepts a finding answers for it until a day. */
const accountable: PropertyTable = {
  owner: { type: { kind: "string" }, required: true, docs: "Who answers for it." },
  expires: {
    type: { kind: "string", format: "day" },
    required: true,
    docs: "The last day it holds, `YYYY-MM-DD`.",
  },
};

const exemption: ObjectType = {
  kind: "object",
  name: "AircallExemption",
  docs: "A finding that is accepted for a while. It stays visible in every output.",
  properties: {
    code: { type: { kind: "string" }, required: true, docs: "The finding's code." },
    rule: { type: { kind: "string" }, docs: "The transport rule it is accepted for; all where absent." },
    reason: { type: { kind: "string" }, required: true, docs: "Why it is accepted." },
    ...accountable,
  },
};

const fact: ObjectType = {
  kind: "object",
  name: "AircallFact",
  docs: "A fact about Aircall's mail that nobody publishes, declared for a while. Every report lists it.",
  properties: {
    fact: {
      type: { kind: "string", values: declarableFactNames },
      required: true,
      docs: "What is declared.",
    },
    value: {
      type: { kind: "list", ordered: true, items: { kind: "string" } },
      required: true,
      docs: 'Its values; one of `"true"`, `"false"` or a digit where the fact is no list.',
    },
    ...accountable,
  },
};

export const aircallInput: PropertyDefinition = {
  docs: "Whose mail from Aircall must arrive, and which findings are accepted.",
  type: {
    kind: "object",
    name: "AircallMail",
    docs: "Whose mail from Aircall must arrive, and which findings are accepted.",
    properties: {
      senders: {
        type: addresses,
        docs: "The Aircall sender addresses that count; the five published ones where absent.",
      },
      recipients: {
        // Two users of one address are what aircall-users-own-their-mailbox looks for.
        type: { ...addresses, repeats: true },
        docs: "One address for each Aircall user who may be asked for a code, twice where two of them have the same; with no `recipientGroup` either, every mailbox counts.",
      },
      otherUsers: {
        type: addresses,
        docs: "Addresses of the Aircall users who are never asked for a code. Their mail is not judged; whether one of the `recipients` shares a mailbox with them is.",
      },
      recipientGroup: {
        type: { kind: "string" },
        docs: "Address or name of a group whose members are the Aircall users.",
      },
      scope: {
        type: { kind: "string", values: ["organisation", "mailbox"] },
        default: "organisation",
        docs: "`organisation` judges the settings of the tenant, `mailbox` also what sits on each recipient.",
      },
      assume: {
        type: { kind: "list", ordered: false, items: fact },
        docs: "Facts about Aircall's mail that are taken for known for a while.",
      },
      exemptions: {
        type: { kind: "list", ordered: false, items: exemption },
        docs: "Findings that are accepted for a while.",
      },
    },
  },
};
