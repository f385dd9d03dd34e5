/** Which assumptions about Aircall's mail a real mail bears out, and which it contradicts. */
import {
  type Assumption,
  type AssumptionName,
  aircallDomains,
  aircallSenders,
  assumptions,
  characterSets,
  sizes,
} from "./aircall";
import type { DeclaredFacts } from "./facts";
import { domainOf, isDomainOrSubdomain, type Message } from "./message";

/** What a mail shows about one assumption. */
export interface Shown {
  readonly name: AssumptionName;
  readonly holds: boolean;
  /** What the mail has, in words. */
  readonly found: string;
}

/** `undefined` where the mail does not tell. */
type Check = (message: Message, facts: DeclaredFacts) => Omit<Shown, "name"> | undefined;

const addressesIn = (fields: readonly string[] | undefined): readonly string[] =>
  (fields ?? []).flatMap((field) => field.match(/[^\s<>,;:"()]+@[^\s<>,;:"()]+/gu) ?? []);

const isUnder = (domain: string, parents: readonly string[]): boolean =>
  parents.some((parent) => isDomainOrSubdomain(domain, parent));

const headerAddresses = ({ headers }: Message, name: string): readonly string[] => addressesIn(headers[name]);

const specialTypes =
  /^\s*(multipart\/(?:signed|encrypted|report)|application\/(?:x-)?pkcs7-mime|text\/calendar)/iu;

const checks: Readonly<Partial<Record<AssumptionName, Check>>> = {
  senders: ({ from }) => ({
    holds: aircallSenders.some((address) => address === from.toLowerCase()),
    found: `it comes from ${from}`,
  }),
  dmarc: ({ headers, spf, dkim, dmarc }) =>
    headers["authentication-results"] === undefined
      ? undefined
      : {
          holds: [spf, dkim, dmarc].every((result) => result === "pass"),
          found: `it was stamped spf=${spf}, dkim=${dkim}, dmarc=${dmarc}`,
        },
  envelope: ({ headers, envelopeFrom }, { envelopeDomains = ["aircall.io", "amazonses.com"] }) =>
    headers["return-path"] === undefined
      ? undefined
      : {
          holds: isUnder(domainOf(envelopeFrom), envelopeDomains),
          found: `its envelope sender is ${envelopeFrom}`,
        },
  displayName: ({ displayName }) => ({
    holds: /aircall/iu.test(displayName),
    found: `its display name is "${displayName}"`,
  }),
  size: ({ size }) => ({ holds: size >= sizes.from && size < sizes.below, found: `it has ${size} bytes` }),
  attachments: ({ attachments }) => {
    const attached = attachments.find(({ inline }) => !inline);
    return { holds: attached === undefined, found: `it has an attachment "${attached?.name ?? ""}"` };
  },
  importance: ({ importance, headers }) => {
    const special = specialTypes.exec(headers["content-type"]?.[0] ?? "")?.[1];
    return {
      holds: importance === "Normal" && special === undefined,
      found: special === undefined ? `it has the importance ${importance}` : `it is of the type ${special}`,
    };
  },
  characterSet: ({ characterSet }) => ({
    holds: characterSets.some((one) => one === characterSet.toLowerCase()),
    found: `it is written in ${characterSet}`,
  }),
  senderHeader: (message) => {
    const fields = ["sender", "reply-to"].flatMap((name) =>
      headerAddresses(message, name).map((address) => ({ name, address })),
    );
    const other = fields.find(({ address }) => !isUnder(domainOf(address), aircallDomains));
    return {
      holds: other === undefined,
      found: `its ${other?.name ?? "sender"} field names ${other?.address ?? "nobody"}`,
    };
  },
  oneRecipient: (message) => {
    const count = [...headerAddresses(message, "to"), ...headerAddresses(message, "cc")].length;
    return count === 0 ? undefined : { holds: count === 1, found: `it went to ${count} recipients` };
  },
};

/** Everything the mail tells about the assumptions. */
export const shownBy = (message: Message, facts: DeclaredFacts = {}): readonly Shown[] =>
  (Object.keys(checks) as readonly AssumptionName[]).flatMap((name) => {
    const shown = checks[name]?.(message, facts);
    return shown === undefined ? [] : [{ name, ...shown }];
  });

/** Says of each assumption how many samples bear it out, where none contradicts it. */
export const confirmedBy = (
  used: readonly Assumption[],
  samples: readonly Message[],
  facts: DeclaredFacts = {},
): readonly Assumption[] => {
  const shown = samples.flatMap((sample) => shownBy(sample, facts));
  return used.map((assumption) => {
    const about = shown.filter(({ name }) => assumptions[name].id === assumption.id);
    return about.length > 0 && about.every(({ holds }) => holds)
      ? { ...assumption, confirmedBy: about.length }
      : assumption;
  });
};
