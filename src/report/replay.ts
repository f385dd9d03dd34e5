/** Replays each witness as the mail it is shown as: rendered, parsed back, and followed by the reference evaluator. */
import { isDeepStrictEqual } from "node:util";
import type { Decision } from "../mailflow/decide";
import { evaluateExchange } from "../mailflow/exchange/evaluate";
import type { ExchangeTenant } from "../mailflow/exchange/tenant";
import { catalogue, type Finding, fillIn } from "../mailflow/finding";
import type { Message } from "../mailflow/message";
import {
  type DeliveryVerdict,
  type NarrownessVerdict,
  type Scope,
  worstDelivery,
  worstNarrowness,
} from "../mailflow/outcome";
import { showsBlock, showsBypass } from "../mailflow/witness";
import { parseMessage, renderMessage } from "./eml";

/** A witness as it is shown. */
export interface ReplayedWitness {
  /** What the file holds, as the service reads it. */
  readonly message: Message;
  readonly eml: string;
}

export interface ReplayedDecision {
  readonly decision: Decision;
  /** By the finding of `decision` that it shows. */
  readonly witnesses: ReadonlyMap<Finding, ReplayedWitness>;
}

/** The fields every mail must have say nothing about a witness, which tells only the fields it depends on. */
export const withFieldsOf = (witness: Message, parsed: Message): Message => ({
  ...parsed,
  headers: Object.fromEntries(Object.entries(parsed.headers).filter(([name]) => name in witness.headers)),
});

/** The mail that a witness stands for, and whether it ends as the witness does. */
export const replay = async (
  tenant: ExchangeTenant,
  witness: Message,
  about: "delivery" | "narrowness",
  asOf: Date,
  scope: Scope = "organisation",
): Promise<ReplayedWitness & { readonly agrees: boolean }> => {
  const eml = await renderMessage(witness, asOf);
  const message = withFieldsOf(witness, await parseMessage(eml, witness));
  const evaluated = (mail: Message, within: Scope) => evaluateExchange(tenant, mail, asOf, within, false);
  const found = evaluated(message, scope);
  const shows =
    about === "delivery"
      ? showsBlock(found)
      : showsBypass(scope === "organisation" ? found : evaluated(message, "organisation"));
  // What was read back is most often the witness to the letter.
  const ofWitness = isDeepStrictEqual(message, witness) ? found : evaluated(witness, scope);
  const agrees = shows === "agrees" && found.outcome === ofWitness.outcome;
  return { message, eml, agrees };
};

const disagreeing = (finding: Finding): Finding => {
  const details = { ...finding.details, rule: finding.rule ?? finding.stage };
  const { message, fix } = catalogue["semantics-disagree"];
  const { certainty: _certainty, ...rest } = finding;
  return {
    ...rest,
    code: "semantics-disagree",
    severity: "warning",
    implies: "undecided",
    details,
    message: fillIn(message, details),
    fix: fillIn(fix, details),
  };
};

/**
 * The same decision with every witness replayed: one that disagrees turns its finding into `semantics-disagree`, and the
 * verdict follows.
 */
export const replayWitnesses = async (
  tenant: ExchangeTenant,
  decision: Decision,
  asOf: Date,
  scope: Scope = "organisation",
): Promise<ReplayedDecision> => {
  const witnesses = new Map<Finding, ReplayedWitness>();
  const replayed = async (finding: Finding, about: "delivery" | "narrowness"): Promise<Finding> => {
    if (finding.witness === undefined) return finding;
    const { agrees, message, eml } = await replay(tenant, finding.witness, about, asOf, scope);
    const shown = agrees || finding.code === "semantics-disagree" ? finding : disagreeing(finding);
    witnesses.set(shown, { message, eml });
    return shown;
  };
  const findings: Finding[] = [];
  for (const finding of decision.findings) findings.push(await replayed(finding, "delivery"));
  const open: Finding[] = [];
  for (const finding of decision.narrowness.findings) open.push(await replayed(finding, "narrowness"));
  const changed = (after: readonly Finding[], before: readonly Finding[]) =>
    after.some((finding, place) => finding !== before[place]);
  return {
    decision: {
      ...decision,
      findings,
      verdict: changed(findings, decision.findings)
        ? worstDelivery(findings.map(({ implies }) => implies as DeliveryVerdict))
        : decision.verdict,
      narrowness: {
        findings: open,
        verdict: changed(open, decision.narrowness.findings)
          ? worstNarrowness(open.map(({ implies }) => implies as NarrownessVerdict))
          : decision.narrowness.verdict,
      },
    },
    witnesses,
  };
};
