/** French words of a comparison. */
import { fillIn } from "../../mailflow/finding";
import type { DifferenceWords } from "./words";

/** Reasons with a budget or a rule in them, and those without. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/^mail comes in by another way than before$/u, "le courrier arrive par un autre chemin qu'avant"],
  [
    /^the budget "(?<budget>.+)" ran out at the rule "(?<rule>.+)"$/u,
    "le budget « {budget} » est épuisé à la règle « {rule} »",
  ],
  [
    /^the verdict grew worse, and no message was found that shows why$/u,
    "le verdict est moins bon, et aucun message trouvé ne montre pourquoi",
  ],
  [
    /^the verdict grew worse, and recipients that only one of the two holds were not compared$/u,
    "le verdict est moins bon, et les destinataires présents d'un seul côté n'ont pas été comparés",
  ],
  [
    /^the two semantics disagree about a message; this is a defect of the verifier$/u,
    "les deux sémantiques se contredisent sur un message, ce qui est un défaut du vérificateur",
  ],
];

export const words: DifferenceWords = {
  verdict: { 0: "RIEN N'A EMPIRÉ", 1: "PIRE", 3: "MOINS SÛR" },
  verdictSays: {
    0: "après le changement, aucun e-mail Aircall n'est moins bien traité, et aucun e-mail falsifié ne l'est mieux",
    1: "après le changement, des e-mails Aircall qui n'étaient pas bloqués le sont, ou des e-mails falsifiés échappent au filtre",
    3: "le changement fait perdre une garantie, ou laisse indéterminé ce qui ne l'était pas",
  },
  kind: {
    "newly-blocked": "désormais bloqué",
    "no-longer-blocked": "plus bloqué",
    "newly-guaranteed": "désormais garanti",
    "no-longer-guaranteed": "plus garanti",
    "newly-too-wide": "désormais trop large",
    "no-longer-too-wide": "plus trop large",
    "newly-undecided": "désormais indéterminé",
    "no-longer-undecided": "plus indéterminé",
  },
  subject: { delivery: "Courrier de {sender}", narrowness: "Courrier falsifié au nom de {sender}" },
  everySender: "chaque expéditeur Aircall",
  fares: "{subject}\u00a0: avant le changement, il {before}\u00a0; après, il {after}.",
  nowOpen: {
    delivery: "{subject}\u00a0: impossible de dire si le changement le dessert, car {because}.",
    narrowness:
      "{subject}\u00a0: impossible de dire si le changement le laisse échapper au filtre anti-spam, car {because}.",
  },
  noLongerOpen:
    "{subject}\u00a0: ce qui était indéterminé, car {because}, ne l'est plus après le changement\u00a0: il {after}.",
  noLonger: "Ce n'est plus le cas\u00a0: {message}",
  fate: {
    guaranteed: "arrive dans la boîte de réception, quoi que dise l'analyse de Microsoft",
    "left-to-classifier": "dépend de l'analyse de Microsoft",
    blocked: "finit {outcome}{by}",
    undecided: "peut être mieux traité qu'avant",
    "past-the-filter": "échappe au filtre anti-spam",
    filtered: "n'échappe pas au filtre anti-spam",
  },
  byRule: " (règle de flux de messagerie «\u00a0{rule}\u00a0»)",
  byStage: " ({stage})",
  through: "Par",
  shownBy: "Preuve",
  replayed: "un e-mail rejoué avant et après le changement",
  before: "Avant",
  after: "Après",
  delivery: "Arrivée",
  forgedMail: "E-mails falsifiés",
  nothingFares: "Aucun e-mail n'est traité autrement.",
  rules: "Règles de flux de messagerie modifiées",
  ruleLine: "La règle de flux de messagerie «\u00a0{rule}\u00a0» {edits}\u00a0: {effect}.",
  edit: {
    added: "a été ajoutée",
    removed: "a été supprimée",
    moved: "a été déplacée",
    enabled: "a été activée",
    disabled: "a été désactivée",
    renamed: "a été renommée en «\u00a0{to}\u00a0»",
    changed: "a été modifiée ({parameters})",
  },
  and: " et ",
  effect: {
    none: "sans effet",
    "none-now": "sans effet à cette date",
    changes: "des e-mails sont traités autrement",
    "not-settled": "son effet est indéterminé, car un budget est épuisé",
  },
  see: " (voir {places})",
  parts: "Autres parties qui diffèrent",
  onlyBefore: "Destinataires présents avant seulement",
  onlyAfter: "Destinataires présents après seulement",
  missing: "Utilisateurs absents des deux côtés",
  later: "Le verdict changera, ce qui n'était pas prévu avant",
  asOf: "au {date}",
  reason: (because) => {
    for (const [english, french] of reasons) {
      const found = english.exec(because);
      if (found !== null)
        return fillIn(french, { ...found.groups }).replace(/« | »/gu, (mark) => mark.replace(" ", "\u00a0"));
    }
    return undefined;
  },
};
