/** French text of the answers about mailbox and mail, in the terms of Aircall's French guide. */
import type { ReasonTexts } from "./reason-texts";

const exportMail = "Exportez les paramètres de la messagerie, puis relancez la vérification.";
const allow =
  "Mettez les expéditeurs Aircall sur liste blanche : adresses exactes d'aircall.io et de notify.aircall.io, avec authentification exigée (dmarc=pass).";
const spare =
  "Exemptez email-verification.aircall.io et *.awstrack.me de la réécriture des liens. awstrack.me sert à tous les clients d'Amazon SES : si c'est trop large, limitez l'exemption au temps d'accepter les invitations.";

// biome-ignore format: one reason, two lines
export const mailReasons = {
  "space-enough": {
    reason: "La boîte de réception dispose d'un espace de stockage suffisant (utilisé : {used}, limite : {limit}).",
  },
  "space-full": {
    reason: "L'espace de stockage de la boîte de réception est plein (utilisé : {used}, limite : {limit}). Il n'y reste pas de place pour les e-mails Aircall.",
    action: "Faites vider la boîte de réception, ou relevez la limite qui arrête les e-mails entrants, autant que la licence le permet.",
  },
  "space-nearly-full": {
    reason: "L'espace de stockage de la boîte de réception est presque plein : il y reste {free} (utilisé : {used}, limite : {limit}).",
    action: "Faites de la place dans la boîte de réception, ou relevez la limite qui arrête les e-mails entrants.",
  },
  "space-contradicted": {
    reason: "Les données se contredisent au sujet de la boîte de réception : {figures}.",
    action: "Prenez un nouveau relevé de l'espace utilisé et de la limite, puis relancez la vérification.",
  },
  "space-limit-unknown": {
    reason: "L'espace utilisé est connu ({used}), mais la limite qui arrête les e-mails entrants n'est pas connue.",
    action: "Exportez aussi la limite (dans Exchange : ProhibitSendReceiveQuota), puis relancez la vérification.",
  },
  "space-not-in-report": {
    reason: "Le relevé des boîtes de réception ne contient pas cette adresse.",
    action: "Vérifiez l'espace de stockage de la boîte de réception, ou exportez un relevé qui la contient.",
  },
  "space-names-concealed": {
    reason: "Le relevé des boîtes de réception masque les noms : on ne sait pas à qui sont ses chiffres.",
    action: "Faites afficher les noms dans les rapports d'utilisation, exportez de nouveau, puis relancez la vérification.",
  },
  "space-not-read": {
    reason: "Aucun relevé des boîtes de réception n'a été lu : l'espace de stockage restant n'est pas connu.",
    action: "Exportez l'espace utilisé et la limite des boîtes de réception, puis relancez la vérification.",
  },

  "mail-proven": {
    reason: "Tout e-mail authentique d'Aircall arrive dans cette boîte de réception, quel que soit son texte.",
  },
  "mail-blocked": {
    reason: "Les e-mails Aircall n'arrivent pas dans cette boîte de réception.",
    action: allow,
  },
  "mail-not-guaranteed": {
    reason: "Rien ne bloque les e-mails Aircall vers cette boîte de réception, mais leur arrivée n'est pas garantie.",
    action: allow,
  },
  "mail-undecided": {
    reason: "Ce qui a été lu ne permet pas de dire si les e-mails Aircall arrivent dans cette boîte de réception.",
    action: "Exportez les parties de la messagerie qui manquent, et faites l'essai avec un vrai message.",
  },
  "mail-not-read": {
    reason: "Aucune messagerie n'a été lue : on ne sait pas si elle laisse entrer les e-mails Aircall.",
    action: exportMail,
  },

  "links-intact": {
    reason: "Les liens des e-mails Aircall restent tels quels : {because}.",
  },
  "links-not-needed": {
    reason: "L'invitation est acceptée, et un code n'a besoin d'aucun lien.",
  },
  "links-rewritten": {
    reason: "La stratégie « {policy} » réécrit les liens, ce qui rend inutilisable le bouton de l'invitation d'Aircall.",
    action: spare,
  },
  "links-unknown": {
    reason: "On ne sait pas si les liens des e-mails Aircall restent tels quels : {because}.",
    action: "Vérifiez si les liens des e-mails venus de l'extérieur sont réécrits. Si oui : exemptez email-verification.aircall.io et *.awstrack.me.",
  },

  "outside-accepted": {
    reason: "La boîte de réception accepte les e-mails venus de l'extérieur.",
  },
  "outside-refused": {
    reason: "La boîte de réception refuse les e-mails venus de l'extérieur ({setting}).",
    action: "Faites-lui accepter les expéditeurs de l'extérieur, ou au moins ceux d'Aircall.",
  },
  "outside-undecided": {
    reason: "Impossible de dire si la boîte de réception accepte les e-mails Aircall venus de l'extérieur.",
    action: "Regardez les restrictions de remise de la boîte aux lettres, et exportez les contacts et groupes qu'elles nomment.",
  },
  "outside-not-read": {
    reason: "Les restrictions de remise n'ont pas été lues : on ne sait pas si la boîte de réception accepte les e-mails venus de l'extérieur.",
    action: "Exportez les restrictions de remise des boîtes aux lettres, puis relancez la vérification.",
  },
} as const satisfies Partial<ReasonTexts>;
