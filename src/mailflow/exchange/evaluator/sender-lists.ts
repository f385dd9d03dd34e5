/** Whether lists of senders and domains name a sender (exchange-online.md 3.4, 5). */
import { domainOf, isDomainOrSubdomain } from "../../message";
import { or, type Truth } from "./truth";

const isSame = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

/** A list of addresses names exactly those. */
export const namesAddress = (addresses: readonly string[], sender: string): boolean =>
  addresses.some((address) => isSame(address, sender));

/** Whether an address with a wildcard may be the sender's: none is documented (exchange-online.md 7.2). */
export const mayNameAddress = (addresses: readonly string[], sender: string): Truth => {
  if (namesAddress(addresses, sender)) return true;
  const mayBe = (entry: string): boolean =>
    new RegExp(
      `^${entry
        .trim()
        .split("*")
        .map((part) => part.replace(/[\\^$.|?+()[\]{}]/gu, "\\$&"))
        .join(".*")}$`,
      "iu",
    ).test(sender);
  return addresses.some((entry) => entry.includes("*") && mayBe(entry)) ? undefined : false;
};

/** Whether a domain in these lists covers its subdomains is not published (exchange-online.md 7.2). */
export const namesDomain = (domains: readonly string[], sender: string): Truth =>
  or(
    domains.map((entry) => {
      const domain = entry.trim().replace(/^@/u, "");
      if (isSame(domain, domainOf(sender))) return true;
      // A wildcard is not documented for these lists.
      const root = domain.replace(/^\*\./u, "");
      return isDomainOrSubdomain(domainOf(sender), root) ? undefined : false;
    }),
  );

/** One list that mixes addresses and domains. */
export const namesSender = (entries: readonly string[], sender: string): Truth =>
  or([
    mayNameAddress(
      entries.filter((entry) => /[^@]@/u.test(entry)),
      sender,
    ),
    namesDomain(
      entries.filter((entry) => !/[^@]@/u.test(entry)),
      sender,
    ),
  ]);
