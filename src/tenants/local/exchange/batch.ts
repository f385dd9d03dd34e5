/** Answers `$batch`: each member on its own, answers in another order than asked (exchange-online.md 1.5). */
import type { Command } from "./invoke-command";
import { batchSchema, type WireAnswer } from "./wire";

/** Runs the members one after the other. */
export const runBatch = async (
  body: unknown,
  run: (command: Command) => Promise<WireAnswer>,
): Promise<WireAnswer> => {
  const parsed = batchSchema.safeParse(body);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return {
      status: 400,
      body: {
        error: {
          code: "BadRequest",
          message: `The batch cannot be read: ${issue?.path.join(".")} ${issue?.message}`,
        },
      },
    };
  }
  const responses: unknown[] = [];
  for (const { id, url, headers, body: memberBody } of parsed.data.requests) {
    const prefer = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === "prefer")?.[1];
    const answer = URL.canParse(url)
      ? await run({ address: new URL(url), prefer, body: memberBody })
      : {
          status: 400,
          body: { error: { code: "BadRequest", message: "The address of a member has to be a full one." } },
        };
    if (answer.broken === true) {
      return answer;
    }
    responses.push({ id, status: answer.status, headers: answer.headers ?? {}, body: answer.body ?? null });
  }
  // The service promises no order; a client that relies on one shall notice here.
  return { status: 200, body: { responses: responses.reverse() } };
};
