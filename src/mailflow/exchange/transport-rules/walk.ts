/** Walks the rules in priority order for one class of messages and one recipient. */
import { BudgetError, WorkError } from "../../language/budget";
import type { MessageClass } from "../../message-class";
import type { ExchangeTenant, Recipient, TransportRule } from "../tenant";
import { type Branch, withBranches } from "./branch";
import { prepare } from "./prepared-rule";
import { type SharedStarts, type Start, sharedStarts } from "./shared-starts";
import { initialState } from "./state";
import { visitRule } from "./visit-rule";
import type { Arrival, Questions, Walk, Walking } from "./walking";

const arrival = ({ ask }: Walking, branch: Branch): readonly Arrival[] => {
  const stands = ask.standing(branch.region);
  if (stands === undefined) return [];
  if (branch.approximate === undefined || stands.kind === "undecided")
    return [{ ...branch, standing: stands }];
  const because = ["more different ways through the rules than are followed apart"];
  return [{ ...branch, standing: { kind: "undecided", because, values: stands.values } }];
};

/** Where a budget runs out on the way, the walk begins anew and tells at which rule. */
const startOf = (
  around: Walking["around"],
  { matchesOf }: Questions,
  starts: SharedStarts,
): Start | undefined => {
  try {
    return starts.furthest(around, matchesOf);
  } catch (error) {
    if (error instanceof BudgetError) return undefined;
    throw error;
  }
};

/**
 * @param rules those in force, in priority order.
 * @param starts where walks of the same class to other recipients came through the same rules.
 */
export const walkTransportRules = (
  tenant: ExchangeTenant,
  rules: readonly TransportRule[],
  messages: MessageClass,
  recipient: Recipient | undefined,
  ask: Questions,
  starts: SharedStarts = sharedStarts(rules),
): Walk => {
  const around = { tenant, messages, recipient };
  const start = startOf(around, ask, starts);
  const walking: Walking = {
    around,
    ask,
    endings: [],
    exhausted: [],
    stopped: [],
    open: [{ state: initialState, branches: [{ state: initialState, region: [], sclRules: [] }] }],
    live: [],
    destroyedBy: undefined,
    isSpent: false,
    ...start?.progress,
  };
  let isShared = true;
  const within = (rule: string, body: () => void): void => {
    try {
      body();
    } catch (error) {
      if (!(error instanceof BudgetError)) throw error;
      if (!walking.isSpent) walking.exhausted.push({ rule, budget: error.budget });
      walking.isSpent ||= error instanceof WorkError;
    }
  };
  for (let place = start?.place ?? 0; place < rules.length; place += 1) {
    const rule = rules[place];
    if (rule === undefined || walking.open.length === 0 || walking.isSpent) break;
    if (isShared) starts.keep(place, walking);
    within(rule.name, () => {
      const isMatched = visitRule(walking, prepare(rule, recipient));
      if (isMatched && starts.looksAtRecipient(place)) isShared = false;
    });
    // Where a budget ran out, the walk of another may come further.
    if (walking.exhausted.length > 0) isShared = false;
  }
  if (isShared) starts.keep(rules.length, walking);
  // Where everything still live is destroyed, nothing of it arrives; what a stop took out above does.
  const arriving = withBranches(walking.destroyedBy === undefined ? walking.open : [], walking.stopped);
  const branches: Arrival[] = [];
  for (const branch of walking.isSpent ? [] : arriving.flatMap((group) => group.branches))
    within(branch.region.at(-1)?.rule ?? "", () => void branches.push(...arrival(walking, branch)));
  return { endings: walking.endings, branches, exhausted: walking.exhausted };
};
