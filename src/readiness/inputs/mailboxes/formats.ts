/** The reports of mailbox usage that are read, and the template, by their columns (aircall.md 4.3). */
import { emailHeaders, signInNameHeaders } from "../../../tenants/csv/address-headers";
import type { TableFormat } from "../table-format";

export type MailboxField = "email" | "signInName" | "used" | "limit" | "isDeleted";

export interface MailboxFormat extends TableFormat<MailboxField> {
  /** How sizes are written: by people, in bytes, or in megabytes of 1,024² bytes. */
  readonly sizes: "written" | "bytes" | "megabytes";
  /** Names that are hidden behind hashes are recognised. */
  readonly mayConceal?: boolean;
  /** Under pooled storage nobody publishes what the limit stands for (google-workspace.md 3.3). */
  readonly mayBePooled?: boolean;
}

export const mailboxTemplate = ["Email", "Used", "Limit"] as const;

/** `getMailboxUsageDetail`; of its three quotas only the last stops incoming mail. */
const microsoft: MailboxFormat = {
  name: "Microsoft's report of mailbox usage (getMailboxUsageDetail)",
  sizes: "bytes",
  mayConceal: true,
  required: [["signInName"], ["used"], ["limit"]],
  addresses: ["signInName"],
  headers: {
    signInName: signInNameHeaders,
    used: ["Storage Used (Byte)"],
    limit: ["Prohibit Send/Receive Quota (Byte)"],
    isDeleted: ["Is Deleted"],
  },
};

const google: MailboxFormat = {
  name: "gam report users with accounts:used_quota_in_mb",
  sizes: "megabytes",
  mayBePooled: true,
  required: [["email"], ["used"]],
  addresses: ["email"],
  headers: {
    email: ["email"],
    used: ["accounts:used_quota_in_mb"],
    limit: ["accounts:total_quota_in_mb"],
  },
};

const template: MailboxFormat = {
  name: `a list of mailboxes with the columns ${mailboxTemplate.join(", ")}`,
  isTemplate: true,
  sizes: "written",
  required: [["email", "signInName"], ["used"], ["limit"]],
  addresses: ["email", "signInName"],
  headers: {
    email: emailHeaders,
    signInName: signInNameHeaders,
    used: [
      ...["Used", "Used space", "Storage used", "Used storage", "Size", "Mailbox size", "TotalItemSize"],
      ...["Utilisé", "Espace utilisé", "Stockage utilisé", "Taille", "Taille de la boîte"],
      ...["Usado", "Utilizado", "Espacio usado", "Espacio utilizado", "Almacenamiento usado", "Tamaño"],
      ...["Belegt", "Verwendet", "Genutzt", "Belegter Speicher", "Größe", "Postfachgröße"],
    ],
    limit: [
      ...["Limit", "Quota", "Mailbox limit", "Storage limit", "ProhibitSendReceiveQuota"],
      ...["Limite", "Limite de stockage", "Quota de stockage", "Límite", "Cuota", "Cuota de almacenamiento"],
      ...["Grenze", "Kontingent", "Speicherlimit", "Grenzwert", "Speichergrenze"],
    ],
  },
};

export const mailboxFormats: readonly MailboxFormat[] = [microsoft, google, template];
