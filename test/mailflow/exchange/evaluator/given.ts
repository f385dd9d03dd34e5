/** The healthy tenant and a genuine message, each changed by what one test is about. */
import { evaluateExchange } from "../../../../src/mailflow/exchange/evaluate";
import type {
  AntiPhishPolicy,
  ExchangeTenant,
  HostedConnectionFilterPolicy,
  HostedContentFilterPolicy,
  InboundConnector,
  MailboxSettings,
  RecipientFilter,
  TenantAllowBlockListItem,
  TransportRule,
} from "../../../../src/mailflow/exchange/tenant";
import type { Evaluation } from "../../../../src/mailflow/exchange/trace";
import type { TransportRuleParameters } from "../../../../src/mailflow/exchange/transport-rules/table";
import type { Message } from "../../../../src/mailflow/message";
import type { Scope } from "../../../../src/mailflow/outcome";
import { toTenant } from "../../../../src/tenants/exchange/export/native-export";
import { aircallMessage } from "../labelled/aircall-message";
import { mailboxTenantWithoutAllow } from "../labelled/mailbox-tenant";

export const asOf = new Date("2026-11-22T12:00:00Z");

/** Everything read, an open mailbox, no rule, no list entry. */
export const healthy: ExchangeTenant = toTenant(mailboxTenantWithoutAllow().build(), "healthy");

const firstOf = <T>(part: readonly T[] | undefined): T => {
  const [first] = part ?? [];
  if (first === undefined) throw new Error("the healthy tenant lacks a part");
  return first;
};

export const contentPolicy: HostedContentFilterPolicy = firstOf(healthy.hostedContentFilterPolicies);
export const phishPolicy: AntiPhishPolicy = firstOf(healthy.antiPhishPolicies);
const connectionPolicy: HostedConnectionFilterPolicy = firstOf(healthy.hostedConnectionFilterPolicies);
const anna = firstOf(healthy.recipients);

export const withContent = (
  overrides: Partial<HostedContentFilterPolicy>,
  tenant = healthy,
): ExchangeTenant => ({
  ...tenant,
  hostedContentFilterPolicies: [{ ...firstOf(tenant.hostedContentFilterPolicies), ...overrides }],
});

export const withPhish = (overrides: Partial<AntiPhishPolicy>, tenant = healthy): ExchangeTenant => ({
  ...tenant,
  antiPhishPolicies: [{ ...firstOf(tenant.antiPhishPolicies), ...overrides }],
});

export const withConnection = (
  overrides: Partial<HostedConnectionFilterPolicy>,
  tenant = healthy,
): ExchangeTenant => ({
  ...tenant,
  hostedConnectionFilterPolicies: [{ ...connectionPolicy, ...overrides }],
});

export const ruleOf = (
  name: string,
  priority: number,
  parameters: TransportRuleParameters,
): TransportRule => ({
  name,
  priority,
  enabled: true,
  parameters,
  unmodelled: [],
});

/** Rules in order, named by their place. */
export const withRules = (rules: readonly TransportRuleParameters[], tenant = healthy): ExchangeTenant => ({
  ...tenant,
  transportRules: rules.map((parameters, place) => ruleOf(`Rule ${place}`, place, parameters)),
});

/** A rule that allows the sender of the genuine message. */
export const allow: TransportRuleParameters = { From: ["noreply@aircall.io"], SetSCL: -1 };

export const listItem = (overrides: Partial<TenantAllowBlockListItem>): TenantAllowBlockListItem => ({
  listType: "Sender",
  value: "noreply@aircall.io",
  action: "Block",
  expirationDate: undefined,
  removeAfterDays: undefined,
  lastUsedDate: undefined,
  ...overrides,
});

export const withList = (
  items: readonly Partial<TenantAllowBlockListItem>[],
  tenant = healthy,
): ExchangeTenant => ({
  ...tenant,
  tenantAllowBlockListItems: items.map(listItem),
});

export const connector = (overrides: Partial<InboundConnector>): InboundConnector => ({
  name: "Gateway",
  enabled: true,
  connectorType: "Partner",
  senderDomains: ["*"],
  requireTls: false,
  restrictDomainsToIpAddresses: false,
  senderIpAddresses: [],
  restrictDomainsToCertificate: false,
  tlsSenderCertificateName: undefined,
  treatMessagesAsInternal: false,
  efSkipLastIp: false,
  efSkipIps: [],
  efUsers: [],
  efTestMode: false,
  ...overrides,
});

export const noFilter: RecipientFilter = {
  sentTo: [],
  sentToMemberOf: [],
  recipientDomainIs: [],
  exceptIfSentTo: [],
  exceptIfSentToMemberOf: [],
  exceptIfRecipientDomainIs: [],
};

/** Anna's mailbox with other settings. */
export const withMailbox = (overrides: Partial<MailboxSettings>, tenant = healthy): ExchangeTenant => {
  const recipient = firstOf(tenant.recipients);
  if (recipient.mailbox === undefined) throw new Error("the mailbox of the healthy tenant was not read");
  return { ...tenant, recipients: [{ ...recipient, mailbox: { ...recipient.mailbox, ...overrides } }] };
};

export const withJunk = (
  overrides: Partial<NonNullable<MailboxSettings["junkEmail"]>>,
  tenant = healthy,
): ExchangeTenant => {
  const junkEmail = firstOf(tenant.recipients).mailbox?.junkEmail;
  if (junkEmail === undefined) throw new Error("the junk settings of the healthy tenant were not read");
  return withMailbox({ junkEmail: { ...junkEmail, ...overrides } }, tenant);
};

export const annasAddress = anna.address;

export const run = (
  tenant: ExchangeTenant,
  message: Partial<Message> = {},
  scope: Scope = "organisation",
): Evaluation => evaluateExchange(tenant, aircallMessage(message), asOf, scope);

/** The outcome alone. */
export const ends = (
  tenant: ExchangeTenant,
  message: Partial<Message> = {},
  scope: Scope = "organisation",
): Evaluation["outcome"] => run(tenant, message, scope).outcome;
