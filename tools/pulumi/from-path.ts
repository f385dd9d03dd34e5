/** The first way to a Pulumi CLI: one that is on PATH already. */
import { type Attempt, absent } from "./attempt";
import { inspect } from "./inspect";
import { findOnPath, type Machine } from "./machine";

/** The first `pulumi` on PATH that is new enough and has a language host. */
export async function fromPath(machine: Machine, signal?: AbortSignal): Promise<Attempt> {
  const reasons: string[] = [];
  for (const pulumi of findOnPath(machine, "pulumi")) {
    const attempt = await inspect(machine, pulumi, { source: "path", signal, hostMayBeOnPath: true });
    if (attempt.kind === "found") return attempt;
    reasons.push(attempt.reason);
  }
  return absent(reasons.length === 0 ? "there is no pulumi on PATH" : reasons.join("; "));
}
