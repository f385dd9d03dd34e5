/** Where an Exchange export says something of an address. */
import type { Recipient } from "../../mailflow/exchange/tenant";
import { domainOf } from "../../mailflow/message";
import type { FoundUser } from "../../mailflow/users";
import type { Source } from "../facts";

/** An object of the export, such as `Get-Mailbox vera@contoso.example`. */
export const objectIn = (file: string, cmdlet: string, name = ""): Source => ({
  kind: "object",
  file,
  object: name === "" ? cmdlet : `${cmdlet} ${name}`,
});

/** A mailbox whose settings were not read is known from `Get-Recipient` at most. */
export const recipientIn = (file: string, { mailbox, address }: Recipient): Source =>
  objectIn(file, mailbox === undefined ? "Get-Recipient" : "Get-Mailbox", address);

/** What says that nobody has an address: that its domain is all here. */
export const domainIn = (file: string, email: string): Source =>
  objectIn(file, "Get-AcceptedDomain", domainOf(email));

/** @param found `undefined` where no recipient was read: then the organisation's settings say all that is said. */
export const foundIn = (file: string, found: FoundUser | undefined): Source => {
  switch (found?.kind) {
    case undefined:
      return objectIn(file, "Get-TransportRule");
    case "mailbox":
      return recipientIn(file, found.recipient);
    case "other":
      return objectIn(file, "Get-Recipient", found.recipient.address);
    case "nobody":
      return domainIn(file, found.user);
    case "unknown":
      return objectIn(file, "Get-Mailbox");
  }
};
