/** The journal of write calls: what was asked of the tenant and what became of it, also as JSON lines in a file. */
import { appendFile } from "node:fs/promises";

export interface JournalEntry {
  /** ISO moment. */
  readonly at: string;
  readonly cmdlet: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** `applied` changed the tenant, `unchanged` had nothing to change, `refused` and `forbidden` wrote nothing. */
  readonly outcome: "applied" | "unchanged" | "refused" | "forbidden";
  /** Why it was refused. */
  readonly error?: string;
}

export interface Journal {
  readonly add: (entry: JournalEntry) => Promise<void>;
  readonly entries: () => readonly JournalEntry[];
}

/** A journal in memory, and in `file` too where one is given. */
export const createJournal = (file: string | undefined): Journal => {
  const entries: JournalEntry[] = [];
  return {
    add: async (entry) => {
      entries.push(entry);
      if (file !== undefined) {
        await appendFile(file, `${JSON.stringify(entry)}\n`);
      }
    },
    entries: () => [...entries],
  };
};
