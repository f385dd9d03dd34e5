/** The smallest judged people that a report can be made of. */
import type { Answer, JudgedPerson, Person } from "../../../src/readiness/check";
import type { Source, UserEntry } from "../../../src/readiness/facts";
import { checkIds, type ReasonCode, reasonOf } from "../../../src/readiness/reasons";

export const lineOf = (line: number, file = "lists/users.csv"): Source => ({ kind: "line", file, line });

export const entryOf = (name: string, email: string, line: number): UserEntry => ({
  email,
  name,
  role: "agent",
  login: "password",
  invitation: "accepted",
  status: "Validated",
  invited: undefined,
  usesMobileApp: undefined,
  source: lineOf(line),
});

export const personOf = (name: string, email: string, line: number): Person => ({
  email,
  name,
  entries: [entryOf(name, email, line)],
  ownLines: [lineOf(line)],
  sharers: [],
  sharerCount: 0,
  devices: undefined,
  usage: undefined,
  directory: undefined,
  mail: undefined,
  links: undefined,
});

/** What passes each check where nothing else is said. */
const passes: Readonly<
  Record<(typeof checkIds)[number], readonly [ReasonCode, Readonly<Record<string, string>>]>
> = {
  "own-address": ["address-own", { type: "UserMailbox" }],
  "invitation-accepted": ["invitation-accepted", { status: "Validated" }],
  "app-version": ["app-new-enough", { apps: "iOS 8.10.0" }],
  "mailbox-space": ["space-enough", { used: "1 GB", limit: "50 GB" }],
  "mail-allowed": ["mail-proven", {}],
  "links-not-rewritten": ["links-intact", { because: "spared" }],
  "accepts-outside-senders": ["outside-accepted", {}],
};

/** Everybody passes but for the answers given; each answer has the line of the person as evidence. */
export const judgedOf = (
  person: Person,
  open: readonly (Partial<Answer> & Pick<Answer, "reason">)[] = [],
  more: Partial<JudgedPerson> = {},
): JudgedPerson => {
  const evidence = person.entries.map(({ source }) => source);
  const answers = checkIds.map((check): Answer => {
    const [reason, details] = passes[check];
    const given = open.find((answer) => reasonOf(answer.reason).check === check);
    return { evidence, ...(given === undefined ? { reason, details } : { details: {}, ...given }) };
  });
  const verdicts = answers.map(({ reason }) => reasonOf(reason).verdict);
  const notFailing = verdicts.includes("unknown") ? "unknown" : "yes";
  return {
    person,
    scope: "password-login",
    inScope: true,
    ready: verdicts.includes("fail") ? "no" : notFailing,
    answers,
    ...more,
  };
};
