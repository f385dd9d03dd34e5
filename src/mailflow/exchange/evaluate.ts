/**
 * The reference evaluator: one message through every stage of Exchange Online in order. It is the specification; read it
 * and evaluator/, one file per stage, beside exchange-online.md 2 to 4. Where a fact is not published or was not read, all
 * ways are followed, and the outcome is `undecided` unless they agree.
 */
import type { Message } from "../message";
import type { Scope } from "../outcome";
import { allVerdicts } from "./evaluator/all-verdicts";
import { connectionFilter } from "./evaluator/connection-filter";
import { connectors } from "./evaluator/connectors";
import { filtering } from "./evaluator/filtering";
import { address, recipientOf } from "./evaluator/mailbox/address";
import { noUser, userOf } from "./evaluator/mailbox/mailbox";
import { malwareFilter } from "./evaluator/malware-filter";
import { tenantAllowBlockList } from "./evaluator/tenant-allow-block-list";
import { transportRules } from "./evaluator/transport-rules";
import { arrived, ends, type Mail, type Place, type StageOfMail, through, wayLimit } from "./evaluator/ways";
import type { ExchangeTenant } from "./tenant";
import type { Ending, Evaluation, TraceStep } from "./trace";

export type { Ending, Evaluation, TraceCondition, TraceStep } from "./trace";

/** The stages before filtering, in order (3.1). Where the list stands among them is not published; only what wins is (3.4). */
const stagesOfOrganisation: readonly StageOfMail[] = [
  connectors,
  connectionFilter,
  malwareFilter,
  transportRules,
  tenantAllowBlockList,
];

const distinct = (endings: readonly Ending[]): readonly Ending[] => {
  const keyOf = ({ when: _when, ...ending }: Ending): string => JSON.stringify(ending);
  return endings.filter((one, place) => endings.findIndex((other) => keyOf(other) === keyOf(one)) === place);
};

/**
 * Where the message ends, and everything looked at on the way.
 * @param asOf the moment of arrival.
 * @param scope `mailbox` asks what sits on the recipient's mailbox as well.
 * @param isTraced whether the trace is kept; where only the end matters it is empty.
 */
export const evaluateExchange = (
  tenant: ExchangeTenant,
  message: Message,
  asOf: Date,
  scope: Scope = "organisation",
  isTraced = true,
): Evaluation => {
  const trace: TraceStep[] = [];
  const note = (mail: Mail, step: TraceStep): void => {
    if (isTraced) trace.push(mail.when.length === 0 ? step : { ...step, when: mail.when });
  };
  const place: Place = {
    tenant,
    message,
    recipient: recipientOf(tenant, message),
    asOf,
    scope,
    isTraced,
    note,
  };
  const stages = scope === "mailbox" ? [address, ...stagesOfOrganisation] : stagesOfOrganisation;

  let mails: readonly Mail[] = [arrived];
  const found: Ending[] = [];
  for (const stage of stages) {
    const ways = through(stage, mails, place);
    found.push(...ways.ends);
    mails = ways.goesOn.slice(0, wayLimit);
    if (mails.length < ways.goesOn.length)
      found.push(
        ends(arrived, {
          outcome: "undecided",
          stage: "transport-rules",
          because: "too many facts are not known",
        }),
      );
  }
  for (const { mail, verdicts, open } of mails.flatMap((one) => filtering(one, place))) {
    const byUser = scope === "mailbox" ? userOf(mail, place) : noUser;
    const ended = verdicts.map(({ verdict, settled }) => ({ verdict, endings: settled.flatMap(byUser) }));
    found.push(...open, ...allVerdicts(ended, message));
  }

  const endings = distinct(found);
  const outcomes = new Set(endings.map(({ outcome }) => outcome));
  const [only] = outcomes;
  return {
    outcome: outcomes.size === 1 && only !== undefined ? only : "undecided",
    bypassed: endings.every(({ bypassed }) => bypassed),
    endings,
    trace,
  };
};
