/** Aircall's guide to the preparation for adaptive MFA, in French, statement by statement (help article 28732071962397). */

export interface GuideStatement {
  /** The step, and a letter where the step says several things; words for what the guide does not number. */
  readonly place: string;
  readonly text: string;
}

// biome-ignore format: one statement, one line
export const guideStatements: readonly GuideStatement[] = [
  { place: "intro a", text: "Ce guide décrit les étapes clés pour assurer une transition en douceur vers l'authentification multifacteur adaptative (MFA) dans Aircall." },
  { place: "intro b", text: "Effectuer ces actions avant le déploiement aidera votre équipe à éviter des problèmes de connexion ou d'accès." },
  { place: "1", text: "Vérifier les adresses e-mail partagées" },
  { place: "1 a", text: "Chaque utilisateur Aircall doit avoir une adresse e-mail unique associée à son compte." },
  { place: "1 b", text: "La MFA nécessite une livraison sécurisée des e-mails, ce qui n'est pas compatible avec les adresses e-mail partagées ou de groupe." },
  { place: "2", text: "Mettre à jour les utilisateurs avec le statut « validation en attente »" },
  { place: "2 a", text: "Si vous êtes administrateur, examinez votre liste d’utilisateurs et confirmez que tous les utilisateurs avec un statut validation en attente sont soit mis à jour, soit réinvités." },
  { place: "2 b", text: "Seuls les utilisateurs validés peuvent recevoir les codes de vérification MFA." },
  { place: "3", text: "Mettre à jour l’application mobile Aircall" },
  { place: "3 a", text: "Assurez-vous que tous les utilisateurs utilisent la dernière version de l’application mobile Aircall pour prendre en charge la fonctionnalité MFA." },
  { place: "3 b", text: "iOS : version 8.5.0 ou ultérieure" },
  { place: "3 c", text: "Android : version 7.4.0 ou ultérieure" },
  { place: "4", text: "Vérifier l’espace de stockage de la boîte de réception e-mail" },
  { place: "4 a", text: "Vérifiez que les boîtes de réception des utilisateurs disposent d’un espace de stockage suffisant pour recevoir les e-mails système Aircall, y compris les codes de vérification MFA." },
  { place: "5", text: "Mettre le domaine e-mail Aircall sur liste blanche" },
  { place: "5 a", text: "Pour garantir la bonne réception des codes MFA, mettez le domaine aircall.io sur liste blanche auprès de votre fournisseur de service e-mail ou de votre service informatique." },
  { place: "note", text: "L’accès aux e-mails automatisés Aircall est nécessaire pour compléter le processus de connexion MFA." },
  { place: "advice", text: "Conseils et ressources pour la mise sur liste blanche" },
  { place: "advice a", text: "Suivez les instructions de votre fournisseur de messagerie pour mettre les e-mails Aircall sur liste blanche et éviter les problèmes de livraison :" },
  { place: "advice b", text: "Si les utilisateurs ne reçoivent pas les e-mails Aircall, consultez Dépannage des e-mails Aircall." },
];
