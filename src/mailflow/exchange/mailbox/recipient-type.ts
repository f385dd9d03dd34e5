/** Whether a recipient is a mailbox of this tenant that keeps what it gets (exchange-online.md 4.4). */
import type { Issue } from "../issue";

/** Where mail to a recipient of this type ends up. */
export type Destination = "mailbox" | "on-premises" | "outside" | "several" | "unknown";

const destinations: Readonly<Record<string, Destination>> = {
  usermailbox: "mailbox",
  sharedmailbox: "mailbox",
  linkedmailbox: "mailbox",
  legacymailbox: "mailbox",
  teammailbox: "mailbox",
  groupmailbox: "several",
  mailuser: "on-premises",
  guestmailuser: "outside",
  sharedwithmailuser: "outside",
  mailcontact: "outside",
  mailuniversaldistributiongroup: "several",
  mailuniversalsecuritygroup: "several",
  dynamicdistributiongroup: "several",
  roomlist: "several",
};

export const destinationOf = (recipientTypeDetails: string): Destination => {
  const type = recipientTypeDetails.toLowerCase();
  if (type.startsWith("remote")) return "on-premises";
  return destinations[type] ?? "unknown";
};

const because: Readonly<Record<Exclude<Destination, "mailbox" | "outside">, string>> = {
  "on-premises": "its mail is delivered on premises, which is not visible here",
  several: "its mail goes to several people",
  unknown: "what such a recipient does with mail is not modelled",
};

/** @param entry how the finding names the recipient. */
export const decideRecipientType = (recipientTypeDetails: string, entry: string): readonly Issue[] => {
  const destination = destinationOf(recipientTypeDetails);
  if (destination === "mailbox") return [];
  const details = { entry, type: recipientTypeDetails };
  if (destination === "outside")
    return [
      {
        code: "recipient-outside",
        stage: "mailbox",
        implies: "blocked",
        certainty: "certain",
        outcome: "left-tenant",
        details,
        values: new Map(),
      },
    ];
  return [
    {
      code: "recipient-no-mailbox",
      stage: "mailbox",
      implies: "undecided",
      details: { ...details, because: because[destination] },
    },
  ];
};
