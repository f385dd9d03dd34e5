/** The plain configuration of a stack: what may stand in `Pulumi.<stack>.yaml`, checked before anything is declared. */
import { z } from "zod";
import { aircallSenders } from "../src/mailflow/aircall";
import { declarableFactNames, declarableFacts } from "../src/mailflow/declarable-facts";
import { parseSize } from "../src/mailflow/size";
import { paths, userFile } from "./file-paths";

/** Namespace of the keys: the project's name in Pulumi.yaml. */
export const namespace = "aircall-mailflow";

const address = z.string().regex(/^[^\s@]+@[^\s@]+$/u, 'expected an address such as "anna@contoso.example"');

const size = z
  .string()
  .refine((text) => parseSize(text) !== undefined, { error: 'expected a size such as "20 GB"' });

const exemption = z.strictObject({
  code: z.string().meta({
    description: "Code of the finding that is accepted, as `npx aircall-mailflow explain` lists it.",
  }),
  rule: z
    .string()
    .optional()
    .meta({ description: "The transport rule it is accepted for; every rule where absent." }),
  reason: z.string().min(1).meta({ description: "Why it is accepted." }),
  owner: z.string().min(1).meta({ description: "Who answers for it." }),
  expires: z.iso.date().meta({ description: "Last day it holds, YYYY-MM-DD." }),
});

const fact = z
  .strictObject({
    fact: z.enum(declarableFactNames).meta({ description: "What is declared." }),
    value: z
      .union([z.array(z.string()).min(1), z.string(), z.boolean(), z.number()])
      .meta({ description: "Its value: a list of texts, true or false, or a number." }),
    owner: z.string().min(1).meta({ description: "Who answers for it." }),
    expires: z.iso.date().meta({ description: "Last day it holds, YYYY-MM-DD." }),
  })
  .superRefine(({ fact: name, value }, context) => {
    const reading = declarableFacts.get(name)?.(value);
    if (reading !== undefined && "expected" in reading)
      context.addIssue({
        code: "custom",
        path: ["value", ...reading.at],
        message: `expected ${reading.expected}`,
      });
  });

const allow = z.strictObject({
  style: z.enum(["stop", "exempt-each"]).default("stop").meta({
    description:
      "`stop`: the allow rule stops the rules below for Aircall's mail. `exempt-each`: it does not; each rule listed under `rules` gets an exception instead.",
  }),
  wholeDomain: z.boolean().default(false).meta({
    description:
      "Allow every authenticated address under aircall.io instead of the named senders. Security baselines advise against it.",
  }),
  name: z.string().min(1).max(64).default("Allow Aircall").meta({ description: "Name of the allow rule." }),
});

/** What readiness reads besides the users. */
export const readinessFiles = ["devices", "mailboxes", "directory"] as const;

export const exchangeConfiguration = z
  .strictObject({
    senders: z
      .array(address)
      .min(1)
      .default([...aircallSenders])
      .meta({ description: "Aircall's sender addresses; the five published ones where absent." }),
    users: z
      .union(
        [z.array(address).min(1, "expected at least one address; leave it out for every mailbox"), userFile],
        {
          error: "expected a list of addresses, or the path of a CSV file such as users.csv",
        },
      )
      .optional()
      .meta({
        description:
          "The people who log in to Aircall: a list of addresses, or the path of a CSV file of the Aircall users, from the folder of Pulumi.yaml (columns: First name, Last name, Email, Role, Status). With a file the stack has an output `readiness`. Every mailbox where absent.",
      }),
    devices: paths.optional().meta({
      description:
        "Files with devices and app versions, for the output `readiness`; from the folder of Pulumi.yaml.",
    }),
    mailboxes: paths.optional().meta({
      description:
        "Files with the usage of mailboxes, for the output `readiness`; from the folder of Pulumi.yaml.",
    }),
    directory: paths.optional().meta({
      description:
        "Files that say what addresses are, for the output `readiness`; from the folder of Pulumi.yaml.",
    }),
    group: z
      .string()
      .min(1)
      .optional()
      .meta({ description: "Address of a group whose members log in to Aircall, instead of `users`." }),
    quotaFloor: size.optional().meta({
      description:
        'Least ProhibitSendReceiveQuota of those mailboxes, such as "20 GB"; quotas are left alone where absent.',
    }),
    allow: allow.prefault({}).meta({ description: "How Aircall's mail is allowed." }),
    rules: z
      .array(z.looseObject({ name: z.string().min(1).max(64) }))
      .default([])
      .meta({
        description:
          "Further transport rules this stack owns, below the allow rule, in order; properties as in the resource TransportRules.",
      }),
    others: z
      .enum(["keep", "forbid"])
      .default("keep")
      .meta({ description: "Rules of the tenant not listed here: kept below, or removed." }),
    assume: z.array(fact).default([]).meta({
      description: "Facts about Aircall's mail that nobody publishes, taken for known for a while.",
    }),
    exemptions: z.array(exemption).default([]).meta({ description: "Findings accepted for a while." }),
    tenantExport: z.string().optional().meta({
      description:
        "Path of a saved export to judge instead of the live tenant; from the folder of Pulumi.yaml.",
    }),
  })
  .refine(({ users, group }) => users === undefined || group === undefined, {
    path: ["group"],
    error: "expected `users` or `group`, not both",
  })
  .refine(
    ({ users, group, quotaFloor }) => quotaFloor === undefined || users !== undefined || group !== undefined,
    {
      path: ["quotaFloor"],
      error: "expected `users` or `group` beside it: say whose mailboxes have the floor",
    },
  )
  .superRefine(({ users, ...given }, context) => {
    for (const key of readinessFiles)
      if (given[key] !== undefined && typeof users !== "string")
        context.addIssue({
          code: "custom",
          path: [key],
          message: "expected `users` with the path of a CSV file beside it: readiness is told of those users",
        });
  });

export type ExchangeConfiguration = z.output<typeof exchangeConfiguration>;

export const mailSystem = z.enum(["exchange"]).default("exchange");

/** A value in `Pulumi.<stack>.yaml` that cannot be used. */
export class ConfigurationError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join("\n"));
    this.name = "ConfigurationError";
  }
}

const found = (value: unknown, path: readonly PropertyKey[]): string => {
  const inside = path.reduce<unknown>(
    (at, key) => (typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined),
    value,
  );
  return inside === undefined ? "nothing" : JSON.stringify(inside);
};

/** @throws ConfigurationError which names key, value and what is accepted. */
export const readConfiguration = <Schema extends z.ZodType>(
  schema: Schema,
  key: string,
  value: unknown,
): z.output<Schema> => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new ConfigurationError(
    parsed.error.issues.map((issue) => {
      const path = issue.code === "unrecognized_keys" ? [...issue.path, ...issue.keys] : issue.path;
      const place = [`${namespace}:${key}`, ...path.map(String)].join(".");
      const expected =
        issue.code === "unrecognized_keys"
          ? `no such key is known; accepted: ${Object.keys(exchangeConfiguration.shape).join(", ")}`
          : issue.message;
      return `${place}: found ${found(value, path)}; ${expected}.`;
    }),
  );
};
