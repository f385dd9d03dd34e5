/** Judges people: every check of each, who is concerned, and who is ready. */
import type { Answer, Check, JudgedPerson, Person, Readiness } from "./check";
import { acceptsOutsideSenders } from "./checks/accepts-outside-senders";
import { appVersion } from "./checks/app-version";
import { invitationAccepted } from "./checks/invitation-accepted";
import { linksNotRewritten } from "./checks/links-not-rewritten";
import { mailAllowed } from "./checks/mail-allowed";
import { mailboxSpace } from "./checks/mailbox-space";
import { ownAddress } from "./checks/own-address";
import type { LoginMethod } from "./facts";
import { type CheckId, checkIds, reasonOf } from "./reasons";
import { isInScope, scopeOf } from "./scope";

export interface JudgeOptions {
  readonly asOf: Date;
  /** How people sign in of whom the list does not tell; unknown where absent. */
  readonly defaultLogin?: LoginMethod | undefined;
}

const checks: Readonly<Record<CheckId, Check>> = {
  "own-address": ownAddress,
  "invitation-accepted": invitationAccepted,
  "app-version": appVersion,
  "mailbox-space": mailboxSpace,
  "mail-allowed": mailAllowed,
  "links-not-rewritten": linksNotRewritten,
  "accepts-outside-senders": acceptsOutsideSenders,
};

const inOrder: readonly Check[] = checkIds.map((id) => checks[id]);

/** What is not known is never ready. */
const readinessOf = (answers: readonly Answer[]): Readiness => {
  let ready: Readiness = "yes";
  for (const { reason } of answers) {
    const { verdict } = reasonOf(reason);
    if (verdict === "fail") return "no";
    if (verdict === "unknown") ready = "unknown";
  }
  return ready;
};

/** In the people's order; each by themselves. */
export const judge = (
  people: readonly Person[],
  { asOf, defaultLogin }: JudgeOptions,
): readonly JudgedPerson[] =>
  people.map((person) => {
    const answers = inOrder.map((check) => check(person, asOf));
    const scope = scopeOf(person, defaultLogin);
    return { person, scope, inScope: isInScope(scope), ready: readinessOf(answers), answers };
  });
