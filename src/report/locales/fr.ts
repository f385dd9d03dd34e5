/** French. */
import { assumptions } from "../../mailflow/aircall";
import { anyRecipient } from "../../mailflow/exchange/mailbox/recipient-type";
import { type Finding, type FindingDetails, fillIn } from "../../mailflow/finding";
import type { Certainty, Outcome } from "../../mailflow/outcome";
import { assumptionTexts } from "./fr-assumptions";
import { translate } from "./fr-details";
import { explanation } from "./fr-explanation";
import { findings } from "./fr-findings";
import { words } from "./fr-words";
import { spaced, withFrenchSpaces } from "./french-spaces";
import type { Locale } from "./locale";

/** How "the mail is …" goes on. */
const outcomes: Readonly<Record<Outcome, string>> = {
  inbox: "remis",
  junk: "placé dans le courrier indésirable",
  quarantined: "mis en quarantaine",
  rejected: "rejeté",
  deleted: "supprimé",
  redirected: "redirigé vers une autre personne",
  held: "retenu en attente d'approbation",
  "left-tenant": "acheminé hors du locataire",
  moved: "déplacé hors de la boîte de réception",
};

const whens: Readonly<Record<Certainty, string>> = {
  certain: "quel que soit son texte",
  likely: "avec un texte qu'Aircall peut écrire",
  "content-dependent": "avec un texte qu'Aircall n'écrit guère",
};

/** Names the administrator gave stay as they are. */
const isGiven = (name: string, value: string): boolean =>
  ["rule", "policy", "connector", "entry", "scl", "subject"].includes(name) && value !== anyRecipient;

const detailsOf = ({ details, outcome, certainty }: Finding): FindingDetails => ({
  ...Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, isGiven(name, value) ? value : translate(value)]),
  ),
  ...(outcome === undefined || details.outcome === undefined ? {} : { outcome: outcomes[outcome] }),
  ...(certainty === undefined || details.when === undefined ? {} : { when: whens[certainty] }),
});

const names = new Map(
  Object.entries(assumptions).map(([name, { id }]) => [id as string, name as keyof typeof assumptions]),
);

export const fr: Locale = {
  name: "fr",
  words,
  explanation: spaced(explanation),
  finding: (finding) => {
    const { message, fix } = findings[finding.code];
    const details = detailsOf(finding);
    return {
      message: fillIn(withFrenchSpaces(message), details),
      fix: fillIn(withFrenchSpaces(fix), details),
    };
  },
  template: (code) => findings[code],
  assumption: ({ id, text }) => {
    const name = names.get(id);
    return name === undefined ? text : withFrenchSpaces(assumptionTexts[name]);
  },
  cause: (cause) => withFrenchSpaces(translate(cause)),
};
