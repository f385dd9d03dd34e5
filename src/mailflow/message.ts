/** One concrete mail to one recipient, as the service sees it on arrival. */

/** What SPF, DKIM or DMARC concluded about a message (exchange-online.md 3.9). */
export type AuthenticationResult = "pass" | "fail" | "none" | "bestguesspass";

export interface Attachment {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** An image shown inside the body, not a file the reader opens. */
  readonly inline: boolean;
}

/**
 * What the service's own filter concludes about a message, worst first (exchange-online.md 3.2). The three kinds of
 * impersonation are one here: what undoes one undoes the others.
 */
export const filterVerdicts = [
  "malware",
  "high-confidence-phish",
  "phish",
  "spoof",
  "impersonation",
  "high-confidence-spam",
  "spam",
  "bulk",
  "clean",
] as const;

export type FilterVerdict = (typeof filterVerdicts)[number];

export interface Message {
  /** Address in the From header field, as written. */
  readonly from: string;
  /** Display name in the From header field; empty where there is none. */
  readonly displayName: string;
  /** MAIL FROM address of the SMTP envelope. */
  readonly envelopeFrom: string;
  /** Primary SMTP address of the one recipient. */
  readonly recipient: string;
  readonly subject: string;
  /** Source of the body: HTML, or plain text where it holds no markup. */
  readonly body: string;
  /** Header fields beyond those above, unfolded and decoded, keyed by lower-case name. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  /** Last hop into the service; `undefined` where it is not known. */
  readonly sourceIp: string | undefined;
  /** Bytes of the whole message. */
  readonly size: number;
  readonly spf: AuthenticationResult;
  readonly dkim: AuthenticationResult;
  /** Domain of the DKIM signature, empty where there is none. */
  readonly dkimDomain: string;
  readonly dmarc: AuthenticationResult;
  readonly importance: "Low" | "Normal" | "High";
  readonly characterSet: string;
  readonly attachments: readonly Attachment[];
  /** `undefined` where not known: any but malware and high-confidence phish, which no tenant can lift (3.4). */
  readonly filterVerdict?: FilterVerdict;
  /** Whether the last hop used TLS; `undefined` where not known. */
  readonly tls?: boolean;
  /** Names in the TLS certificate of the last hop; `undefined` where not known. */
  readonly certificateNames?: readonly string[];
  /** Country of the source address, ISO 3166 alpha-2; `undefined` where not known. */
  readonly country?: string;
  /** Languages the service detects, ISO 639 alpha-2; `undefined` where not known. */
  readonly languages?: readonly string[];
  /** Inbound connector of the gateway it came through; `undefined` where it came straight from the sender. */
  readonly route?: string;
}

/** The part of an address after the last `@`, lower-case. */
export const domainOf = (address: string): string =>
  address.slice(address.lastIndexOf("@") + 1).toLowerCase();

/** Whether `domain` is `parent` or a subdomain of it. Both may be in any case. */
export const isDomainOrSubdomain = (domain: string, parent: string): boolean => {
  const child = domain.toLowerCase();
  const root = parent.toLowerCase();
  return child === root || child.endsWith(`.${root}`);
};
