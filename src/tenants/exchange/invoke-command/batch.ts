/** Many reads in requests of ten: pages, waits and errors per member (exchange-online.md 1.5). */
import { ExchangeError, isExchangeError } from "../exchange-error";
import { type Answer, type Member, sendMembers } from "./batch-request";
import { type CmdletCall, callSafety, invokeCommandAddress, type Target } from "./call";
import type { Connection } from "./connection";
import { readErrorBody } from "./error-body";
import { failureOf, invalidAnswer } from "./failures";
import { trustedAddress } from "./hosts";
import { addPage, createCollected, readPage, restartAfter } from "./pages";
import { isRetryable, retryAfterMilliseconds } from "./retry";

/** What one member of a batch came to. */
export type BatchResult =
  | { readonly ok: true; readonly value: readonly unknown[]; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly error: ExchangeError };

export interface BatchOptions {
  readonly signal?: AbortSignal;
  /** Called as soon as one member is complete. */
  readonly onResult?: (index: number, result: BatchResult) => void;
}

/** The service takes ten members at a time. */
const batchSize = 10;

const waitOf = (retryAfter: string | null): number => retryAfterMilliseconds(retryAfter, Date.now()) ?? 0;

const textOf = (body: unknown): string => {
  if (body === null || body === undefined) {
    return "";
  }
  return typeof body === "string" ? body : JSON.stringify(body);
};

const readAnswer = (target: Target, member: Member, answer: Answer | undefined): string | undefined => {
  const { cmdlet } = member.call;
  if (answer === undefined) {
    throw invalidAnswer(cmdlet, "read", "its answer is missing from the batch", "");
  }
  if (answer.status < 200 || answer.status > 299) {
    const { status, body } = answer;
    throw failureOf({ what: cmdlet, safety: "read", status, body: textOf(body), attempts: member.attempts });
  }
  const page = readPage(cmdlet, "read", answer.body, textOf(answer.body));
  const next = addPage(member.collected, cmdlet, page);
  return next === undefined ? undefined : trustedAddress(target.endpoint, member.address, next);
};

/**
 * Runs reads in batches of ten. HTTP 200 of a batch says nothing about its members: each has its own result.
 *
 * @throws {@link ExchangeError} where a batch as a whole gets no answer, and `bad-input` for a cmdlet that writes:
 * the order inside a batch is not promised.
 */
export const runBatch = async (
  target: Target,
  connection: Connection,
  pageSize: number,
  maxAttempts: number,
  calls: readonly CmdletCall[],
  options: BatchOptions,
): Promise<readonly BatchResult[]> => {
  const writing = calls.find((call) => callSafety(call.cmdlet) !== "read");
  if (writing !== undefined) {
    throw new ExchangeError({
      kind: "bad-input",
      problem: `${writing.cmdlet} changes the tenant, and a batch does not promise an order.`,
      nextStep: "Send it on its own.",
      cmdlet: writing.cmdlet,
    });
  }
  const results = new Map<number, BatchResult>();
  const finish = (member: Member, result: BatchResult): void => {
    results.set(member.index, result);
    options.onResult?.(member.index, result);
  };
  const queue: Member[] = calls.map((call, index) => ({
    index,
    call,
    collected: createCollected(),
    address: invokeCommandAddress(target, call.select),
    attempts: 0,
  }));
  while (queue.length > 0) {
    const members = queue.splice(0, batchSize);
    const answers = await sendMembers(target, connection, pageSize, members, options.signal);
    const waiting: { readonly member: Member; readonly retryAfter: string | null }[] = [];
    for (const [position, member] of members.entries()) {
      const answer = answers[position];
      member.attempts += 1;
      try {
        const next = readAnswer(target, member, answer);
        if (next === undefined) {
          const { value, warnings } = member.collected;
          finish(member, { ok: true, value, warnings: [...warnings] });
        } else {
          member.address = next;
          member.attempts = 0;
          queue.push(member);
        }
      } catch (error) {
        if (!isExchangeError(error)) {
          throw error;
        }
        const transient =
          answer === undefined ||
          (isRetryable(answer.status, "read") &&
            !(answer.status === 500 && readErrorBody(textOf(answer.body)).fromCmdlet));
        if (transient && member.attempts < maxAttempts) {
          waiting.push({ member, retryAfter: answer?.retryAfter ?? null });
        } else if (member.collected.links.size > 0 && restartAfter(member.collected, error)) {
          member.address = invokeCommandAddress(target, member.call.select);
          member.attempts = 0;
          queue.push(member);
        } else {
          finish(member, { ok: false, error });
        }
      }
    }
    const [first, ...others] = waiting;
    if (first !== undefined) {
      // One wait serves all of them: the longest any of them was told.
      const longest = others.reduce(
        (best, one) => (waitOf(one.retryAfter) > waitOf(best.retryAfter) ? one : best),
        first,
      );
      const attempt = Math.max(...waiting.map(({ member }) => member.attempts));
      await connection.pause(longest.member.call.cmdlet, attempt, longest.retryAfter, options.signal);
      queue.unshift(...waiting.map(({ member }) => member));
    }
  }
  return calls.flatMap((_, index) => results.get(index) ?? []);
};
