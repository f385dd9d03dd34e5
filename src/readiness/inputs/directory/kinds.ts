/** What kind of object a directory's words stand for; a word that is not here is `other`, which nothing passes. */
import type { AddressKind } from "../../facts";
import { type PhraseTable, phraseReader } from "../phrases";

/**
 * RecipientTypeDetails (exchange-online.md 4.4) and the template's words. Mailboxes that are elsewhere (Remote*,
 * Linked, Legacy) are `other`: what they are is decided where this directory does not see.
 */
export const kindWords = {
  mailbox: [
    ...["UserMailbox", "user mailbox", "mailbox", "user", "person", "boîte aux lettres"],
    ...["boîte aux lettres utilisateur", "boîte utilisateur", "utilisateur", "buzón", "buzón de usuario"],
    ...["usuario", "Postfach", "Benutzerpostfach", "Benutzer"],
  ],
  "shared-mailbox": [
    ...["SharedMailbox", "RemoteSharedMailbox", "TeamMailbox", "shared mailbox", "shared"],
    ...["boîte partagée", "boîte aux lettres partagée", "boîte mail partagée", "buzón compartido"],
    ...["freigegebenes Postfach", "gemeinsames Postfach"],
  ],
  resource: [
    ...["RoomMailbox", "EquipmentMailbox", "SchedulingMailbox", "DiscoveryMailbox", "PublicFolder"],
    ...["RemoteRoomMailbox", "RemoteEquipmentMailbox", "PublicFolderMailbox", "room", "equipment"],
    ...["resource", "salle", "équipement", "ressource", "sala", "equipo", "recurso", "Raum", "Gerät"],
  ],
  group: [
    ...["GroupMailbox", "MailUniversalDistributionGroup", "MailUniversalSecurityGroup"],
    ...["MailNonUniversalGroup", "DynamicDistributionGroup", "RoomList", "group", "Google group"],
    ...["Microsoft 365 group", "Office 365 group", "distribution list", "distribution group"],
    ...["mailing list", "groupe", "groupe Google", "groupe Microsoft 365", "liste de distribution"],
    ...["groupe de distribution", "liste de diffusion", "grupo", "grupo de Google", "grupo de Microsoft 365"],
    ...["lista de distribución", "grupo de distribución", "Gruppe", "Google-Gruppe"],
    ...["Microsoft-365-Gruppe", "Verteiler", "Verteilerliste", "Verteilergruppe"],
  ],
  outside: [
    ...["MailUser", "GuestMailUser", "MailContact", "SharedWithMailUser", "contact", "mail contact"],
    ...["mail user", "guest", "external", "invité", "externe", "contact externe", "contacto", "invitado"],
    ...["externo", "Kontakt", "Gast", "extern"],
  ],
  nobody: ["nobody", "no such address", "inexistant", "inexistante", "no existe", "existiert nicht"],
  other: ["RemoteUserMailbox", "LinkedMailbox", "LegacyMailbox"],
} as const satisfies PhraseTable<AddressKind>;

/** @returns `undefined` where a text is no known kind. */
export const readKind = phraseReader<AddressKind>(kindWords);
