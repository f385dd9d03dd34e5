/** Every type of recipient once: where its mail ends up, and who uses it (exchange-online.md 4.4). */

/** Where mail to a recipient ends up. */
export type Destination = "mailbox" | "on-premises" | "outside" | "several" | "unknown";

/** Who reads it: one person, several, no person, a group, somebody outside. */
export type RecipientHolder = "person" | "shared" | "resource" | "group" | "outside" | "unknown";

export interface RecipientType {
  readonly destination: Destination;
  readonly holder: RecipientHolder;
}

// biome-ignore format: one type, one line
const types: Readonly<Record<string, RecipientType>> = {
  usermailbox:                    { destination: "mailbox", holder: "person" },
  linkedmailbox:                  { destination: "mailbox", holder: "person" },
  legacymailbox:                  { destination: "unknown", holder: "person" },
  sharedmailbox:                  { destination: "mailbox", holder: "shared" },
  teammailbox:                    { destination: "unknown", holder: "resource" },
  roommailbox:                    { destination: "unknown", holder: "resource" },
  linkedroommailbox:              { destination: "unknown", holder: "resource" },
  equipmentmailbox:               { destination: "unknown", holder: "resource" },
  schedulingmailbox:              { destination: "unknown", holder: "resource" },
  discoverymailbox:               { destination: "unknown", holder: "resource" },
  publicfoldermailbox:            { destination: "unknown", holder: "resource" },
  publicfolder:                   { destination: "unknown", holder: "resource" },
  groupmailbox:                   { destination: "several", holder: "group" },
  mailuniversaldistributiongroup: { destination: "several", holder: "group" },
  mailuniversalsecuritygroup:     { destination: "several", holder: "group" },
  dynamicdistributiongroup:       { destination: "several", holder: "group" },
  roomlist:                       { destination: "several", holder: "group" },
  mailuser:                       { destination: "on-premises", holder: "outside" },
  guestmailuser:                  { destination: "outside", holder: "outside" },
  sharedwithmailuser:             { destination: "outside", holder: "outside" },
  mailcontact:                    { destination: "outside", holder: "outside" },
};

const remote: RecipientType = { destination: "on-premises", holder: "unknown" };
const unknown: RecipientType = { destination: "unknown", holder: "unknown" };

/** @param recipientTypeDetails as printed. */
export const recipientTypeOf = (recipientTypeDetails: string): RecipientType => {
  const type = recipientTypeDetails.toLowerCase();
  const known = Object.hasOwn(types, type) ? types[type] : undefined;
  return known ?? (type.startsWith("remote") ? remote : unknown);
};
