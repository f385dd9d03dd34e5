/** Aircall's roles in the languages of its guide. A role that is not here is unknown, which keeps its user in scope. */
import type { Role } from "../../facts";
import { type PhraseTable, phraseReader } from "../phrases";

export const roleWords = {
  owner: ["owner", "account owner", "propriétaire", "propietario", "propietaria", "Inhaber", "Inhaberin"],
  admin: [
    ...["admin", "administrator", "administrateur", "administratrice"],
    ...["administrador", "administradora", "Administratorin"],
  ],
  supervisor: ["supervisor", "superviseur", "superviseuse", "supervisora", "Supervisorin"],
  agent: ["agent", "agente", "Agentin"],
} as const satisfies PhraseTable<Role>;

export const readRole = phraseReader<Role>(roleWords);
