/** French text of what the readers of inputs have to tell. */
import type { NoticeTexts, UnusableTexts } from "./notice-texts";

// biome-ignore format: one notice, one line
export const notices: NoticeTexts = {
  "columns-ignored": "des colonnes sans signification ici ont été laissées de côté : {columns}",
  "column-is-opening-hours": "la colonne « {column} » donne des heures d'ouverture, et non si une invitation est acceptée ; elle a été laissée de côté",
  "apps-left-out": "des lignes d'autres applications ont été laissées de côté : {number}",
  "mailboxes-deleted": "des boîtes de réception supprimées selon le relevé ont été laissées de côté : {number}",
  "names-concealed": "la colonne « {column} » masque les noms : on ne sait pas à qui sont ses chiffres",
  "limit-may-be-pooled": "la colonne « {column} » a été prise pour la limite de chaque boîte de réception ; si l'espace est commun à tous, ce peut être un autre chiffre",
  "role-unknown": "le rôle {value} (colonne « {column} ») n'est pas connu ici : l'utilisateur reste concerné",
  "login-unknown": "le mode de connexion {value} (colonne « {column} ») n'est pas connu ici : l'utilisateur reste concerné",
  "login-contradicted": "les colonnes « {column} » ({value}) et « {otherColumn} » ({otherValue}) se contredisent : le mode de connexion est tenu pour inconnu",
  "date-unreadable": "{value} (colonne « {column} ») n'est pas une date lisible : tenue pour inconnue ; écrivez-la sous la forme 2026-11-30",
  "date-ambiguous": "{value} (colonne « {column} ») peut commencer par le jour ou par le mois : tenue pour inconnue ; écrivez-la sous la forme 2026-11-30",
  "answer-unreadable": "{value} (colonne « {column} ») n'est ni oui ni non : tenu pour inconnu",
  "size-unreadable": "{value} (colonne « {column} ») n'est pas une taille lisible : tenue pour inconnue ; écrivez-la sous la forme 49.5 GB",
  "size-ambiguous": "{value} (colonne « {column} ») peut contenir un séparateur de milliers ou de décimales : tenue pour inconnue ; écrivez-la sous la forme 49.5 GB",
  "size-without-unit": "{value} (colonne « {column} ») est un nombre trop petit pour des octets : tenu pour inconnu ; écrivez aussi son unité",
  "version-is-build": "{value} (colonne « {column} ») est un numéro de build ; la version que les gens connaissent manque",
  "application-unreadable": "la colonne « {column} » ne contient pas d'application lisible",
  "kind-unknown": "le type {value} (colonne « {column} ») n'est pas connu ici",
  "aliases-unreadable": "la colonne « {column} » contient le type d'une liste au lieu d'adresses : les autres adresses ne sont pas connues ; exportez-les réunies en un texte",
  "users-not-at-aircall": "utilisateurs de la liste inconnus d'Aircall : {number} ; la liste est plus ancienne, ou une adresse est mal saisie",
  "users-not-in-list": "utilisateurs connus d'Aircall et absents de la liste : {number} ; on ne sait pas s'ils ont accepté leur invitation",
  "aircall-incomplete": "Aircall a donné {read} utilisateurs et en compte {total} : quelqu'un manque peut-être ici",
  "row-unusable": "des lignes ne nomment personne et ne peuvent être jugées (colonne « {column} » : {found}) ; il peut s'agir de quelqu'un qui n'est pas prêt",
};

export const unusable: UnusableTexts = {
  nothing: "rien",
  "no e-mail address": "pas d'adresse e-mail",
  "more values than columns": "plus de valeurs que de colonnes",
};
