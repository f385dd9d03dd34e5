/** French words of a trace. */
import type { ConditionName } from "../../mailflow/exchange/transport-rules/table";
import { conditionTexts } from "./fr-conditions";
import { phraseOf, standInOf } from "./fr-phrases";
import type { Clause, TraceWords } from "./words";

/** Which side of the organisation is said in the clause itself. */
const clauseOf = (name: ConditionName, expected: string): Clause => {
  const isScope = name === "FromScope" || name === "SentToScope";
  const says = conditionTexts[name];
  const side = expected === "NotInOrganization" ? "hors de l'organisation" : "dans l'organisation";
  return {
    says: isScope ? says.replace("dans l'organisation ou hors d'elle", side) : says,
    holdsValue: isScope,
  };
};

export const words: TraceWords = {
  ends: {
    inbox: "DANS LA BOÎTE DE RÉCEPTION",
    junk: "INDÉSIRABLE",
    quarantined: "EN QUARANTAINE",
    rejected: "REJETÉ",
    deleted: "SUPPRIMÉ",
    redirected: "REDIRIGÉ",
    held: "RETENU",
    "left-tenant": "ENVOYÉ AILLEURS",
    moved: "DÉPLACÉ",
    undecided: "INDÉTERMINÉ",
  },
  says: {
    inbox: "cet e-mail arrive dans la boîte de réception",
    junk: "cet e-mail finit dans le courrier indésirable",
    quarantined: "cet e-mail n'arrive pas\u00a0: il finit en quarantaine",
    rejected: "cet e-mail n'arrive pas\u00a0: il est rejeté",
    deleted: "cet e-mail n'arrive pas\u00a0: il est supprimé",
    redirected: "cet e-mail n'arrive pas\u00a0: une autre personne le reçoit",
    held: "cet e-mail n'arrive pas\u00a0: il attend une approbation",
    "left-tenant": "cet e-mail n'arrive pas\u00a0: il part vers un autre système de messagerie",
    moved: "cet e-mail arrive dans un autre dossier que la boîte de réception",
    undecided: "ce qui a été lu ne dit pas où cet e-mail finit",
  },
  saysStopped:
    "cet e-mail n'atteint pas la boîte de réception\u00a0; ce qu'il devient exactement reste ouvert",
  mail: "de {from} à {to}, objet «\u00a0{subject}\u00a0»",
  typicalMail: "un e-mail typique avec un code de connexion\u00a0; --eml FICHIER en prend un vrai",
  why: "Pourquoi",
  after: "Ce qui arrive",
  whatNow: "Tout de suite",
  fix: "Durablement",
  mayEnd: "Il peut finir",
  stepByStep: "Étape par étape",
  step: "étape {step}, {stage}",
  happens: {
    inbox:
      "L'e-mail est dans la boîte de réception (peut-être sous «\u00a0Autre\u00a0» dans la boîte de réception Prioritaire d'Outlook).",
    junk: "L'e-mail est dans le courrier indésirable. Personne n'est prévenu.",
    quarantined:
      "L'e-mail attend en quarantaine. Personne n'est prévenu, sauf si la stratégie de quarantaine envoie des notifications.",
    rejected: "Le serveur d'Aircall reçoit le refus. L'utilisateur n'est pas prévenu.",
    deleted: "L'e-mail a disparu. Ni l'expéditeur ni l'utilisateur ne sont prévenus.",
    redirected: "Une autre personne a l'e-mail, et le code qu'il contient. L'utilisateur n'est pas prévenu.",
    held: "Un modérateur doit approuver l'e-mail\u00a0; après deux jours la demande expire. L'utilisateur n'est pas prévenu.",
    "left-tenant": "Un autre système de messagerie a l'e-mail\u00a0; ce qu'il en fait ne se voit pas d'ici.",
    moved: "L'e-mail est dans un autre dossier. Personne n'est prévenu.",
    undecided: "Cela dépend de ce qui n'est pas connu ici.",
  },
  now: {
    inbox:
      "Si l'utilisateur ne voit rien\u00a0: cherchez «\u00a0aircall\u00a0» dans sa boîte, attendez quelques minutes, et comparez avec un suivi des messages.",
    junk: "Demandez à l'utilisateur de regarder dans le courrier indésirable et d'y marquer l'e-mail comme légitime.",
    quarantined:
      "Un administrateur le trouve et le libère dans le portail Defender, sous Quarantaine. Un code a pu expirer entre-temps\u00a0: demandez-en un nouveau à Aircall une fois la cause écartée.",
    rejected:
      "Il est perdu. Écartez la cause, puis demandez à l'utilisateur de réclamer un nouvel e-mail à Aircall.",
    deleted:
      "Il est perdu. Écartez la cause, puis demandez à l'utilisateur de réclamer un nouvel e-mail à Aircall.",
    redirected:
      "Écartez la cause, puis demandez à l'utilisateur de réclamer un nouvel e-mail à Aircall\u00a0; n'utilisez pas le code redirigé.",
    held: "Demandez au modérateur de l'approuver. Un code a pu expirer entre-temps\u00a0: écartez d'abord la cause.",
    "left-tenant": "Adressez-vous à qui exploite l'autre système, ou écartez la cause.",
    moved: "Demandez à l'utilisateur de regarder dans l'autre dossier et dans les règles de sa boîte.",
    undecided:
      "Comparez avec un suivi des messages, ou avec un vrai e-mail\u00a0: enregistrez-le en .eml et donnez-le à --eml.",
  },
  cure: {
    edge: "Corrigez l'adresse dans Aircall, ou relevez la limite de taille qui refuse l'e-mail.",
    connectors: "Vérifiez quelles connexions les connecteurs entrants acceptent pour les domaines d'Aircall.",
    "connection-filter": "Retirez l'adresse de la liste d'adresses IP bloquées.",
    "malware-filter": "Retirez les types d'image du filtre des pièces jointes courantes.",
    "transport-rules":
      "Placez la règle qui met Aircall sur liste blanche au-dessus de «\u00a0{rule}\u00a0», avec StopRuleProcessing, ou ajoutez à «\u00a0{rule}\u00a0» une exception pour les expéditeurs Aircall.",
    "tenant-allow-block-list": "Retirez l'entrée de la liste d'autorisation et de blocage du locataire.",
    "anti-spam":
      "Ajoutez la règle qui met Aircall sur liste blanche (expéditeurs exacts, dmarc=pass dans Authentication-Results, SCL -1, StopRuleProcessing, priorité 0), et retirez les adresses d'Aircall des listes de blocage de la stratégie.",
    "anti-phishing":
      "Ajoutez les expéditeurs Aircall aux expéditeurs et domaines approuvés de la stratégie anti-hameçonnage.",
    mailbox:
      "Examinez la boîte elle-même\u00a0: restrictions de remise, modération, transfert, liste d'indésirables, règles, espace.",
  },
  cureUnsureRule:
    "Placez la règle qui met Aircall sur liste blanche au-dessus de «\u00a0{rule}\u00a0», avec StopRuleProcessing.",
  when: "si {when}",
  rule: "la règle «\u00a0{rule}\u00a0»",
  ruleWithPriority: "la règle «\u00a0{rule}\u00a0» (priorité {priority})",
  matches: "s'applique",
  mayMatch: "s'applique peut-être",
  matchesNot: "ne s'applique pas",
  because: "car",
  colon: "\u00a0: ",
  always: "car elle n'a pas de condition",
  and: "et",
  exempt: "une exception est remplie",
  holdsNot: "il n'est pas vrai que",
  isOpen: "on ne sait pas si",
  found: "c'est {found}",
  foundNothing: "il n'y en a pas",
  does: "elle fait\u00a0: {actions}",
  thenEnds: "l'e-mail finit {outcome}",
  otherRules: "{count} autres règles ne s'appliquent pas",
  nothingStops: "rien n'arrête l'e-mail",
  notReached: "pas atteint",
  noRule: "aucune règle n'est en vigueur",
  unknownRecipient: "{address} n'est l'adresse d'aucun destinataire lu.",
  remember: "À savoir",
  limits: [
    "Ce qu'aucun locataire ne peut désactiver est laissé de côté\u00a0: programmes malveillants et hameçonnage de haute confiance.",
    "Un changement des règles de flux de messagerie met 30 minutes ou plus à agir.",
  ],
  condition: clauseOf,
  phrase: phraseOf,
  standIn: standInOf,
};
