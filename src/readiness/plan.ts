/** What to do in which order, for everybody who is concerned and not ready; the words come elsewhere (aircall.md 4.4, 4.5). */
import type { Answer, JudgedPerson, Person } from "./check";
import { type StepId, stepIds, stepOf } from "./plan/steps";
import { type Owner, owners, type ReasonCode, reasonOf } from "./reasons";

export interface PlanStep {
  readonly id: StepId;
  readonly owner: Owner;
  /** Whom the step concerns, in the list's order. */
  readonly people: readonly JudgedPerson[];
  /** Steps of this plan that come first. */
  readonly after: readonly StepId[];
}

/** What one owner has to do. */
export interface OwnerTicket {
  readonly owner: Owner;
  /** In the plan's order. */
  readonly steps: readonly PlanStep[];
}

/** An invitation whose link still works. */
export interface OpenInvitation {
  readonly person: Person;
  /** The day it stops to work, `YYYY-MM-DD`. */
  readonly until: string;
}

export interface Plan {
  readonly steps: readonly PlanStep[];
  readonly tickets: readonly OwnerTicket[];
  /** To be resent at once when the mail side is ready: the link is dead, or nobody knows when it was sent. */
  readonly invitations: readonly Person[];
  /** To be resent only if they end. */
  readonly openInvitations: readonly OpenInvitation[];
}

const calledFor: ReadonlyMap<ReasonCode, StepId> = new Map(
  stepIds.flatMap((id) => stepOf(id).reasons.map((reason) => [reason, id] as const)),
);

/** @returns the answers that call for a step. */
export const answersFor = (id: StepId, { answers }: JudgedPerson): readonly Answer[] =>
  answers.filter(({ reason }) => calledFor.get(reason) === id);

/** These change how mail arrives, or send mail that must not be lost: one real message shows whether it does. */
const provedByTestMessage: ReadonlySet<StepId> = new Set<StepId>([
  "allow-mail",
  "spare-links",
  "own-addresses",
  "accept-invitations",
  "resend-invitations",
]);

/** Whom each step concerns, in the list's order. */
const peopleOf = (concerned: readonly JudgedPerson[]): ReadonlyMap<StepId, readonly JudgedPerson[]> => {
  const people = new Map<StepId, JudgedPerson[]>(stepIds.map((id) => [id, []]));
  const add = (id: StepId, one: JudgedPerson): void => {
    const known = people.get(id);
    // Several answers may call for one step.
    if (known?.at(-1) !== one) known?.push(one);
  };
  for (const one of concerned)
    for (const { reason } of one.answers) {
      const id = calledFor.get(reason);
      if (id === undefined) continue;
      add(id, one);
      add("run-again", one);
      if (provedByTestMessage.has(id)) add("test-message", one);
    }
  return people;
};

const stepsOf = (concerned: readonly JudgedPerson[]): readonly PlanStep[] => {
  const people = peopleOf(concerned);
  const concernedBy = (id: StepId): readonly JudgedPerson[] => people.get(id) ?? [];
  const isTaken = (id: StepId): boolean => concernedBy(id).length > 0;
  return stepIds.filter(isTaken).map((id) => {
    const { owner, after } = stepOf(id);
    return { id, owner, people: concernedBy(id), after: after.filter(isTaken) };
  });
};

const openInvitations = (concerned: readonly JudgedPerson[]): readonly OpenInvitation[] =>
  concerned.flatMap(({ person, answers }) =>
    answers
      .filter(({ reason }) => reason === "invitation-open")
      .map(({ details: { until = "" } }) => ({ person, until })),
  );

/** Whoever passes every check, or is not concerned, has nothing to do. */
const isConcerned = ({ inScope, answers }: JudgedPerson): boolean =>
  inScope && answers.some(({ reason }) => reasonOf(reason).verdict !== "pass");

/** Steps that concern nobody are left out. Linear. */
export const planOf = (judged: readonly JudgedPerson[]): Plan => {
  const concerned = judged.filter(isConcerned);
  const steps = stepsOf(concerned);
  return {
    steps,
    tickets: owners
      .map((owner) => ({ owner, steps: steps.filter((step) => step.owner === owner) }))
      .filter((ticket) => ticket.steps.length > 0),
    invitations:
      steps.find(({ id }) => id === "resend-invitations")?.people.map(({ person }) => person) ?? [],
    openInvitations: openInvitations(concerned),
  };
};
