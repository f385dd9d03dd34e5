/** Which spellings of an address are one, and which lead to one mailbox (aircall.md 4.3). */

/** The form in which addresses are compared; reports keep the spelling. */
export const foldedAddress = (address: string): string => address.normalize("NFC").toLowerCase();

/** The form in which names are compared. */
export const foldedName = (name: string): string =>
  name.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();

/** @param address folded. @returns `vera@contoso.example` for `vera+phone@contoso.example`. */
export const withoutTag = (address: string): string => {
  const plus = address.indexOf("+");
  const at = address.lastIndexOf("@");
  return plus > 0 && plus < at ? address.slice(0, plus) + address.slice(at) : address;
};

/** Two names of one domain, in which dots of the local part do not count. */
const gmailDomains: ReadonlySet<string> = new Set(["gmail.com", "googlemail.com"]);

/** @param address folded. @returns the same without dots, where Gmail ignores them; elsewhere they matter. */
export const withoutGmailDots = (address: string): string => {
  const at = address.lastIndexOf("@");
  return gmailDomains.has(address.slice(at + 1))
    ? `${address.slice(0, at).replaceAll(".", "")}@gmail.com`
    : address;
};
