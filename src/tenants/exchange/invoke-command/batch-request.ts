/** One `$batch` request: members in, answers out by id, because no order is promised (exchange-online.md 1.5). */
import { randomUUID } from "node:crypto";
import { batchAddress, type CmdletCall, callBody, callHeaders, type Target } from "./call";
import type { Connection } from "./connection";
import { invalidAnswer } from "./failures";
import type { Collected } from "./pages";
import { batchSchema, parsedJson } from "./replies";

/** One call of a batch with what was collected for it so far. */
export interface Member {
  readonly index: number;
  readonly call: CmdletCall;
  readonly collected: Collected;
  address: string;
  attempts: number;
}

/** The answer to one member; `undefined` members were left out of the reply. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfter: string | null;
}

const headerOf = (
  headers: Readonly<Record<string, unknown>> | null | undefined,
  name: string,
): string | null => {
  const value = Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];
  return value === undefined || value === null ? null : String(value);
};

/** Sends the members once and returns their answers in the members' order. */
export const sendMembers = async (
  target: Target,
  connection: Connection,
  pageSize: number,
  members: readonly Member[],
  signal: AbortSignal | undefined,
): Promise<readonly (Answer | undefined)[]> => {
  const ids = members.map(() => randomUUID());
  const headers = callHeaders(target, pageSize);
  const requests = members.map((member, position) => ({
    id: ids[position],
    method: "POST",
    url: member.address,
    // The outer request carries the bearer; it is not repeated here.
    headers: callHeaders(target, pageSize, member.call.cmdlet),
    body: callBody(member.call),
  }));
  const reply = await connection.send(
    {
      what: "$batch",
      method: "POST",
      address: batchAddress(target),
      headers: { ...headers, Prefer: `${headers.Prefer}, odata.continue-on-error` },
      body: JSON.stringify({ requests }),
      safety: "read",
    },
    signal,
  );
  const parsed = batchSchema.safeParse(parsedJson(reply.text));
  if (!parsed.success) {
    throw invalidAnswer("$batch", "read", "it holds no list of responses", reply.text);
  }
  const byId = new Map(parsed.data.responses.map((response) => [response.id, response]));
  return ids.map((id) => {
    const response = byId.get(id);
    return response === undefined
      ? undefined
      : {
          status: response.status,
          body: response.body,
          retryAfter: headerOf(response.headers, "retry-after"),
        };
  });
};
