/** Walks the rules in priority order for one class of messages and one recipient. */
import { BudgetError, WorkError } from "../../language/budget";
import type { MessageClass } from "../../message-class";
import type { ExchangeTenant, Recipient, TransportRule } from "../tenant";
import { type Branch, withBranches } from "./branch";
import { prepare } from "./prepared-rule";
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

/** @param rules those in force, in priority order. */
export const walkTransportRules = (
  tenant: ExchangeTenant,
  rules: readonly TransportRule[],
  messages: MessageClass,
  recipient: Recipient | undefined,
  ask: Questions,
): Walk => {
  const walking: Walking = {
    around: { tenant, messages, recipient },
    ask,
    endings: [],
    exhausted: [],
    stopped: [],
    open: [{ state: initialState, branches: [{ state: initialState, region: [], sclRules: [] }] }],
    live: [],
    destroyedBy: undefined,
    isSpent: false,
  };
  const within = (rule: string, body: () => void): void => {
    try {
      body();
    } catch (error) {
      if (!(error instanceof BudgetError)) throw error;
      if (!walking.isSpent) walking.exhausted.push({ rule, budget: error.budget });
      walking.isSpent ||= error instanceof WorkError;
    }
  };
  for (const rule of rules) {
    if (walking.open.length === 0 || walking.isSpent) break;
    within(rule.name, () => visitRule(walking, prepare(rule, recipient)));
  }
  // Where everything still live is destroyed, nothing of it arrives; what a stop took out above does.
  const arriving = withBranches(walking.destroyedBy === undefined ? walking.open : [], walking.stopped);
  const branches: Arrival[] = [];
  for (const branch of walking.isSpent ? [] : arriving.flatMap((group) => group.branches))
    within(branch.region.at(-1)?.rule ?? "", () => void branches.push(...arrival(walking, branch)));
  return { endings: walking.endings, branches, exhausted: walking.exhausted };
};
