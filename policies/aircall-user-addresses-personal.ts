/** aircall-user-addresses-personal: no user's address looks like a role's, and what each belongs to is known; advisory. */
import type { Person } from "../src/readiness/check";
import type { TransportRulesPolicy } from "./policy";
import { addressesOf, type JudgedAddress, shortened, toldElsewhere } from "./user-addresses";

const doubt = (
  { person, answer: { reason, details } }: JudgedAddress,
  isTold: (person: Person) => boolean,
): readonly string[] => {
  const { email } = person;
  switch (reason) {
    case "address-role-like":
      return [
        `The address ${email} looks like a role's ("${details.word}"): several people may read the login codes sent to it.\n  To do: make sure that one person alone reads it, or give the user an own address in Aircall.`,
      ];
    case "address-kind-unknown":
      return [
        `The address ${email} belongs to a recipient of a kind that is not known here (${details.type}): who reads the login codes is not known.\n  To do: make sure that one person alone reads it.`,
      ];
    case "address-not-in-directory":
      return isTold(person)
        ? []
        : [
            `The address ${email} was not found among the recipients read: who reads the login codes is not known.\n  To do: correct the address in Aircall, or make sure that one person alone reads it.`,
          ];
    default:
      return [];
  }
};

export const aircallUserAddressesPersonal: TransportRulesPolicy = {
  id: "aircall-user-addresses-personal",
  description:
    "No address of an Aircall user looks like a role's or a team's, and what it belongs to is known.",
  level: "advisory",
  severity: "low",
  why: "A mailbox with one holder may have many readers. A word such as support or info is a hint, and no proof.",
  howToFix: "Ask who reads the mailbox. Where it is more than one person, give the user an own address.",
  violations: (given) => {
    const judged = addressesOf(given);
    const isTold = toldElsewhere(given.observed);
    const unread = judged.filter(({ answer }) => answer.reason === "address-directory-not-read").length;
    return [
      ...shortened(judged.flatMap((one) => doubt(one, isTold))),
      ...(unread > 0
        ? [
            `What the addresses of ${unread} Aircall users belong to is not known: the recipients were not read.\n  To do: give the app a role that may read recipients, or export the tenant again with Get-Mailbox and Get-Recipient.`,
          ]
        : []),
    ];
  },
};
