/** The largest message a mailbox takes (exchange-online.md 4.2). */
import type { MailboxSettings } from "../../tenant";
import type { TraceCondition } from "../../trace";
import type { Truth } from "../truth";
import type { Place } from "../ways";

/** Whether the message is larger than the mailbox takes; the organisation's limit holds where the mailbox has none. */
export const receiveLimit = (
  { maxReceiveSize }: MailboxSettings,
  { tenant, message }: Place,
): TraceCondition => {
  const organisation = tenant.transportConfig?.maxReceiveSize;
  const limit = maxReceiveSize ?? organisation;
  const over = (bytes: typeof limit): Truth => {
    if (bytes === undefined || bytes === "unlimited") return false;
    // A limit that was printed and cannot be read may be any.
    return bytes === 0 ? undefined : message.size > bytes;
  };
  // Which of the two counts where both are set and only the organisation's is exceeded is not in the reference.
  const holds = over(limit) === false && over(organisation) !== false ? undefined : over(limit);
  return {
    parameter: "MaxReceiveSize",
    expected: String(limit ?? "not set"),
    found: String(message.size),
    holds,
  };
};
