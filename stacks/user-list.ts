/** The Aircall users in a file: whose mail must arrive, who else there is, and how ready they all are. */
import { type NoticeGroup, noticeDefinitions } from "../src/readiness/inputs/notice";
import { type ReadFiles, readFiles } from "../src/readiness/inputs/read-files";
import type { UnusableRow } from "../src/readiness/inputs/unusable";
import { join } from "../src/readiness/join";
import { isInScope, scopeOf } from "../src/readiness/scope";
import { ConfigurationError, type ExchangeConfiguration, namespace } from "./configuration";
import {
  fileProblem,
  type ProjectFile,
  pathsOf,
  projectFile,
  projectFiles,
  readingFiles,
} from "./project-files";
import { type ReadinessOutput, readinessOutput } from "./readiness";

/** What a file of users says to a stack. */
export interface UserList {
  /** An address for each person who may be asked for a code, the same one twice where two people have it. */
  readonly recipients: readonly string[];
  /** Addresses of the people who never are. */
  readonly otherUsers: readonly string[];
  readonly readiness: ReadinessOutput;
  /** What could not be understood, and is taken for unknown. */
  readonly warnings: readonly string[];
}

/** Of many wrong rows so many are told. */
const mostRows = 5;

const lineOf = ({ source }: UnusableRow): string => (source.kind === "line" ? `line ${source.line}` : "");

/** A row that names nobody may stand for somebody whose mail must arrive: it is never left out in silence. */
const assertUsable = (file: ProjectFile, rows: readonly UnusableRow[]): void => {
  if (rows.length === 0) return;
  const told = rows.slice(0, mostRows).map((row) =>
    fileProblem(file, {
      place: lineOf(row),
      found: row.found,
      expected:
        row.found === "more values than columns"
          ? "no more values than the header line has columns: write one that holds a delimiter in quotes"
          : "one e-mail address",
    }),
  );
  const rest = rows.length - told.length;
  throw new ConfigurationError([...told, ...(rest > 0 ? [`And ${rest} more rows.`] : [])]);
};

/**
 * People by whether they may be asked for a code (aircall.md 1.1), as readiness has it: out of scope is only whoever
 * surely signs in through the company and surely is an agent. Their mail is not judged, and their quotas are left alone:
 * many of them have no mailbox at all. Somebody whose login or role is not known may be asked, so mail must reach them.
 */
const peopleIn = (
  file: ProjectFile,
  users: NonNullable<ReadFiles["users"]>,
): Pick<UserList, "recipients" | "otherUsers"> => {
  const people = join({ users }).map((person) => ({
    email: person.email,
    mayBeAsked: isInScope(scopeOf(person)),
  }));
  const recipients = people.filter(({ mayBeAsked }) => mayBeAsked).map(({ email }) => email);
  // Every account has an owner, who is asked. Without recipients, every mailbox would count.
  if (recipients.length === 0)
    throw new ConfigurationError([
      fileProblem(file, {
        found: `${people.length} users who are agents and sign in through the company, so that nobody is ever asked for a code`,
        expected: "all users of the Aircall account, its owner among them",
      }),
    ]);
  return {
    recipients,
    otherUsers: people.filter(({ mayBeAsked }) => !mayBeAsked).map(({ email }) => email),
  };
};

/** One line for each file. What exactly it was, `ready` tells: a log is not to hold people. */
const warningsOf = (files: readonly ProjectFile[], notices: readonly NoticeGroup[]): readonly string[] =>
  files.flatMap(({ key, written, path }) => {
    const count = notices
      .filter(({ code }) => noticeDefinitions[code].severity !== "information")
      .filter(({ examples: [first] }) => first?.source.kind === "line" && first.source.file === path)
      .reduce((sum, notice) => sum + notice.count, 0);
    if (count === 0) return [];
    const what = count === 1 ? "1 value or row was" : `${count} values or rows were`;
    return [
      `${namespace}:exchange.${key}: ${written}: ${what} not understood and count as unknown; \`npx aircall-mailflow ready\` names them.`,
    ];
  });

/**
 * Reads the file in `users` and what is declared beside it.
 *
 * @param folder that of Pulumi.yaml.
 * @throws ConfigurationError
 */
export const readUserList = async (
  configuration: ExchangeConfiguration & { readonly users: string },
  folder: string,
  now: Date,
): Promise<UserList> => {
  const users = projectFile(folder, "users", configuration.users);
  const [devices, mailboxes, directory] = [
    projectFiles(folder, "devices", configuration.devices),
    projectFiles(folder, "mailboxes", configuration.mailboxes),
    projectFiles(folder, "directory", configuration.directory),
  ];
  const files = [users, ...devices, ...mailboxes, ...directory];
  const read = await readingFiles(files, () =>
    readFiles({
      users: users.path,
      devices: pathsOf(devices),
      mailboxes: pathsOf(mailboxes),
      directory: pathsOf(directory),
    }),
  );
  assertUsable(users, read.unusable);
  return {
    ...peopleIn(users, read.users ?? []),
    readiness: await readinessOutput(read, configuration, folder, now),
    warnings: warningsOf(files, read.notices),
  };
};
