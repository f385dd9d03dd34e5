/** Inbound connectors: who may hand mail in at all (exchange-online.md 3.1 step 1, 3.8). */
import { domainOf, isDomainOrSubdomain, type Message } from "../../message";
import type { InboundConnector } from "../tenant";
import type { TraceCondition } from "../trace";
import { holdsAddress } from "./ip-address";
import { and, not, or, type Truth } from "./truth";
import { allWays, bothWays, ends, goesOn, type Mail, type Place, type Ways } from "./ways";

/** `*` is every domain, `*.contoso.com` the domain and its subdomains, `contoso.com` only itself (3.8). */
const coversDomain = (entry: string, domain: string): boolean => {
  if (entry === "*") return true;
  if (entry.startsWith("*.")) return isDomainOrSubdomain(domain, entry.slice(2));
  return entry.toLowerCase() === domain;
};

/** Whether header or envelope is looked at is not published (9.2). */
const covers = ({ senderDomains }: InboundConnector, { from, envelopeFrom }: Message): Truth => {
  // Of a connector for no domain it is not said whose it is.
  if (senderDomains.length === 0) return undefined;
  const [header, envelope] = [from, envelopeFrom].map((address) =>
    senderDomains.some((entry) => coversDomain(entry, domainOf(address))),
  );
  return header === envelope ? header : undefined;
};

/** Which names in a certificate satisfy which wanted name is published for equal names and a leading wildcard only. */
const isCertificateName = (wanted: string | undefined, names: readonly string[] | undefined): Truth => {
  if (wanted === undefined || names === undefined || /[=<]/u.test(wanted)) return undefined;
  const name = wanted.toLowerCase();
  return or(
    names.map((given) => {
      const one = given.toLowerCase();
      if (one === name) return true;
      if (name.startsWith("*.")) return isDomainOrSubdomain(one, name.slice(2)) && one !== name.slice(2);
      return one.startsWith("*.") && isDomainOrSubdomain(name, one.slice(2)) ? undefined : false;
    }),
  );
};

const list = (values: readonly string[] | undefined): string => values?.join(", ") ?? "not known";

/** What a connector demands of the hand-over. Restrictions act on Partner connectors only (3.8). */
const demands = (connector: InboundConnector, message: Message): readonly TraceCondition[] => [
  ...(connector.requireTls
    ? [
        {
          parameter: "RequireTls",
          expected: "true",
          found: String(message.tls ?? "not known"),
          holds: message.tls,
        },
      ]
    : []),
  ...(connector.restrictDomainsToIpAddresses
    ? [
        {
          parameter: "SenderIPAddresses",
          expected: list(connector.senderIpAddresses),
          found: message.sourceIp ?? "not known",
          // A restriction to no address at all contradicts itself.
          holds:
            connector.senderIpAddresses.length === 0
              ? undefined
              : holdsAddress(connector.senderIpAddresses, message.sourceIp),
        },
      ]
    : []),
  ...(connector.restrictDomainsToCertificate
    ? [
        {
          parameter: "TlsSenderCertificateName",
          expected: connector.tlsSenderCertificateName ?? "not set",
          found: list(message.certificateNames),
          holds: isCertificateName(connector.tlsSenderCertificateName, message.certificateNames),
        },
      ]
    : []),
];

/** Mail that came through a gateway's connector met what it demands, unless a known fact says it cannot have. */
const meets = (connector: InboundConnector, message: Message): Truth => {
  const met = and(demands(connector, message).map(({ holds }) => holds));
  return met === undefined && isRoute(connector, message) ? true : met;
};

const isRoute = ({ name }: InboundConnector, { route }: Message): boolean =>
  route !== undefined && name.toLowerCase() === route.toLowerCase();

interface Visit {
  readonly connector: InboundConnector;
  readonly covers: Truth;
  readonly meets: Truth;
}

const visit = (connector: InboundConnector, mail: Mail, place: Place): Visit => {
  const { message } = place;
  const found = `${domainOf(message.from)}, envelope ${domainOf(message.envelopeFrom)}`;
  const covering = isRoute(connector, message) ? true : covers(connector, message);
  const met = meets(connector, message);
  place.note(mail, {
    stage: "connectors",
    rule: connector.name,
    matched: covering,
    conditions: [
      { parameter: "SenderDomains", expected: list(connector.senderDomains), found, holds: covering },
      ...(covering === false ? [] : demands(connector, message)),
    ],
    text:
      covering === false
        ? "does not cover the sender"
        : `covers the sender; demands met: ${met ?? "not known"}`,
  });
  return { connector, covers: covering, meets: met };
};

/** `*` alone is the widest cover. */
const isCatchAll = ({ senderDomains }: InboundConnector): boolean =>
  senderDomains.every((entry) => entry === "*");

/**
 * Whether the mail is taken. Of several connectors that cover it the narrower may win, which is not confirmed (3.8): where
 * they disagree it is open, but for mail known to come through one of them, which no other catch-all takes back.
 */
const takes = (visits: readonly Visit[], message: Message): Truth => {
  const through = visits.find(({ connector }) => isRoute(connector, message));
  const deciding = visits.filter(
    (one) => through?.meets !== true || one === through || !isCatchAll(one.connector),
  );
  const refusals = deciding.map((one) => and([one.covers, not(one.meets)]));
  if (!refusals.includes(true)) return refusals.includes(undefined) ? undefined : true;
  const acceptances = deciding.map((one) => and([one.covers, one.meets]));
  return acceptances.every((accepts) => accepts === false) ? false : undefined;
};

export const connectors = (mail: Mail, place: Place): Ways => {
  const { tenant, message } = place;
  const stage = "connectors";
  const conclude = (text: string): void => place.note(mail, { stage, text });
  const route = message.route;
  if (tenant.inboundConnectors === undefined) {
    conclude("inbound connectors were not read");
    const unread = ends(mail, { outcome: "undecided", stage, because: "inbound connectors were not read" });
    return allWays([goesOn(mail), { goesOn: [], ends: [unread] }]);
  }
  const named = tenant.inboundConnectors.find((one) => isRoute(one, message));
  if (route !== undefined && named?.enabled !== true) {
    const because = `no enabled inbound connector is called "${route}"`;
    conclude(because);
    return { goesOn: [], ends: [ends(mail, { outcome: "undecided", stage, because, rule: route })] };
  }
  const partners = tenant.inboundConnectors.filter((one) => one.enabled && one.connectorType === "Partner");
  const visits = partners.map((one) => visit(one, mail, place));
  const taken = takes(visits, message);
  const culprit = visits.find((one) => one.covers !== false && one.meets !== true)?.connector;
  conclude(
    taken === true
      ? "no inbound connector refuses the mail"
      : taken === false
        ? "an inbound connector refuses the mail"
        : "whether an inbound connector refuses the mail is not known",
  );
  const because = `connector "${culprit?.name}" refuses the hand-over`;
  return bothWays(
    mail,
    taken,
    "the connectors take the mail",
    (taking) => goesOn(taking),
    (refused) => ({
      goesOn: [],
      ends: [
        ends(refused, {
          outcome: "rejected",
          stage,
          because,
          ...(culprit === undefined ? {} : { rule: culprit.name }),
        }),
      ],
    }),
  );
};
