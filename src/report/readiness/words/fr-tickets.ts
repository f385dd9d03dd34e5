/** French text of the tickets, in the terms of Aircall's French guide. */
import type { TicketWords } from "./ticket-words";

const why =
  "Aircall met en place l'authentification multifacteur adaptative (MFA) : lorsqu'une connexion paraît inhabituelle, Aircall envoie un code à six chiffres à l'adresse e-mail de l'utilisateur, et sans ce code personne n'entre.";

export const tickets: TicketWords = {
  headings: {
    why: "Pourquoi",
    whom: "Pour qui",
    steps: "Que faire",
    check: "Comment voir que c'est fait",
  },
  whom: "{people}, au {date}. Les étapes ci-dessous les nomment.",
  mail: {
    title: "Laisser entrer les e-mails de connexion d'Aircall dans chaque boîte de réception",
    why: [
      why,
      "Les points ci-dessous arrêtent ces e-mails, peuvent les arrêter, ou n'ont pas pu être vérifiés. Le guide d'Aircall les demande avant le déploiement (étapes 4 et 5).",
    ],
    order: [
      "Commencez par la messagerie. Envoyez ensuite un message d'essai. Prévenez l'administrateur Aircall lorsqu'il est arrivé : les utilisateurs ne sont réinvités qu'alors, car chaque lien n'est valable que 15 jours.",
    ],
    check: [
      "Une règle modifiée peut mettre 30 minutes ou plus à agir.",
      "Faites envoyer par Aircall un vrai message, par exemple une réinitialisation de mot de passe, à une boîte de réception derrière chaque chemin du courrier, et regardez s'il y est (ni dans le courrier indésirable, ni sous un onglet comme Notifications ou Promotions).",
      "Dans Exchange Online, le suivi des messages (Get-MessageTraceV2) l'indique comme remis, et son en-tête porte SFV:SKN : la règle l'a laissé passer le filtre.",
      "Exportez de nouveau les paramètres et relancez la vérification : les utilisateurs ci-dessus doivent réussir.",
    ],
  },
  devices: {
    title: "Mettre à jour l'application mobile Aircall",
    why: [
      why,
      "Seules les versions récentes de l'application mobile prennent en charge la MFA. Le guide d'Aircall (étape 3) demande {ios} ou ultérieure et {android} ou ultérieure.",
    ],
    order: [
      "Mettez d'abord à jour les téléphones gérés, et exigez la version là où la gestion des appareils le permet. Les téléphones personnels n'apparaissent pas dans une liste d'appareils : ces utilisateurs sont interrogés eux-mêmes.",
    ],
    check: [
      "Les versions se comparent nombre par nombre : 8.10.0 est plus récente que 8.5.0.",
      "Exportez de nouveau la liste des appareils et relancez la vérification : les utilisateurs ci-dessus doivent réussir.",
    ],
  },
  aircall: {
    title: "Mettre en ordre la liste d'utilisateurs d'Aircall",
    why: [
      why,
      "Seuls les utilisateurs validés reçoivent les codes, et chacun doit avoir une adresse e-mail unique. Le guide d'Aircall demande les deux avant le déploiement (étapes 1 et 2).",
    ],
    order: [
      "Corrigez d'abord les adresses ; chaque nouvelle adresse doit être confirmée par un clic de son utilisateur. Réinvitez en dernier, lorsque l'administrateur de la messagerie a annoncé l'arrivée d'un message d'essai : chaque lien n'est valable que 15 jours. Les utilisateurs à réinviter figurent dans {invitations}.",
    ],
    check: [
      "Dans la liste d'utilisateurs du Dashboard Aircall, plus aucun d'eux n'a le statut « validation en attente ».",
      "Fournissez de nouveau la liste d'utilisateurs et relancez la vérification : les utilisateurs ci-dessus doivent réussir.",
    ],
  },
  allow: {
    title: "Mettre Aircall sur liste blanche",
    exchange:
      "Exchange Online : une règle de flux de messagerie au-dessus de toutes les autres. Dans Exchange Online PowerShell :",
    parts: [
      "From : exactement les adresses d'expédition d'Aircall, des deux domaines. aircall.io seul ne couvre pas notify.aircall.io dans tous les filtres, et les invitations en viennent.",
      "dmarc=pass dans Authentication-Results : un expéditeur falsifié n'obtient aucun passe-droit.",
      "SCL -1 : l'e-mail passe le filtre anti-spam.",
      "StopRuleProcessing en priorité 0 : aucune règle suivante ne peut arrêter l'e-mail. En contrepartie, les règles suivantes ne voient pas les e-mails Aircall.",
    ],
    google:
      "Google Workspace : inscrivez les mêmes adresses dans une liste d'expéditeurs approuvés (paramètre Spam), et laissez active l'exigence d'authentification.",
    others:
      "Un autre filtre ou une passerelle en amont : inscrivez-y les mêmes adresses comme expéditeurs autorisés ; la protection des liens y est souvent une stratégie à part.",
    notTheDomain:
      "Pourquoi ne pas mettre simplement le domaine aircall.io sur liste blanche : quiconque le falsifie passerait aussi le filtre, et les référentiels de la CISA interdisent les domaines entiers dans ces listes (MS.SECURITYSUITE.6.2v1 pour Microsoft 365, GWS.GMAIL.18.1v1 et 18.2v1 pour Google Workspace). Les expéditeurs précis y sont admis. Si votre entreprise autorise tout de même des domaines, inscrivez aircall.io et notify.aircall.io, tous deux avec authentification.",
  },
  links: [
    "Exemptez ces hôtes de la réécriture des liens : {hosts}. Un lien réécrit rend inutilisable le bouton de l'invitation d'Aircall ; le code même n'a besoin d'aucun lien.",
    "*.awstrack.me sert à tous les clients d'Amazon SES. Si c'est trop large pour vous, limitez l'exemption au temps d'accepter les invitations.",
  ],
  waitsFor: "D'abord",
  invitations: "invitations-to-resend.csv",
  openInvitations:
    "Ces invitations sont encore valables. Ne les renvoyez que si leurs utilisateurs ne les ont pas acceptées le jour où le lien expire :",
  until: "Lien valable jusqu'au",
  message: {
    subject: "Aircall : préparez-vous à la connexion avec un code",
    lines: [
      "Bonjour,",
      "Aircall met en place l'authentification multifacteur adaptative (MFA). Lorsqu'une connexion paraît inhabituelle, Aircall envoie un code à six chiffres à votre adresse e-mail, et vous le saisissez pour entrer. Merci de régler dès maintenant ces points :",
      "1. Si vous avez une invitation d'Aircall, acceptez-la : ouvrez l'e-mail de noreply@notify.aircall.io et cliquez sur son bouton. Si vous ne le trouvez pas, regardez dans le courrier indésirable. S'il ne fonctionne plus, dites-le-nous : vous serez réinvité.",
      "2. Si vous utilisez Aircall sur un téléphone, mettez à jour l'application mobile : {ios} ou ultérieure, {android} ou ultérieure. Si c'est votre propre téléphone, indiquez-nous sa version.",
      "3. Vérifiez que votre boîte de réception dispose d'un espace de stockage suffisant.",
      "4. Votre adresse dans Aircall doit n'être qu'à vous. Si c'est une adresse e-mail partagée, dites-le-nous.",
      "Ne transmettez jamais un code à personne.",
      "Questions : [nom et adresse de votre assistance]",
    ],
  },
};
