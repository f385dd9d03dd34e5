/** Whether links in mail to each user of an Exchange tenant are left as they are (aircall.md 1.3, exchange-online.md 3.8). */
import { gatewayConnectors, routesTo } from "../../mailflow/exchange/routes";
import { type LinkRuling, linkRulings } from "../../mailflow/exchange/safe-links";
import type { ExchangeTenant, Recipient } from "../../mailflow/exchange/tenant";
import { domainOf } from "../../mailflow/message";
import type { FoundUser } from "../../mailflow/users";
import type { LinkAnswer } from "../check";
import type { Source } from "../facts";
import { foundIn, objectIn } from "./source";

/** Somebody of whom the address is known and nothing else. */
const someoneAt = (address: string): Recipient => ({
  address,
  proxyAddresses: [address.toLowerCase()],
  recipientTypeDetails: undefined,
  identities: [],
  attributes: {},
  prohibitSendReceiveQuota: undefined,
  useDatabaseQuotaDefaults: undefined,
  mailbox: undefined,
  count: 1,
});

/** A connector that only a gateway needs shows one where the MX record was not read (exchange-online.md 3.8). */
const connectorOfGateway = (tenant: ExchangeTenant): string | undefined =>
  gatewayConnectors(tenant).find(
    (connector) =>
      /^partner$/iu.test(connector.connectorType) &&
      (connector.restrictDomainsToIpAddresses ||
        connector.restrictDomainsToCertificate ||
        connector.efSkipLastIp ||
        connector.efSkipIps.length > 0),
  )?.name;

/** Where a gateway shows that stands in front; gateways rewrite links too, and are not seen here. */
const gatewayBefore = (
  tenant: ExchangeTenant,
  file: string,
): ((recipient: Recipient) => Source | undefined) => {
  const connector = connectorOfGateway(tenant);
  return (recipient) => {
    const routes = routesTo(tenant, recipient);
    const byRecord = objectIn(file, "dns mx", domainOf(recipient.address));
    if (routes.some(({ kind }) => kind === "gateway")) return byRecord;
    const isAssumed = routes.some((route) => route.kind === "direct" && route.mailExchanger === "assumed");
    return isAssumed && connector !== undefined
      ? objectIn(file, "Get-InboundConnector", connector)
      : undefined;
  };
};

const policyIn = (file: string, policy: string | undefined): Source =>
  objectIn(file, "Get-SafeLinksPolicy", policy);

const answerOf = (ruling: LinkRuling, file: string): LinkAnswer => {
  switch (ruling.kind) {
    case "intact":
      return { kind: ruling.kind, because: ruling.because, source: policyIn(file, ruling.policy) };
    case "rewritten":
      return { kind: ruling.kind, policy: ruling.policy, source: policyIn(file, ruling.policy) };
    case "unknown":
      return {
        kind: ruling.kind,
        because: ruling.because,
        source: objectIn(file, ruling.cmdlet, ruling.policy),
      };
  }
};

/** @param find `undefined` where the recipients were not read. */
export const linkAnswers = (
  tenant: ExchangeTenant,
  file: string,
  asOf: Date,
  find: ((user: string) => FoundUser) | undefined,
): ((email: string) => LinkAnswer) => {
  const ruling = linkRulings(tenant, asOf);
  const gateway = gatewayBefore(tenant, file);
  return (email) => {
    const found = find?.(email);
    if (found !== undefined && found.kind !== "mailbox")
      return { kind: "unknown", because: "recipient-unknown", source: foundIn(file, found) };
    const source = gateway(found?.recipient ?? someoneAt(email));
    if (source !== undefined) return { kind: "unknown", because: "gateway-in-front", source };
    return answerOf(ruling(found?.recipient), file);
  };
};
