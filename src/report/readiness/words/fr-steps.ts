/** French text of the steps of the plan, in the terms of Aircall's French guide. */
import type { StepTexts } from "./step-texts";

// biome-ignore format: one step, two lines
export const steps: StepTexts = {
  "allow-mail": {
    title: "Mettre Aircall sur liste blanche",
    text: "Mettez sur liste blanche les adresses exactes d'aircall.io et de notify.aircall.io, avec authentification exigée ; dans Exchange, par une règle au-dessus de toutes les autres, qui arrête les suivantes. Ce qui n'a pas été lu doit être exporté.",
  },
  "spare-links": {
    title: "Laisser tels quels les liens des e-mails Aircall",
    text: "Exemptez email-verification.aircall.io et *.awstrack.me de la réécriture des liens : un lien réécrit rend inutilisable le bouton de l'invitation.",
  },
  "test-message": {
    title: "Envoyer un message d'essai",
    text: "Faites envoyer par Aircall un vrai e-mail, par exemple une réinitialisation de mot de passe, à une boîte de réception derrière chaque chemin du courrier, et regardez s'il y est. Une règle modifiée peut mettre 30 minutes ou plus à agir.",
  },
  "make-room": {
    title: "Libérer de l'espace de stockage",
    text: "Une boîte de réception pleine ne reçoit pas de codes. Faites-la vider ou relevez la limite qui arrête les e-mails entrants ; si des chiffres manquent, exportez l'espace utilisé et la limite.",
  },
  "accept-outside-senders": {
    title: "Accepter les e-mails de l'extérieur",
    text: "Faites accepter à ces boîtes de réception les expéditeurs de l'extérieur, ou au moins ceux d'Aircall ; si cela n'a pas été lu, exportez leurs restrictions de remise.",
  },
  "look-up-addresses": {
    title: "Chercher à qui sont ces adresses",
    text: "Vérifiez si chaque adresse est propre à une personne, et signalez à l'administrateur Aircall les adresses e-mail partagées ou de groupe.",
  },
  "own-addresses": {
    title: "Donner à chaque utilisateur une adresse e-mail unique",
    text: "Remplacez dans Aircall les adresses e-mail partagées ou de groupe. Un changement est effectif lorsque l'utilisateur a cliqué sur le lien qu'Aircall envoie à la nouvelle adresse.",
  },
  "look-up-invitations": {
    title: "Chercher qui a accepté",
    text: "Regardez dans la liste d'utilisateurs du Dashboard Aircall qui a le statut « validation en attente », et complétez la liste.",
  },
  "accept-invitations": {
    title: "Accepter les invitations encore valables",
    text: "Ces utilisateurs ouvrent l'e-mail de noreply@notify.aircall.io et acceptent avant que son lien n'expire ; il est valable 15 jours.",
  },
  "resend-invitations": {
    title: "Réinviter les utilisateurs",
    text: "Ouvrez chaque utilisateur dans le Dashboard Aircall, bouton en haut à droite. Pas avant que la messagerie soit en ordre : chaque nouveau lien n'est valable que 15 jours.",
  },
  "update-apps": {
    title: "Mettre à jour l'application mobile",
    text: "Amenez l'application Aircall à {ios}, {android} ou ultérieure ; si des versions manquent, exportez-les.",
  },
  "ask-about-devices": {
    title: "Interroger sur les téléphones personnels",
    text: "Les téléphones personnels ne figurent dans aucune liste d'appareils. Ces utilisateurs indiquent s'ils utilisent l'application Aircall sur un téléphone, et dans quelle version.",
  },
  "run-again": {
    title: "Relancer la vérification",
    text: "Prenez de nouveaux exports et une nouvelle liste d'utilisateurs, et relancez la vérification jusqu'à ce qu'il ne reste personne.",
  },
};
