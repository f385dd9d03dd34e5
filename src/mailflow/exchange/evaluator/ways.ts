/** A message on its way through the stages: what became of it so far, and the open questions answered to get here. */
import type { Message } from "../../message";
import type { Scope } from "../../outcome";
import type { Setting } from "../precedence";
import type { ExchangeTenant, Recipient } from "../tenant";
import type { Ending, TraceStep } from "../trace";
import { initialState, type RuleState, stateKey } from "../transport-rules/state";
import type { Truth } from "./truth";

/** A setting that allows or blocks this message, and which entry or rule it is. */
export interface Covering {
  readonly setting: Setting;
  readonly by: string;
}

export interface Mail {
  readonly state: RuleState;
  readonly settings: readonly Covering[];
  readonly when: readonly string[];
}

/** What a stage makes of one mail: it goes on in some ways and ends in others. */
export interface Ways {
  readonly goesOn: readonly Mail[];
  readonly ends: readonly Ending[];
}

/** What every stage can look at. */
export interface Place {
  readonly tenant: ExchangeTenant;
  readonly message: Message;
  readonly recipient: Recipient | undefined;
  readonly asOf: Date;
  readonly scope: Scope;
  /** Whether somebody reads the trace; conditions are told one by one only then. */
  readonly isTraced: boolean;
  readonly note: (mail: Mail, step: TraceStep) => void;
}

export type StageOfMail = (mail: Mail, place: Place) => Ways;

export const arrived: Mail = { state: initialState, settings: [], when: [] };

export const ends = (mail: Mail, ending: Omit<Ending, "bypassed" | "when"> & Partial<Ending>): Ending => ({
  bypassed: false,
  ...ending,
  ...(mail.when.length === 0 ? {} : { when: mail.when }),
});

export const goesOn = (...mails: readonly Mail[]): Ways => ({ goesOn: mails, ends: [] });

export const allWays = (ways: readonly Ways[]): Ways => ({
  goesOn: ways.flatMap((one) => one.goesOn),
  ends: ways.flatMap((one) => one.ends),
});

/** The mail where an open question is answered so. */
export const supposing = (mail: Mail, answer: string): Mail => ({ ...mail, when: [...mail.when, answer] });

export const coveredBy = (mail: Mail, setting: Setting, by: string): Mail => ({
  ...mail,
  settings: [...mail.settings, { setting, by }],
});

/** One way where the answer is known, both where it is not. */
export const bothWays = (
  mail: Mail,
  answer: Truth,
  question: string,
  yes: (mail: Mail) => Ways,
  no: (mail: Mail) => Ways,
): Ways => {
  if (answer !== undefined) return answer ? yes(mail) : no(mail);
  return allWays([yes(supposing(mail, question)), no(supposing(mail, `not: ${question}`))]);
};

/** Two entries of one kind do what one does (exchange-online.md 3.4), so only the kinds tell mails apart. */
const keyOf = ({ state, settings }: Mail): string =>
  `${stateKey(state)} ${[...new Set(settings.map(({ setting }) => setting))].sort().join()}`;

/** Mails no later stage can tell apart, as one. What they supposed alike remains supposed. */
export const merged = (mails: readonly Mail[]): readonly Mail[] => {
  if (mails.length < 2) return mails;
  const byKey = new Map<string, Mail>();
  for (const mail of mails) {
    const other = byKey.get(keyOf(mail));
    const when = other === undefined ? mail.when : other.when.filter((answer) => mail.when.includes(answer));
    byKey.set(keyOf(mail), { ...mail, when });
  }
  return [...byKey.values()];
};

/** Most ways that are followed side by side. */
export const wayLimit = 48;

/** Every mail through one stage. */
export const through = (stage: StageOfMail, mails: readonly Mail[], place: Place): Ways => {
  const ways = allWays(mails.map((mail) => stage(mail, place)));
  return { goesOn: merged(ways.goesOn), ends: ways.ends };
};
