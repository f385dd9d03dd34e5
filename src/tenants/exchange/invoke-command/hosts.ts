/** To which hosts the bearer may travel: only those of the cloud the endpoint belongs to (exchange-online.md 1.2). */
import { ExchangeError } from "../exchange-error";

/** Host suffixes of one cloud. A redirect or next link may stay inside its own cloud only. */
const clouds: readonly (readonly string[])[] = [
  ["office365.com", "office.com", "outlook.com"],
  ["office365.us"],
  ["partner.outlook.cn"],
];

const isLoopbackHost = (host: string): boolean =>
  host === "localhost" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);

/** Whether an address points at this machine. */
export const isLoopback = (address: URL): boolean => isLoopbackHost(address.hostname);

const endsWithHost = (host: string, suffix: string): boolean =>
  host === suffix || host.endsWith(`.${suffix}`);

const mayReceiveBearer = (endpoint: URL, address: URL): boolean => {
  if (isLoopback(endpoint)) {
    return isLoopback(address) && (address.protocol === "http:" || address.protocol === "https:");
  }
  if (address.protocol !== "https:") {
    return false;
  }
  const cloud = clouds.find((suffixes) => suffixes.some((suffix) => endsWithHost(endpoint.hostname, suffix)));
  return cloud === undefined
    ? address.hostname === endpoint.hostname
    : cloud.some((suffix) => endsWithHost(address.hostname, suffix));
};

/**
 * The address to go on with after a redirect or for a next page.
 *
 * @remarks Port 446, which the service names in regional redirects, becomes 443 (exchange-online.md 1.2).
 * @throws {@link ExchangeError} `invalid-answer` where the address is not of the endpoint's own cloud: the bearer
 * is never sent there.
 */
export const trustedAddress = (endpoint: string, from: string, to: string): string => {
  const address = URL.canParse(to, from) ? new URL(to, from) : undefined;
  if (address === undefined || address.username !== "" || !mayReceiveBearer(new URL(endpoint), address)) {
    throw new ExchangeError({
      kind: "invalid-answer",
      problem: `Exchange Online at ${new URL(endpoint).host} sent this program on to ${address?.host ?? "an address that cannot be read"}, which is not one of its own hosts. The credential was not sent there.`,
      nextStep: "Check the endpoint, and any proxy between this machine and the service.",
    });
  }
  if (address.port === "446") {
    address.port = "";
  }
  return address.href;
};

/**
 * The endpoint without a trailing slash.
 *
 * @throws {@link ExchangeError} `bad-input` where it is not https (plain http is for this machine only).
 */
export const checkedEndpoint = (endpoint: string): string => {
  const address = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (
    address === undefined ||
    (address.protocol !== "https:" && !(address.protocol === "http:" && isLoopback(address)))
  ) {
    throw new ExchangeError({
      kind: "bad-input",
      problem: `The address ${JSON.stringify(endpoint)} cannot be used: a credential is only sent over https, or over http to this machine itself.`,
      nextStep: "Give an address such as https://outlook.office365.com.",
    });
  }
  return `${address.origin}${address.pathname.replace(/\/+$/, "")}`;
};
