/** French words of an evidence report. */
import type { EvidenceWords } from "./words";

export const words: EvidenceWords = {
  verdict: {
    contradicted: "CONTREDIT",
    stopped: "ARRÊTÉ",
    confirmed: "CONFIRMÉ",
    nothing: "AUCUN INDICE",
  },
  says: {
    contradicted: "de vrais e-mails n'ont pas fini comme le dit le verdict",
    stopped: "de vrais e-mails au nom d'Aircall n'ont pas atteint la boîte de réception",
    confirmed: "de vrais e-mails ont fini comme le dit le verdict",
    nothing: "le suivi des messages ne dit rien pour ou contre le verdict",
  },
  decided: "verdict actuel\u00a0: {verdict}",
  counted: "{rows} lignes d'e-mails Aircall examinées, {other} autres lignes laissées de côté",
  judgement: {
    "contradicts-proven": "CONTREDIT le verdict",
    "contradicts-block": "CONTREDIT le verdict",
    "shows-stop": "a été arrêté",
    confirms: "confirme",
    "tells-nothing": "ne dit rien",
  },
  arrival: { delivered: "remis", junk: "spam", stopped: "arrêtés", open: "ouverts" },
  perPair: "Par utilisateur et expéditeur",
  user: "utilisateur",
  sender: "expéditeur",
  decidedAs: "verdict d'alors",
  shows: "le suivi",
  notRead: "non lu",
  morePairs: "et {count} de plus (--format json les donne)",
  unseen: "Aucun e-mail dans ce suivi pour {users}.",
  addresses: "Les e-mails remis venaient de {addresses}.",
  remember: "À savoir",
  limits: [
    "Delivered comprend aussi le courrier indésirable et les règles de boîte de réception\u00a0; FilteredAsSpam est ce que le filtre a marqué.",
    "Chaque e-mail est comparé aux paramètres de l'export, au moment de son arrivée\u00a0: une règle changée depuis explique une différence, et un changement met 30 minutes ou plus à agir.",
    "Un suivi ne dit pas si un e-mail était authentique\u00a0: un e-mail falsifié au nom d'Aircall est arrêté à juste titre.",
    "Il n'est pas publié si un suivi nomme l'adresse De ou celle de l'enveloppe\u00a0; les deux sont reconnues.",
  ],
};
