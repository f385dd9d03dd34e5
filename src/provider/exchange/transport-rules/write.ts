/** Brings a tenant's rules to where they are to be: plan, guard, safe order, writes, and a last look. */
import { printedRule } from "../../../resources/exchange/desired-rules";
import type { ProviderConfig } from "../../../resources/generated/provider";
import type { RawObject } from "../../../tenants/exchange/export/properties";
import { type CallContext, ProviderError } from "../../kit";
import type { TenantConnection } from "../connection";
import { differences } from "./differences";
import { execute, type Interrupted } from "./execute";
import { betweenEnds, guardWrite } from "./guard";
import { type LiveRule, readLiveRules } from "./live-rules";
import type { Operation, Style } from "./operations";
import { type Goal, planOperations } from "./plan";
import { type TransportRulesProperties, usersOf } from "./properties";
import { plainSequence, safeSequence } from "./safe-sequence";
import { afterStep, printedRules, type StandingRule, type Step } from "./standing-rules";
import { readLiveTenant, readSavedTenant } from "./tenant-reading";
import { createJudge, type Judge } from "./verdict";

/** What a write is to reach, and how it is judged. */
export interface Wish extends Pick<TransportRulesProperties, "aircall" | "guard" | "tenantExport"> {
  readonly goal: Goal;
}

export interface Written {
  /** The rules afterwards. */
  readonly rules: readonly LiveRule[];
  /** How many writes it took. */
  readonly steps: number;
  /** Why it is not as it was to be; none where all is well. */
  readonly failures: readonly string[];
}

export interface Writing {
  readonly connection: TenantConnection;
  readonly context: CallContext<ProviderConfig>;
  readonly now: () => Date;
}

const styles: readonly Style[] = ["in one", "apart", "asleep"];

/** Enough to try each operation at a few moments; an order that is harder to find is not looked for. */
const budgetFor = (operations: readonly Operation[]): number => 4 * operations.length + 60;

const judgeFor = async (
  live: readonly StandingRule[],
  { goal, aircall, tenantExport }: Wish,
  { connection, context, now }: Writing,
): Promise<Judge> => {
  const listed: readonly RawObject[] = goal.listed.map(printedRule);
  const source =
    tenantExport === undefined
      ? await readLiveTenant(connection.reader, listed, { group: aircall?.recipientGroup }, context.signal)
      : await readSavedTenant(tenantExport);
  return createJudge(source, [...printedRules(live), ...listed], {
    aircall,
    now: now(),
    ...usersOf(aircall),
  });
};

/** Whether the state tells that the tenant was proven before. */
const wasProven = ({ added }: CallContext<ProviderConfig>): boolean => {
  const { observed } = added;
  return (
    typeof observed === "object" &&
    observed !== null &&
    "provenOnce" in observed &&
    observed.provenOnce === true
  );
};

/** The steps, or an error that says why they are refused. */
const guardedSteps = async (
  live: readonly StandingRule[],
  plain: readonly Step[],
  wish: Wish,
  writing: Writing,
): Promise<readonly Step[]> => {
  const judge = await judgeFor(live, wish, writing);
  const before = judge(live);
  const after = judge(plain.reduce(afterStep, live));
  if (wish.guard !== "off") guardWrite(before, after, wasProven(writing.context));
  const isTolerable = betweenEnds(before, after);
  for (const style of styles) {
    const operations = planOperations(live, wish.goal, style);
    const steps = safeSequence(live, operations, (rules) => isTolerable(judge(rules)), budgetFor(operations));
    if (steps !== undefined) return steps;
  }
  if (wish.guard === "off") return plain;
  throw new ProviderError(
    "Refused, and nothing was written: no order of writes was found in which Aircall's mail is never blocked on the way, though it is not at the end. Make the change in two updates, first what protects Aircall's mail, or set `guard` to \"off\".",
  );
};

const interruption = ({ done, reason }: Interrupted, steps: number): string =>
  `${done} of ${steps} writes were carried out. ${reason}`;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const editedMeanwhile = "Somebody may be editing the rules at the same time: run the command again.";

/** What was written is looked at even where the user has asked to stop. */
const stillRead = new AbortController().signal;

/**
 * Writes what is needed, and nothing where nothing is.
 *
 * @param wishFrom - the wish, from the rules as they are.
 * @throws ProviderError where the write is refused, ExchangeError where the tenant cannot be read; nothing was written
 * then.
 */
export const writeRules = async (
  listed: Goal["listed"],
  wishFrom: (live: readonly StandingRule[]) => Wish,
  writing: Writing,
): Promise<Written> => {
  const { connection, context } = writing;
  const { log, signal } = context;
  const before = await readLiveRules(connection.writer, listed, signal);
  const live = before.map(({ standing }) => standing);
  const wish = wishFrom(live);
  const plain = plainSequence(live, planOperations(live, wish.goal, "in one"));
  if (plain.length === 0) return { rules: before, steps: 0, failures: [] };
  const steps =
    wish.guard === "off"
      ? await guardedSteps(live, plain, wish, writing).catch(() => plain)
      : await guardedSteps(live, plain, wish, writing);
  signal.throwIfAborted();
  const interrupted = await execute(steps, { client: connection.writer, signal, log });
  const seen = await readLiveRules(connection.writer, listed, stillRead).then(
    (rules) => ({ rules, failures: differences(rules, wish.goal) }),
    (error: unknown) => ({
      rules: before,
      failures: [`The rules could not be read back: ${messageOf(error)}`],
    }),
  );
  if (interrupted !== undefined)
    return { ...seen, steps: steps.length, failures: [interruption(interrupted, steps.length)] };
  return {
    ...seen,
    steps: steps.length,
    failures: seen.failures.length === 0 ? [] : [...seen.failures, editedMeanwhile],
  };
};
