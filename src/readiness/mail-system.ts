/** What one mail system says of Aircall users, whichever provider it is of. */
import type { LinkAnswer, MailAnswer } from "./check";
import type { DirectoryEntry, MailboxUsage } from "./facts";

export interface MailSystem {
  readonly mailOf: (email: string) => MailAnswer;
  readonly linksOf: (email: string) => LinkAnswer;
  readonly directory: readonly DirectoryEntry[];
  readonly usage: readonly MailboxUsage[];
}
