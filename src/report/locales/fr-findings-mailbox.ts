/** French text of the findings about one mailbox, with the same placeholders as the catalogue. */

// biome-ignore format: one finding, three lines
export const mailboxFindings = {
  "delivery-restricted": {
    message: "La boîte aux lettres refuse le courrier de {sender} ({setting}).",
    fix: "Videz {setting} sur la boîte aux lettres, ou faites-lui accepter un contact de messagerie pour {sender}.",
  },
  "delivery-by-contact": {
    message: "Un contact laisse passer {setting} au courrier de {sender} d'après son adresse De ; il n'est pas publié si le service compare plutôt l'expéditeur de l'enveloppe, qui en est un autre.",
    fix: "Videz {setting} sur la boîte aux lettres, ou faites l'essai avec un vrai message.",
  },
  "delivery-moderated": {
    message: "Le courrier de {sender} attend un modérateur ({setting}), et la demande expire après deux jours ; un code ne vit pas si longtemps.",
    fix: "Désactivez la modération de la boîte aux lettres, ou laissez un contact de messagerie pour {sender} y échapper.",
  },
  "delivery-restriction-unknown": {
    message: "On ne sait pas si la boîte aux lettres accepte le courrier de {sender} : {setting} nomme des contacts ou des groupes qui n'ont pas été lus.",
    fix: "Exportez aussi Get-MailContact et les membres des groupes.",
  },
  "mailbox-full": {
    message: "La boîte aux lettres a atteint ProhibitSendReceiveQuota ({limit}) : le courrier de {sender} est renvoyé.",
    fix: "Videz la boîte aux lettres, ou relevez son quota autant que la licence le permet.",
  },
  "mailbox-room-unknown": {
    message: "On ne sait pas s'il reste de la place dans la boîte aux lettres pour le courrier de {sender}, car {because}.",
    fix: "Donnez à la boîte aux lettres un quota propre et exportez-la avec Get-Mailbox et Get-MailboxStatistics.",
  },
  "mailbox-forwards": {
    message: "La boîte aux lettres transfère son courrier ({setting}) sans garder de copie : le courrier de {sender} n'y reste pas.",
    fix: "Mettez DeliverToMailboxAndForward à true, ou videz {setting}.",
  },
  "junk-sender-blocked": {
    message: "L'utilisateur bloque {entry} : le courrier de {sender} va dans le courrier indésirable malgré toute autorisation de l'organisation.",
    fix: "Retirez {entry} des expéditeurs bloqués de l'utilisateur.",
  },
  "junk-trusted-only": {
    message: "L'utilisateur n'admet que ses expéditeurs approuvés ({entry}) : le courrier de {sender} va dans le courrier indésirable.",
    fix: "Ajoutez les expéditeurs Aircall à ses expéditeurs approuvés, ou désactivez TrustedListsOnly.",
  },
  "junk-unknown": {
    message: "Impossible de dire si les paramètres de courrier indésirable de l'utilisateur ({entry}) déplacent le courrier de {sender}, car {because}.",
    fix: "Retirez {entry}, ou inscrivez les adresses Aircall elles-mêmes parmi les expéditeurs approuvés.",
  },
  "inbox-rule-moves": {
    message: "La règle de boîte de réception « {rule} » de l'utilisateur retire le courrier de {sender} de la boîte de réception ({outcome}), {when}.",
    fix: "Désactivez la règle de boîte de réception « {rule} », ou ajoutez-y une exception pour les expéditeurs Aircall.",
  },
  "inbox-rule-undecided": {
    message: "Impossible de dire si la règle de boîte de réception « {rule} » de l'utilisateur touche le courrier de {sender}, car {because}.",
    fix: "Examinez la règle de boîte de réception « {rule} », ou ajoutez-y une exception pour les expéditeurs Aircall.",
  },
  "recipient-outside": {
    message: "{entry} n'est pas une boîte aux lettres d'ici ({type}) : le courrier de {sender} quitte l'organisation.",
    fix: "Donnez à la personne sa propre boîte aux lettres, et utilisez cette adresse dans Aircall.",
  },
  "recipient-no-mailbox": {
    message: "{entry} ({type}) : on ne sait pas si le courrier de {sender} y parvient, car {because}.",
    fix: "Utilisez dans Aircall l'adresse de la boîte aux lettres propre d'une personne.",
  },
  "recipient-rejected": {
    message: "{entry} n'est l'adresse de personne dans ce locataire, dont le domaine fait autorité : le courrier de {sender} est rejeté à l'entrée (550 5.4.1).",
    fix: "Corrigez l'adresse dans Aircall, ou créez la boîte aux lettres.",
  },
} as const;
