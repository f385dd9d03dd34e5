/** The package `mailflow`: its configuration and its resources. Schema and classes are generated from it. */
import type { PropertyTable, ResourceDefinition } from "./definition";
import { mailboxQuota } from "./exchange/mailbox-quota";
import { transportRules } from "./exchange/transport-rules";
import { providerConfig } from "./provider-config";

export interface PackageDefinition {
  readonly name: string;
  readonly docs: string;
  readonly config: PropertyTable;
  readonly resources: readonly ResourceDefinition[];
}

export const mailflowPackage: PackageDefinition = {
  name: "mailflow",
  docs: "Mail-side prerequisites of Aircall: settings of a mail system, written only where Aircall's mail still arrives.",
  config: providerConfig,
  resources: [transportRules, mailboxQuota],
};
