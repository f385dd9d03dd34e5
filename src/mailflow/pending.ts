/** Findings on their way: told apart per sender and recipient class first, merged, worded and shown by a message last. */
import type { Issue } from "./exchange/issue";
import type { ExchangeTenant, Recipient } from "./exchange/tenant";
import { affected, catalogue, type Finding, type FindingDefinition, mergeKey, worded } from "./finding";
import type { MessageClass } from "./message-class";
import type { Scope } from "./outcome";
import type { RecipientClass } from "./recipients";
import { getsBypass, staysOut, witnessMessage } from "./witness";

/** What a witness is replayed on. */
export interface Context {
  readonly tenant: ExchangeTenant;
  readonly asOf: Date;
}

const notInboxAddress = "somebody@tenant.example";

const replayed = (
  issue: Issue,
  messages: MessageClass,
  recipient: Recipient | undefined,
  { tenant, asOf }: Context,
): Partial<Finding> => {
  if (issue.values === undefined || issue.implies === "undecided") return {};
  const witness = witnessMessage(messages, recipient?.address ?? notInboxAddress, issue.values);
  const agrees =
    messages.name === "aircall" ? staysOut(tenant, witness, asOf) : getsBypass(tenant, witness, asOf);
  if (agrees) return { witness };
  // Never show a block that the specification does not confirm.
  const details = { rule: issue.rule ?? issue.stage };
  return { code: "semantics-disagree", implies: "undecided", severity: "warning", details, witness };
};

/** A finding before it is merged; its witness is built and replayed once, for what remains. */
export interface Pending {
  readonly finding: Finding;
  /** The recipients concerned, each class once. */
  readonly classes: ReadonlySet<RecipientClass>;
  readonly witness: () => Partial<Finding>;
}

export const pending = (
  issue: Issue,
  messages: MessageClass,
  recipients: RecipientClass,
  scope: Scope,
  context: Context,
): Pending => {
  const definition: FindingDefinition = catalogue[issue.code];
  const { values: _values, ...rest } = issue;
  const unsure = issue.certainty === "content-dependent" || issue.implies === "undecided";
  return {
    finding: {
      ...rest,
      severity: unsure ? "warning" : definition.severity,
      scope,
      senders: [messages.sender],
      message: "",
      fix: "",
      recipients: affected([recipients]),
    },
    classes: new Set([recipients]),
    witness: () => replayed(issue, messages, recipients.representative, context),
  };
};

/** One finding per sender, with every recipient class it concerns. */
const perSender = (all: readonly Pending[]): readonly Pending[] => {
  const found = new Map<string, Pending>();
  for (const one of all) {
    const key = `${mergeKey(one.finding)}\u0000${one.finding.senders.join()}`;
    const other = found.get(key);
    const classes = new Set([...(other?.classes ?? []), ...one.classes]);
    found.set(key, { ...(other ?? one), classes });
  }
  return [...found.values()];
};

const areSame = (left: ReadonlySet<RecipientClass>, right: ReadonlySet<RecipientClass>): boolean =>
  left.size === right.size && [...left].every((one) => right.has(one));

/**
 * Joins findings of senders that concern the same recipients: each sender named meets each recipient counted.
 * @param senders how many senders were asked about.
 */
export const merge = (all: readonly Pending[], senders: number): readonly Finding[] => {
  const merged = new Map<string, Pending[]>();
  for (const one of perSender(all)) {
    const key = mergeKey(one.finding);
    const alike = merged.get(key) ?? [];
    merged.set(key, alike);
    const at = alike.findIndex(({ classes }) => areSame(classes, one.classes));
    const other = alike[at];
    if (other === undefined) alike.push(one);
    else {
      const together = [...new Set([...other.finding.senders, ...one.finding.senders])];
      alike[at] = { ...other, finding: { ...other.finding, senders: together } };
    }
  }
  return [...merged.values()].flat().map(({ finding, classes, witness }) => {
    const recipients = affected([...classes]);
    return worded({ ...finding, recipients, ...witness() }, senders);
  });
};

const plainFinding = (senders: readonly string[], scope: Scope, issue: Omit<Issue, "values">): Pending => ({
  finding: {
    ...issue,
    severity: "warning",
    scope,
    senders,
    message: "",
    fix: "",
    recipients: { count: 0, sample: [] },
  },
  classes: new Set(),
  witness: () => ({}),
});

export const mailboxFinding = (senders: readonly string[]): Pending =>
  plainFinding(senders, "mailbox", {
    code: "setting-not-modelled",
    stage: "mailbox",
    implies: "undecided",
    details: {
      part: "Settings of single mailboxes",
      because: "delivery restrictions, junk lists, inbox rules, forwarding and quota are not modelled yet",
    },
  });

export const missingFinding = (user: string, senders: readonly string[], scope: Scope): Pending =>
  plainFinding(senders, scope, {
    code: "recipient-not-found",
    stage: "mailbox",
    implies: "undecided",
    details: { entry: user },
  });

/** Nobody to decide for: no mailbox was read, or no user was named. */
export const nobodyFinding = (senders: readonly string[], scope: Scope): Pending =>
  plainFinding(senders, scope, {
    code: "part-not-read",
    stage: "mailbox",
    implies: "undecided",
    details: { part: "Get-Mailbox, which holds no mailbox to decide for," },
  });
