/** French words of a readiness report, in the terms of Aircall's French guide. */

import { spaced } from "../../locales/french-spaces";
import { accountReasons } from "./fr-account-reasons";
import { mailReasons } from "./fr-mail-reasons";
import { notices, unusable } from "./fr-notices";
import { steps } from "./fr-steps";
import { tickets } from "./fr-tickets";
import type { ReadinessWords } from "./words";

const number = (count: number): string => count.toLocaleString("fr-FR");
/** Nothing, and one, are singular. */
const counted = (count: number, one: string, many: string): string =>
  `${number(count)} ${count < 2 ? one : many}`;

const units = { B: "octets", KB: "Ko", MB: "Mo", GB: "Go", TB: "To" } as const;

export const words: ReadinessWords = spaced({
  language: "fr",
  reasons: { ...accountReasons, ...mailReasons },
  notices,
  steps,
  tickets,
  unusable,
  overall: { yes: "PRÊT", no: "PAS PRÊT", unknown: "INDÉTERMINÉ" },
  headline: ({ inScope, ready, notReady, unknown }) => {
    if (inScope === 0) return "aucun utilisateur n'est concerné";
    const others = [
      ...(notReady === 0 ? [] : [`${number(notReady)} ${notReady < 2 ? "ne l'est pas" : "ne le sont pas"}`]),
      ...(unknown === 0 ? [] : [counted(unknown, "est indéterminé", "sont indéterminés")]),
    ];
    const first = `${counted(ready, "utilisateur", "utilisateurs")} sur ${number(inScope)} ${ready < 2 ? "est prêt" : "sont prêts"}`;
    return [first, ...others].join("\u00a0; ");
  },
  asOf: (date) => `au ${date}`,
  outOfScope: (count) =>
    `${counted(count, "utilisateur n'est pas concerné", "utilisateurs ne sont pas concernés")} (authentification unique, sans rôle privilégié)`,
  masked: "adresses et noms masqués",
  ready: { yes: "prêt", no: "pas prêt", unknown: "indéterminé" },
  notConcerned: "pas concerné",
  verdict: { pass: "réussi", fail: "échec", unknown: "indéterminé" },
  check: {
    "own-address": "Adresse e-mail unique",
    "invitation-accepted": "Invitation acceptée",
    "app-version": "Version de l'application mobile",
    "mailbox-space": "Espace de stockage",
    "mail-allowed": "Aircall sur liste blanche",
    "links-not-rewritten": "Liens non réécrits",
    "accepts-outside-senders": "E-mails de l'extérieur acceptés",
  },
  owner: {
    "mail-admin": "administrateur de la messagerie",
    "aircall-admin": "administrateur Aircall",
    "device-admin": "gestion des appareils",
    user: "l'utilisateur",
  },
  scope: {
    "password-login": "se connecte avec un mot de passe",
    "login-unknown": "mode de connexion inconnu",
    privileged: "rôle privilégié",
    "role-unknown": "rôle inconnu",
    "single-sign-on": "authentification unique, sans rôle privilégié : pas concerné",
  },
  because: {
    "no-rewriting": "aucune stratégie ne les réécrit",
    spared: "la stratégie qui réécrit les liens les épargne",
    "not-read": "les stratégies qui réécrivent les liens n'ont pas été lues",
    "gateway-in-front": "une passerelle devant la messagerie peut les réécrire",
    "policy-unknown": "une stratégie n'est pas comprise",
    "recipient-unknown": "la stratégie qui vaut pour ce destinataire n'est pas connue",
  },
  label: {
    title: "Préparation à la MFA adaptative d'Aircall",
    email: "E-mail",
    name: "Nom",
    user: "Utilisateur",
    ready: "Prêt",
    check: "Vérification",
    verdict: "Résultat",
    reason: "Pourquoi",
    action: "Que faire",
    owner: "Qui s'en charge",
    evidence: "Preuve",
    checks: "Par vérification",
    notReady: "Qui n'est pas prêt",
    everybody: "Pour tous",
    plan: "Que faire, dans cet ordre",
    notices: "Au sujet des données",
  },
  warning: "avertissement",
  colon: " : ",
  semicolon: " ; ",
  notKnown: "quantité inconnue",
  empty: "(vide)",
  and: " et ",
  line: (line) => `ligne ${line}`,
  lines: (lines) => `lignes ${lines}`,
  more: (count) => counted(count, "autre", "autres"),
  after: (steps) => `après ${steps}`,
  unusableRows: (count) =>
    `${counted(count, "ligne ne nomme personne et ne peut être jugée", "lignes ne nomment personne et ne peuvent être jugées")}`,
  nobody: "la liste ne nomme personne",
  times: (count) => `${number(count)} fois`,
  quoted: (text) => `«\u00a0${text}\u00a0»`,
  moreFindings: (count) => `(et ${counted(count, "autre constat", "autres constats")})`,
  morePeople: (count) => `et ${counted(count, "autre utilisateur", "autres utilisateurs")}`,
  moreUsers: (count) =>
    `et ${counted(count, "autre utilisateur", "autres utilisateurs")}\u00a0: --format csv les donne tous`,
  people: (count) => counted(count, "utilisateur", "utilisateurs"),
  nobodyOpen: "Tous les utilisateurs concernés sont prêts.",
  number,
  value: (value) =>
    value
      .replace(
        /(\d+)(?:\.(\d+))? ([KMGT]?B)\b/gu,
        (_, whole: string, part: string | undefined, unit: keyof typeof units) =>
          `${whole}${part === undefined ? "" : `,${part}`}\u00a0${units[unit]}`,
      )
      .replace(/\bunlimited\b/gu, "illimitée"),
  page: {
    search: "Rechercher",
    every: "tous",
    reset: "Tout afficher",
    count: "utilisateurs : {found} sur {all}",
    page: "page {page} sur {pages}",
    previous: "Précédent",
    next: "Suivant",
    open: "Ce qui manque",
    people: "Tous les utilisateurs",
    sortable: "Le titre d'une colonne trie selon elle.",
    needsScript:
      "Le tableau des utilisateurs demande JavaScript ; --format csv et --format json les donnent aussi.",
  },
  delimiter: ";",
} satisfies ReadinessWords as ReadinessWords);
