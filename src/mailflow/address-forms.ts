/** Which spellings of an address are one, and which lead to one mailbox (aircall.md 4.3). */

/** The form in which addresses are compared; reports keep the spelling. */
export const foldedAddress = (address: string): string => address.normalize("NFC").toLowerCase();

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

/** @param address folded. @returns every form under which a directory may hold the mailbox it leads to. */
export const formsOf = (address: string): readonly string[] => {
  const untagged = withoutTag(address);
  return [address, untagged, withoutGmailDots(untagged)];
};
