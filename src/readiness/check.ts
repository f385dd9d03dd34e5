/** A readiness check: one pure function from what is known of a person to one answer. */

import type { Finding } from "../mailflow/finding";
import type { DeliveryVerdict } from "../mailflow/outcome";
import type { DeviceEntry, DirectoryEntry, MailboxUsage, Source, UserEntry } from "./facts";
import type { ReasonCode } from "./reasons";

/** What the verifier says about genuine Aircall mail to one address, its findings parted by the check they belong to. */
export interface MailAnswer {
  /** Of the findings of `mail-allowed` alone. */
  readonly verdict: DeliveryVerdict;
  readonly findings: readonly Finding[];
  /** Findings about delivery restrictions and moderation; empty where nothing restricts. `undefined`: not read. */
  readonly restrictions: readonly Finding[] | undefined;
  readonly source: Source;
}

/** Whether links in mail to one address are left as they are (aircall.md 1.3). */
export type LinkAnswer =
  | { readonly kind: "intact"; readonly because: LinkBecause; readonly source: Source }
  | { readonly kind: "rewritten"; readonly policy: string; readonly source: Source }
  | { readonly kind: "unknown"; readonly because: LinkDoubt; readonly source: Source };

/** Why links stay: no policy rewrites, or the policy spares Aircall's links. */
export type LinkBecause = "no-rewriting" | "spared";

/** Why it is not known. */
export type LinkDoubt = "not-read" | "gateway-in-front" | "policy-unknown" | "recipient-unknown";

/** Another entry of the list that shares the mailbox, and how that shows. */
export interface Sharer {
  readonly entry: UserEntry;
  readonly because: "same-address" | "plus-tag" | "gmail-dots" | "alias";
}

/** One Aircall user with everything the inputs say; a list that is `undefined` was not read. */
export interface Person {
  /** As written in the first entry. */
  readonly email: string;
  readonly name: string;
  /** At least one; several where the list names the same person more than once. */
  readonly entries: readonly UserEntry[];
  /** Where the list names them: what an answer rests on where nothing else was read. */
  readonly ownLines: readonly Source[];
  readonly sharers: readonly Sharer[];
  /** More than are named in `sharers` where a mailbox has very many. */
  readonly sharerCount: number;
  readonly devices: readonly DeviceEntry[] | undefined;
  /** `"concealed"`: the report hides names behind hashes (aircall.md 4.3). */
  readonly usage: readonly MailboxUsage[] | "concealed" | undefined;
  /** `undefined`: no directory was read; `"absent"`: the directory that was read does not hold the address. */
  readonly directory: DirectoryEntry | "absent" | undefined;
  /** `undefined`: no mail system was read. */
  readonly mail: MailAnswer | undefined;
  /** `undefined`: no mail system was read. */
  readonly links: LinkAnswer | undefined;
}

/** One answer. Its verdict and owner are the table's, its text the locale's. */
export interface Answer {
  readonly reason: ReasonCode;
  /** Values of the text's `{placeholders}`: addresses, versions, sizes, dates; no words of a language. */
  readonly details: Readonly<Record<string, string>>;
  /** Other people the text names; a report may mask them. */
  readonly people?: readonly UserEntry[];
  /** How many there are; more than `people` where there are very many. */
  readonly peopleCount?: number;
  /** What the verifier found, worst first; told in the report's language. */
  readonly findings?: readonly Finding[];
  readonly evidence: readonly Source[];
}

export type Check = (person: Person, asOf: Date) => Answer;

/** Why somebody is or is not concerned: the guide's rule for single sign-on (aircall.md 1.1). */
export type ScopeBecause =
  | "password-login"
  | "login-unknown"
  | "privileged"
  | "role-unknown"
  | "single-sign-on";

export type Readiness = "yes" | "no" | "unknown";

/** A person judged: one answer for each check, in the table's order. */
export interface JudgedPerson {
  readonly person: Person;
  readonly scope: ScopeBecause;
  readonly inScope: boolean;
  readonly ready: Readiness;
  readonly answers: readonly Answer[];
}
