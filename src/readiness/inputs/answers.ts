/** Yes and no in the languages of Aircall's guide. */
import { phraseReader } from "./phrases";

const answer = phraseReader({
  yes: ["yes", "y", "true", "1", "oui", "o", "vrai", "sí", "s", "verdadero", "ja", "j", "wahr"],
  no: ["no", "n", "false", "0", "non", "faux", "falso", "nein", "falsch"],
});

/** @returns `undefined` where a text is neither. */
export const readAnswer = (text: string): boolean | undefined => {
  const found = answer(text);
  return found === undefined ? undefined : found === "yes";
};
