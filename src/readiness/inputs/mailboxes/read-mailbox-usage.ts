/** How full mailboxes are, against the limit that stops incoming mail (aircall.md 4.3). */
import type { Size } from "../../../mailflow/size";
import type { MailboxUsage } from "../../facts";
import { readAnswer } from "../answers";
import { shownValue } from "../notice-log";
import { type Reading, type ReadOptions, type RowContext, readTable, requireFacts } from "../read-table";
import { sizeReader } from "../sizes";
import { type MailboxField, type MailboxFormat, mailboxFormats } from "./formats";

export const expectedMailboxes =
  "a CSV file of mailbox usage: Microsoft's report, gam report users, or a list with the columns Email, Used, Limit";

export interface MailboxList extends Reading {
  /** `"concealed"`: the report hides names behind hashes. */
  readonly mailboxes: readonly MailboxUsage[] | "concealed";
}

type Context = RowContext<MailboxField, MailboxFormat>;

interface Draft {
  readonly line: number;
  readonly email: string;
  readonly used: string;
  readonly limit: string;
}

/** Microsoft writes a hash in place of each name. */
const isHash = (text: string): boolean => /^[0-9a-f]{32}$/iu.test(text);

const megabyte = 1024 ** 2;

type ReadCell = (text: string, column: string, line: number) => Size | undefined;

const sizeCell = ({ table, log, at }: Context, drafts: readonly Draft[]): ReadCell => {
  const { sizes } = table.format;
  const read = sizeReader(drafts.flatMap(({ used, limit }) => [used, limit]));
  const plain = (text: string): Size | "unreadable" => {
    const size = /^\d+$/u.test(text) ? Number(text) * (sizes === "megabytes" ? megabyte : 1) : Number.NaN;
    return Number.isSafeInteger(size) ? size : "unreadable";
  };
  return (text, column, line) => {
    if (text === "") return undefined;
    const size = sizes === "written" ? read(text) : plain(text);
    if (typeof size === "number" || size === "unlimited") return size;
    log.add(`size-${size}`, at(line), { column, value: shownValue(text) });
    return undefined;
  };
};

/** No mailbox has room for nothing: where nothing is the limit, it is not known. Google writes 0 or -1 where storage is pooled. */
const isNoLimit = (text: string): boolean => /^(?:0+|-1)$/u.test(text);

const mailboxesOf = (context: Context, drafts: readonly Draft[]): readonly MailboxUsage[] => {
  const { table, log, at } = context;
  const size = sizeCell(context, drafts);
  const [usedColumn, limitColumn] = [table.header("used"), table.header("limit")];
  const mailboxes = drafts.map(({ line, email, used, limit }) => {
    const read = size(used, usedColumn, line);
    return {
      email,
      // Nobody uses an unlimited amount.
      used: read === "unlimited" ? undefined : read,
      limit: isNoLimit(limit) ? undefined : size(limit, limitColumn, line),
      source: at(line),
    };
  });
  if (table.format.mayBePooled === true && mailboxes.some(({ limit }) => limit !== undefined))
    log.add("limit-may-be-pooled", at(table.headerLine), { column: limitColumn });
  return mailboxes;
};

interface Collected {
  readonly drafts: Draft[];
  mailboxes: readonly MailboxUsage[];
  hashes: number;
}

const mailboxReader = (context: Context, collected: Collected) => {
  const { table, log, at } = context;
  const { drafts } = collected;
  const [used, limit, isDeleted] = [table.cell("used"), table.cell("limit"), table.cell("isDeleted")];
  const name = table.cell("signInName");
  let deleted = 0;
  return {
    take: (cells: readonly string[], line: number): void => {
      if (readAnswer(isDeleted(cells)) === true) {
        deleted += 1;
        return;
      }
      if (table.format.mayConceal === true && isHash(name(cells))) {
        collected.hashes += 1;
        return;
      }
      const email = context.address(cells, line);
      if (email !== undefined) drafts.push({ line, email, used: used(cells), limit: limit(cells) });
    },
    end: (): void => {
      const header = at(table.headerLine);
      if (deleted > 0) log.add("mailboxes-deleted", header, { number: String(deleted) });
      if (collected.hashes > 0) log.add("names-concealed", header, { column: table.header("signInName") });
      collected.mailboxes = mailboxesOf(context, drafts);
    },
  };
};

/**
 * How full the mailboxes in a CSV file are.
 *
 * @throws InputError where the file is none of the known tables, or no row names an address or its hash.
 */
export const readMailboxUsage = async (file: string, options: ReadOptions = {}): Promise<MailboxList> => {
  const collected: Collected = { drafts: [], mailboxes: [], hashes: 0 };
  const { notices, unusable } = await readTable<MailboxField, MailboxFormat>(
    {
      file,
      expected: expectedMailboxes,
      formats: mailboxFormats,
      begin: (context) => mailboxReader(context, collected),
    },
    options,
  );
  const { mailboxes, hashes } = collected;
  if (mailboxes.length === 0 && hashes > 0) return { mailboxes: "concealed", notices, unusable };
  requireFacts(file, mailboxes.length, unusable);
  return { mailboxes, notices, unusable };
};
