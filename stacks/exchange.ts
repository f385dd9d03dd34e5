/** The program for Exchange Online: the allow rule in first place, the other rules kept, the quotas. */
import * as pulumi from "@pulumi/pulumi";
import { MailboxQuota } from "../src/resources/exchange/generated/mailbox-quota";
import { TransportRules } from "../src/resources/exchange/generated/transport-rules";
import type { TransportRuleArgs } from "../src/resources/exchange/generated/transport-rules-arguments";
import { declaredRules } from "./allow-rule";
import { exchangeConfiguration, namespace, readConfiguration } from "./configuration";

/** Declares the resources from the stack's configuration. @throws ConfigurationError */
export const declareExchange = (): Readonly<Record<string, pulumi.Output<unknown>>> => {
  const configuration = readConfiguration(
    exchangeConfiguration,
    "exchange",
    new pulumi.Config(namespace).getObject("exchange") ?? {},
  );
  const { users, group, quotaFloor, senders, assume, exemptions, others, tenantExport } = configuration;
  const transportRules = new TransportRules("transport-rules", {
    rules: declaredRules(configuration) as unknown as TransportRuleArgs[],
    others,
    aircall: {
      senders,
      exemptions,
      assume: assume.map(({ value, ...fact }) => ({ ...fact, value: [value].flat().map(String) })),
      ...(users === undefined ? {} : { recipients: users }),
      ...(group === undefined ? {} : { recipientGroup: group }),
    },
    ...(tenantExport === undefined ? {} : { tenantExport }),
  });
  if (quotaFloor !== undefined)
    new MailboxQuota(
      "mailbox-quota",
      {
        prohibitSendReceiveQuota: quotaFloor,
        ...(users === undefined ? {} : { mailboxes: users }),
        ...(group === undefined ? {} : { group }),
      },
      { dependsOn: transportRules },
    );
  return { rulesInForceFrom: transportRules.inForceFrom };
};
