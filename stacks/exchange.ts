/** The program for Exchange Online: the allow rule in first place, the other rules kept, the quotas. */
import * as pulumi from "@pulumi/pulumi";
import { MailboxQuota } from "../src/resources/exchange/generated/mailbox-quota";
import { TransportRules } from "../src/resources/exchange/generated/transport-rules";
import type { TransportRuleArgs } from "../src/resources/exchange/generated/transport-rules-arguments";
import { projectFolder } from "../src/tenants/project-folder";
import { declaredRules } from "./allow-rule";
import { assumedFacts } from "./assumed-facts";
import {
  type ExchangeConfiguration,
  exchangeConfiguration,
  namespace,
  readConfiguration,
} from "./configuration";
import type { UserList } from "./user-list";

/** Who logs in to Aircall; nothing where every mailbox counts, or a group says it. */
const readUsers = async (
  configuration: ExchangeConfiguration,
): Promise<Partial<Omit<UserList, "warnings">>> => {
  const { users } = configuration;
  if (typeof users !== "string") return users === undefined ? {} : { recipients: users };
  // Stacks that name no file start without everything that reads one.
  const { readUserList } = await import("./user-list");
  const folder = projectFolder(process.cwd());
  const { warnings, ...list } = await readUserList({ ...configuration, users }, folder, new Date());
  for (const warning of warnings) await pulumi.log.warn(warning);
  return list;
};

/** Declares the resources from the stack's configuration. @throws ConfigurationError */
export const declareExchange = async (): Promise<Readonly<Record<string, unknown>>> => {
  const configuration = readConfiguration(
    exchangeConfiguration,
    "exchange",
    new pulumi.Config(namespace).getObject("exchange") ?? {},
  );
  const { group, quotaFloor, senders, exemptions, others, tenantExport } = configuration;
  const { recipients, otherUsers, readiness } = await readUsers(configuration);
  const transportRules = new TransportRules("transport-rules", {
    rules: declaredRules(configuration) as unknown as TransportRuleArgs[],
    others,
    aircall: {
      senders,
      exemptions,
      assume: assumedFacts(configuration),
      ...(recipients === undefined ? {} : { recipients: [...recipients] }),
      ...(otherUsers === undefined ? {} : { otherUsers: [...otherUsers] }),
      ...(group === undefined ? {} : { recipientGroup: group }),
    },
    ...(tenantExport === undefined ? {} : { tenantExport }),
  });
  if (quotaFloor !== undefined)
    new MailboxQuota(
      "mailbox-quota",
      {
        prohibitSendReceiveQuota: quotaFloor,
        ...(recipients === undefined ? {} : { mailboxes: [...recipients] }),
        ...(group === undefined ? {} : { group }),
      },
      { dependsOn: transportRules },
    );
  return {
    rulesInForceFrom: transportRules.inForceFrom,
    ...(readiness === undefined ? {} : { readiness }),
  };
};
