/**
 * Budgets: hostile rules end as an answer that is not known, and never hang. What one construction may make is limited
 * where it is made; what a whole decision may do is counted here, in states of automata, which needs no clock.
 */

/** A construction or a search grew past its budget; the caller reports `undecided` with `budget`. */
export class BudgetError extends Error {
  constructor(readonly budget: string) {
    super(`the budget "${budget}" ran out`);
  }
}

/** The work of the whole decision ran out, which says nothing about the question that was asked last. */
export class WorkError extends BudgetError {
  constructor() {
    super("work of one decision");
  }
}

/** What an answer cost that is kept: it is paid once per decision, whether it was found now or before. */
export interface Cost {
  units: number;
  /** Answers it was made from. */
  readonly parts: Cost[];
}

export const noCost = (): Cost => ({ units: 0, parts: [] });

/** What one decision may still do. */
export interface Account {
  left: number;
  readonly paid: Set<Cost>;
}

/** Decisions are made one after the other, so one account at a time is enough; outside them nothing is limited. */
let account: Account | undefined;
let measuring: Cost | undefined;

const draw = (units: number): void => {
  if (account === undefined) return;
  account.left -= units;
  if (account.left < 0) throw new WorkError();
};

/** Counts work on the answer that is being found. @throws WorkError */
export const spend = (units: number): void => {
  if (measuring !== undefined) measuring.units += units;
  draw(units);
};

const settle = (cost: Cost): void => {
  if (account === undefined || account.paid.has(cost)) return;
  account.paid.add(cost);
  draw(cost.units);
  for (const part of cost.parts) settle(part);
};

/** Pays for an answer that was kept, so that a second decision comes as far as the first. @throws WorkError */
export const pay = (cost: Cost): void => {
  measuring?.parts.push(cost);
  settle(cost);
};

/** Finds an answer that is kept, and notes what it costs. */
export const measured = <Answer>(cost: Cost, find: () => Answer): Answer => {
  const outer = measuring;
  outer?.parts.push(cost);
  account?.paid.add(cost);
  measuring = cost;
  try {
    return find();
  } finally {
    measuring = outer;
  }
};

/** @param units states of automata; about a million are walked in a second. */
export const openAccount = (units: number): Account => ({ left: units, paid: new Set() });

/** Draws what is done from the account; inside another decision, from that one's. @throws WorkError */
export const charged = <Answer>(to: Account, find: () => Answer): Answer => {
  if (account !== undefined) return find();
  account = to;
  try {
    return find();
  } finally {
    account = undefined;
  }
};
