/** mailbox-quota-holds-login-mail: the floor under mailbox quotas leaves room for mail that must arrive. */
import { formatSize, parseSize } from "../src/mailflow/size";
import type { PolicyText } from "./policy";

export interface QuotaPolicy extends PolicyText {
  /** Smallest floor accepted where the pack's configuration names none. */
  readonly minimum: string;
  readonly violations: (
    inputs: { readonly prohibitSendReceiveQuota: string },
    minimum: string,
  ) => readonly string[];
}

export const mailboxQuotaHoldsLoginMail: QuotaPolicy = {
  id: "mailbox-quota-holds-login-mail",
  description: "The floor under mailbox quotas is at least 1 GB, or what the configuration asks for.",
  level: "mandatory",
  severity: "medium",
  why: "A mailbox at its ProhibitSendReceiveQuota receives nothing, not even a login code (exchange-online.md 4.1).",
  howToFix: "Raise prohibitSendReceiveQuota, up to the cap of the licence.",
  minimum: "1 GB",
  violations: ({ prohibitSendReceiveQuota }, minimum) => {
    const [floor, least] = [parseSize(prohibitSendReceiveQuota), parseSize(minimum)];
    if (least === undefined)
      return [`The policy's \`minimum\` is "${minimum}", which is no size such as "1 GB".`];
    if (floor === undefined)
      return [`prohibitSendReceiveQuota is "${prohibitSendReceiveQuota}", which is no size such as "50 GB".`];
    if (floor === "unlimited" || (least !== "unlimited" && floor >= least)) return [];
    return [
      `prohibitSendReceiveQuota is ${formatSize(floor)}, less than ${formatSize(least)}.\n  To do: raise it to ${formatSize(least)} or more.`,
    ];
  },
};
