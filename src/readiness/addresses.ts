/** The forms in which people of two lists are compared. */
export { foldedAddress, withoutGmailDots, withoutTag } from "../mailflow/address-forms";

/** The form in which names are compared. */
export const foldedName = (name: string): string =>
  name.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
