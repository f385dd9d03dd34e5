/** French text of the answers about address, invitation and app, in the terms of Aircall's French guide. */
import type { ReasonTexts } from "./reason-texts";

const ownAddress =
  "Saisissez dans Aircall une adresse e-mail unique, propre à cet utilisateur ; le changement est effectif lorsque l'utilisateur a cliqué sur le lien qu'Aircall envoie à la nouvelle adresse.";
const eachOwnAddress =
  "Donnez dans Aircall à chacun de ces utilisateurs une adresse e-mail unique ; un changement est effectif lorsque l'utilisateur a cliqué sur le lien qu'Aircall envoie à la nouvelle adresse.";
const resend =
  "Une fois la messagerie en ordre, réinvitez l'utilisateur : ouvrez sa fiche dans le Dashboard Aircall, bouton en haut à droite. Le nouveau lien reste valable 15 jours. Si le bouton manque, l'utilisateur a déjà confirmé et doit plutôt réinitialiser son mot de passe.";
const lookUpStatus =
  "Regardez dans la liste d'utilisateurs du Dashboard Aircall si cet utilisateur a le statut « validation en attente », et inscrivez-le dans la colonne Status de la liste.";
const exportDevices =
  "Exportez la version de l'application Aircall de chaque téléphone (Intune, Jamf, Google ou simple liste), puis relancez la vérification.";

// biome-ignore format: one reason, two lines
export const accountReasons = {
  "address-own": {
    reason: "L'adresse est propre à cet utilisateur (« {type} » dans l'annuaire).",
  },
  "address-listed-twice": {
    reason: "Adresse e-mail partagée avec d'autres utilisateurs Aircall : {others}.",
    action: eachOwnAddress,
  },
  "address-same-mailbox": {
    reason: "L'adresse mène à la même boîte de réception que celle d'autres utilisateurs Aircall : {others}.",
    action: eachOwnAddress,
  },
  "address-of-group": {
    reason: "Adresse e-mail de groupe (« {type} » dans l'annuaire) : les codes iraient à ses membres.",
    action: ownAddress,
  },
  "address-of-shared-mailbox": {
    reason: "Adresse e-mail partagée : c'est celle d'une boîte aux lettres partagée (« {type} » dans l'annuaire).",
    action: ownAddress,
  },
  "address-of-resource": {
    reason: "L'adresse est celle d'une salle, d'un équipement ou d'une autre boîte aux lettres à laquelle personne ne se connecte (« {type} » dans l'annuaire).",
    action: ownAddress,
  },
  "address-of-nobody": {
    reason: "L'annuaire contient toutes les adresses du domaine, mais pas celle-ci : les codes n'atteindraient personne.",
    action: "Corrigez l'adresse dans Aircall, ou faites d'abord créer la boîte aux lettres.",
  },
  "address-role-like": {
    reason: "L'adresse ressemble à celle d'une fonction ou d'une équipe (« {word} »), que plusieurs personnes lisent peut-être.",
    action: "Vérifiez qu'une seule personne lit cette boîte de réception ; sinon, saisissez dans Aircall une adresse e-mail unique pour l'utilisateur.",
  },
  "address-kind-unknown": {
    reason: "L'annuaire donne à l'adresse le type « {type} », qui ne dit pas si elle est propre à une personne.",
    action: "Vérifiez dans la messagerie si l'adresse est propre à une personne, et prévenez l'administrateur Aircall si elle ne l'est pas.",
  },
  "address-not-in-directory": {
    reason: "L'annuaire lu ne contient pas cette adresse : on ne sait pas à qui elle appartient.",
    action: "Cherchez l'adresse dans la messagerie, et exportez un annuaire qui la contient.",
  },
  "address-directory-not-read": {
    reason: "Aucun annuaire n'a été lu : une adresse e-mail partagée ou de groupe passerait inaperçue.",
    action: "Exportez l'annuaire (boîtes aux lettres avec leur type, groupes, autres adresses), puis relancez la vérification.",
  },

  "invitation-accepted": {
    reason: "L'invitation est acceptée (statut « {status} »).",
  },
  "invitation-open": {
    reason: "L'invitation n'est pas encore acceptée (statut « {status} ») ; son lien est valable jusqu'au {until}.",
    action: "Ouvrez l'invitation d'Aircall, envoyée par noreply@notify.aircall.io, et acceptez-la avant le {until} ; regardez aussi dans le courrier indésirable.",
  },
  "invitation-expired": {
    reason: "L'invitation n'a pas été acceptée (statut « {status} »), et son lien n'est plus valable depuis le {until}.",
    action: resend,
  },
  "invitation-pending": {
    reason: "L'invitation n'est pas acceptée (statut « {status} ») ; sa date d'envoi n'est pas connue.",
    action: resend,
  },
  "invitation-contradicted": {
    reason: "La liste se contredit au sujet de l'invitation : {statuses}.",
    action: lookUpStatus,
  },
  "invitation-status-unclear": {
    reason: "Le statut « {status} » ne dit pas si l'invitation est acceptée.",
    action: lookUpStatus,
  },
  "invitation-status-missing": {
    reason: "La liste ne donne pas le statut de cet utilisateur : on ne sait pas si l'invitation est acceptée.",
    action: lookUpStatus,
  },

  "app-new-enough": {
    reason: "L'application mobile Aircall est assez récente : {apps}.",
  },
  "app-not-used": {
    reason: "L'utilisateur travaille uniquement dans un navigateur ou sur un ordinateur, sans l'application mobile.",
  },
  "app-too-old": {
    reason: "L'application mobile Aircall est trop ancienne : {apps}. La MFA adaptative demande {least} ou une version ultérieure.",
    action: "Mettez à jour l'application Aircall de cet appareil ({least} ou ultérieure).",
  },
  "app-version-preview": {
    reason: "L'application mobile Aircall est une préversion : {apps}. Rien de publié ne dit si elle vaut {least}.",
    action: "Installez une version publiée de l'application Aircall ({least} ou ultérieure).",
  },
  "app-version-unreadable": {
    reason: "La version de l'application mobile Aircall est illisible : {apps}. La MFA adaptative demande {least} ou une version ultérieure.",
    action: "Lisez la version dans l'application même, mettez-la à jour ({least} ou ultérieure) et corrigez la liste des appareils.",
  },
  "app-platform-unknown": {
    reason: "La liste des appareils nomme une plateforme inconnue ici : {apps}.",
    action: "Indiquez dans la liste des appareils s'il s'agit d'iOS, d'Android, d'un ordinateur ou d'un navigateur.",
  },
  "app-device-unknown": {
    reason: "Aucun appareil de cet utilisateur ne figure dans la liste des appareils ; un téléphone personnel n'y apparaîtrait pas.",
    action: "Dites à l'administrateur Aircall si vous utilisez l'application Aircall sur un téléphone, et dans quelle version ; si oui, mettez-la à jour.",
  },
  "app-devices-not-read": {
    reason: "Aucune liste d'appareils n'a été lue : la version de l'application mobile n'est pas connue.",
    action: exportDevices,
  },
} as const satisfies Partial<ReasonTexts>;
