/** Whether an entry of a mailbox's list stands for an outside sender: a contact, or a group that holds one (exchange-online.md 4.2). */
import { fold } from "../../language/language";
import { contactNamed, isMember, recipientNamed } from "../directory";
import type { ExchangeTenant } from "../tenant";

/** `undefined` where contacts or members of the group were not read. */
const standsFor = (entry: string, sender: string, tenant: ExchangeTenant): boolean | undefined => {
  const name = fold(entry);
  if (name === fold(sender)) return true;
  const contact = contactNamed(name, tenant);
  if (contact !== undefined) return contact.externalAddress === fold(sender);
  // A mailbox of the tenant is nobody outside.
  if (recipientNamed(name, tenant)) return false;
  return isMember(entry, sender, tenant);
};

/** Whether any entry stands for the sender. */
export const anyStandsFor = (
  entries: readonly string[],
  sender: string,
  tenant: ExchangeTenant,
): boolean | undefined => {
  const truths = entries.map((entry) => standsFor(entry, sender, tenant));
  return truths.includes(true) ? true : truths.includes(undefined) ? undefined : false;
};
