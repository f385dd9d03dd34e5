/** Real mails as findings: one that does not arrive when it comes again, one that contradicts what is assumed. */
import { assumptions } from "./aircall";
import { evaluateExchange } from "./exchange/evaluate";
import type { ExchangeTenant } from "./exchange/tenant";
import type { Ending } from "./exchange/trace";
import { outcomeText } from "./exchange/wording";
import type { DeclaredFacts } from "./facts";
import type { Finding } from "./finding";
import type { Message } from "./message";
import type { Scope } from "./outcome";
import type { Pending } from "./pending";
import type { RecipientClass } from "./recipients";
import { shownBy } from "./sample-assumptions";
import { comingBy, waysIn } from "./ways-in";

export interface SampleQuestion {
  readonly tenant: ExchangeTenant;
  readonly samples: readonly Message[];
  readonly classes: readonly RecipientClass[];
  readonly asOf: Date;
  readonly scope: Scope;
  readonly facts?: DeclaredFacts;
}

const blank = { message: "", fix: "", recipients: { count: 0, sample: [] } } as const;

const causeOf = ({ stage, rule, because }: Ending): string =>
  stage === "transport-rules" && rule !== undefined ? `the transport rule "${rule}"` : because;

const stopped = (message: Message, ending: Ending, recipients: RecipientClass): Pending => {
  const { outcome, stage, rule } = ending;
  const details = {
    subject: message.subject,
    by: causeOf(ending),
    outcome: outcomeText[outcome === "undecided" ? "unknown" : outcome],
  };
  const finding: Finding = {
    code: "sample-stopped",
    severity: "error",
    implies: "blocked",
    certainty: "certain",
    scope: stage === "mailbox" ? "mailbox" : "organisation",
    stage,
    senders: [message.from],
    ...(stage === "transport-rules" && rule !== undefined ? { rule } : {}),
    ...(outcome === "undecided" ? {} : { outcome }),
    details,
    ...blank,
  };
  return { finding, classes: new Set([recipients]), witness: () => ({ witness: message }) };
};

/** A mail is stopped where it comes in by some way from which none leads to the inbox or is left open. */
const stoppedFor = (
  { tenant, asOf, scope }: SampleQuestion,
  sample: Message,
  recipients: RecipientClass,
): readonly Pending[] => {
  const { representative } = recipients;
  const recipient = representative?.writtenTo ?? representative?.address ?? sample.recipient;
  const toThem = { ...sample, recipient };
  return waysIn(tenant, representative).flatMap((way) => {
    const message = comingBy(toThem, way);
    const { endings } = evaluateExchange(tenant, message, asOf, scope, false);
    const [first] = endings;
    const isStopped = endings.every(({ outcome }) => outcome !== "inbox" && outcome !== "undecided");
    return first === undefined || !isStopped ? [] : [stopped(message, first, recipients)];
  });
};

const contradictions = ({ scope, facts }: SampleQuestion, sample: Message): readonly Pending[] =>
  shownBy(sample, facts)
    .filter(({ holds }) => !holds)
    .map(({ name, found }) => ({
      finding: {
        code: "sample-contradicts",
        severity: "warning",
        implies: "undecided",
        scope,
        // What is assumed of the mail itself is assumed before any stage.
        stage: "edge",
        senders: [sample.from],
        details: { subject: sample.subject, assumption: assumptions[name].id, found },
        ...blank,
      },
      classes: new Set(),
      witness: () => ({}),
    }));

/** What the samples show of this tenant: findings on their way. */
export const sampleFindings = (question: SampleQuestion): readonly Pending[] =>
  question.samples.flatMap((sample) => [
    ...question.classes.flatMap((recipients) => stoppedFor(question, sample, recipients)),
    ...contradictions(question, sample),
  ]);
