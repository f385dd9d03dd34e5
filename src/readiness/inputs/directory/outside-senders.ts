/** Whether an object of the directory takes mail from outside, where its export tells (exchange-online.md 4.2). */
import { readAnswer } from "../answers";
import { shownValue } from "../notice-log";
import type { RowContext } from "../read-table";
import type { DirectoryField, DirectoryFormat } from "./formats";

type Context = RowContext<DirectoryField, DirectoryFormat>;

type Read = (cells: readonly string[], line: number) => boolean | undefined;

const stated = ({ table, log, at }: Context): Read => {
  const [cell, column] = [table.cell("acceptsOutside"), table.header("acceptsOutside")];
  return (cells, line) => {
    const text = cell(cells);
    const answer = readAnswer(text);
    if (text !== "" && answer === undefined)
      log.add("answer-unreadable", at(line), { column, value: shownValue(text) });
    return answer;
  };
};

/** A list of accepted senders refuses everybody else; only where it is known to be empty does it let outsiders in. */
const exchange = ({ table }: Context): Read => {
  const requires = table.cell("requiresSignedInSenders");
  const [hasList, list] = [table.has("acceptsOnlyFrom"), table.cell("acceptsOnlyFrom")];
  return (cells) => {
    const isRefused = readAnswer(requires(cells)) === true || list(cells) !== "";
    if (isRefused) return false;
    return readAnswer(requires(cells)) === false && hasList ? true : undefined;
  };
};

const postSettings: ReadonlyMap<string, boolean> = new Map([
  ["ANYONE_CAN_POST", true],
  ["ALL_IN_DOMAIN_CAN_POST", false],
  ["ALL_MEMBERS_CAN_POST", false],
  ["ALL_MANAGERS_CAN_POST", false],
  ["ALL_OWNERS_CAN_POST", false],
  ["NONE_CAN_POST", false],
]);

const googleGroup = ({ table }: Context): Read => {
  const whoCanPost = table.cell("whoCanPost");
  return (cells) => postSettings.get(whoCanPost(cells).toUpperCase());
};

/** @returns a reader; its `undefined` means not given. */
export const outsideSenders = (context: Context): Read => {
  if (context.table.has("whoCanPost")) return googleGroup(context);
  if (context.table.has("acceptsOutside")) return stated(context);
  return exchange(context);
};
