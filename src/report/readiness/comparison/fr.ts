/** French words of a comparison of two readiness runs. */
import type { ComparisonWords } from "./words";

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString("fr-FR")} ${count < 2 ? one : many}`;

export const words: ComparisonWords = {
  verdict: { "fell-back": "RECUL", better: "MIEUX", worse: "MOINS BIEN", same: "INCHANGÉ" },
  headline: ({ becameReady, fellBack, unchanged }) =>
    [
      counted(becameReady.length, "est devenu prêt", "sont devenus prêts"),
      counted(fellBack.length, "a reculé", "ont reculé"),
      counted(unchanged, "inchangé", "inchangés"),
    ].join("\u00a0; "),
  between: "du {before} au {after}",
  title: {
    fellBack: "Ont reculé",
    worsened: "Vérifications moins bonnes",
    newlyConcerned: "Désormais concernés",
    added: "Nouveaux dans la liste",
    becameReady: "Devenus prêts",
    improved: "Vérifications meilleures",
    noLongerConcerned: "Plus concernés",
    removed: "Disparus de la liste",
  },
};
