/** The exports of directories that are read, and the template, by their columns (aircall.md 4.3; docs/readiness-inputs.md). */
import { emailHeaders } from "../../../tenants/csv/address-headers";
import type { AddressKind } from "../../facts";
import type { TableFormat } from "../table-format";

export type DirectoryField =
  | "email"
  | "kind"
  | "aliases"
  | "acceptsOutside"
  | "requiresSignedInSenders"
  | "acceptsOnlyFrom"
  | "whoCanPost"
  | "groupsOnly";

export interface DirectoryFormat extends TableFormat<DirectoryField> {
  /** Where every row is of one kind, and what the directory calls it. */
  readonly everyRow?: { readonly kind: AddressKind; readonly text: string };
}

export const directoryTemplate = ["Email", "Type", "Aliases"] as const;
export const directoryTemplateOptional = ["Accepts outside senders"] as const;

const exchange: DirectoryFormat = {
  name: "Get-Recipient | Export-Csv with PrimarySmtpAddress and RecipientTypeDetails",
  required: [["email"], ["kind"]],
  addresses: ["email"],
  headers: {
    email: ["PrimarySmtpAddress"],
    kind: ["RecipientTypeDetails"],
    aliases: ["EmailAddresses"],
    requiresSignedInSenders: ["RequireSenderAuthenticationEnabled", "RequireAllSendersAreAuthenticated"],
    acceptsOnlyFrom: ["AcceptMessagesOnlyFromSendersOrMembers"],
  },
};

const googleUsers: DirectoryFormat = {
  name: "gam print users",
  everyRow: { kind: "mailbox", text: "user" },
  required: [["email"]],
  addresses: ["email"],
  severalColumns: ["aliases"],
  headers: {
    email: ["primaryEmail"],
    aliases: ["aliases", "nonEditableAliases"],
  },
};

const googleGroups: DirectoryFormat = {
  name: "gam print groups with directMembersCount",
  everyRow: { kind: "group", text: "group" },
  // Any list has an address and a name; these columns only groups have.
  required: [["email"], ["groupsOnly", "whoCanPost"]],
  addresses: ["email"],
  severalColumns: ["aliases", "groupsOnly"],
  headers: {
    email: ["email"],
    aliases: ["aliases", "nonEditableAliases"],
    groupsOnly: ["directMembersCount", "adminCreated"],
    whoCanPost: ["whoCanPostMessage"],
  },
};

const template: DirectoryFormat = {
  name: `a list of addresses with the columns ${directoryTemplate.join(", ")}`,
  isTemplate: true,
  required: [["email"], ["kind"]],
  addresses: ["email"],
  severalColumns: ["aliases"],
  headers: {
    email: emailHeaders,
    kind: [
      ...["Type", "Kind", "Recipient type", "Object type", "Type d'adresse", "Type de destinataire"],
      ...["Tipo", "Tipo de destinatario", "Typ", "Art", "Empfängertyp"],
    ],
    aliases: [
      "Aliases",
      "Alias",
      "Other addresses",
      "Autres adresses",
      "Otras direcciones",
      "Weitere Adressen",
    ],
    acceptsOutside: [
      ...["Accepts outside senders", "Accepts external senders", "Accepte les expéditeurs externes"],
      ...["Acepta remitentes externos", "Nimmt externe Absender an"],
    ],
  },
};

/** The most telling first: what names a type is never taken for a list of people. */
export const directoryFormats: readonly DirectoryFormat[] = [exchange, template, googleGroups, googleUsers];
