/** What the inputs say about Aircall users, their devices and mailboxes: facts as read, each with its source. */
import type { Size } from "../mailflow/size";

/** Where a fact was read. */
export type Source =
  /** A line of a text file, the first being 1. */
  | { readonly kind: "line"; readonly file: string; readonly line: number }
  /** An object of an export, such as `Get-Mailbox vera@contoso.example`. */
  | { readonly kind: "object"; readonly file: string; readonly object: string }
  /** A request to a live service, such as `GET /v2/users?page=3`. */
  | { readonly kind: "request"; readonly request: string };

/** Aircall's roles (aircall.md 1.1). */
export const roles = ["owner", "admin", "supervisor", "agent"] as const;
export type Role = (typeof roles)[number];

/** How somebody signs in: with e-mail and password, or through the company (aircall.md 1.1). */
export const loginMethods = ["password", "single-sign-on"] as const;
export type LoginMethod = (typeof loginMethods)[number];

/** What a status cell says about the invitation; `unclear` where its words say neither (aircall.md 1.2). */
export type InvitationState = "accepted" | "pending" | "unclear";

/** One line of the Aircall user list, or one user that Aircall's API returned. */
export interface UserEntry {
  /** As written, without surrounding blanks. */
  readonly email: string;
  /** First and last name; empty where not given. */
  readonly name: string;
  /** `undefined` where not given or not known. */
  readonly role: Role | undefined;
  /** `undefined` where not given or not known. */
  readonly login: LoginMethod | undefined;
  /** `undefined` where the list has no status for this user. */
  readonly invitation: InvitationState | undefined;
  /** The status as written; empty where not given. */
  readonly status: string;
  /** When the invitation was last sent, or the user created; `undefined` where not given. */
  readonly invited: Date | undefined;
  /** `false`: uses a browser or a computer only; `undefined` where not given. */
  readonly usesMobileApp: boolean | undefined;
  readonly source: Source;
}

/** `browser` and `desktop` need no mobile app; `other` is a platform that this program does not know. */
export type Platform = "ios" | "android" | "browser" | "desktop" | "other";

/** One Aircall app on one device, or a note that somebody uses a browser only. Other apps are left out when reading. */
export interface DeviceEntry {
  readonly email: string;
  readonly platform: Platform;
  /** The platform as written. */
  readonly platformText: string;
  /** As written; empty where not given. */
  readonly app: string;
  /** As written; empty where not given. */
  readonly version: string;
  /** The device's name or model; empty where not given. */
  readonly device: string;
  readonly source: Source;
}

/** How much of a mailbox is used, and what stops incoming mail (aircall.md 4.3). */
export interface MailboxUsage {
  readonly email: string;
  /** Bytes; `undefined` where not given. */
  readonly used: number | undefined;
  /** ProhibitSendReceiveQuota or its like; `undefined` where not given. */
  readonly limit: Size | undefined;
  readonly source: Source;
}

/** What kind of object an address belongs to. */
export type AddressKind =
  /** A person's mailbox. */
  | "mailbox"
  | "shared-mailbox"
  /** A room, equipment, or another mailbox that no person signs in to. */
  | "resource"
  /** Distribution list, Microsoft 365 group, Google group. */
  | "group"
  /** Somebody outside: mail contact, mail user. */
  | "outside"
  /** The directory holds every address of the domain, and not this one. */
  | "nobody"
  /** A kind that this program does not know. */
  | "other";

/** One object of the directory. */
export interface DirectoryEntry {
  /** Primary address, as written. */
  readonly email: string;
  /** Every other address, lower-case. */
  readonly aliases: readonly string[];
  readonly kind: AddressKind;
  /** The kind as the directory names it, such as `SharedMailbox`. */
  readonly kindText: string;
  /** Whether it takes mail from outside the organisation; `undefined` where not given. */
  readonly acceptsOutsideSenders: boolean | undefined;
  readonly source: Source;
}
