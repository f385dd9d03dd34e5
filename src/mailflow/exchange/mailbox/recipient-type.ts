/** Whether a recipient is a mailbox of this tenant that keeps what it gets (exchange-online.md 4.4). */
import type { Issue } from "../issue";
import { type Destination, recipientTypeOf } from "../recipient-types";

const because: Readonly<Record<Exclude<Destination, "mailbox" | "outside">, string>> = {
  "on-premises": "its mail is delivered on premises, which is not visible here",
  several: "its mail goes to several people",
  unknown: "what such a recipient does with mail is not modelled",
};

/** How a finding names a mailbox that stands for others of its kind. */
export const anyRecipient = "The recipient";

/** @param entry how the finding names the recipient. */
export const decideRecipientType = (recipientTypeDetails: string, entry: string): readonly Issue[] => {
  const { destination } = recipientTypeOf(recipientTypeDetails);
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
