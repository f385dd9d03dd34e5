/** Findings on their way: told apart per sender and recipient class first, merged, worded and shown by a message last. */
import type { Issue } from "./exchange/issue";
import { limitsOf } from "./exchange/mailbox/quota";
import { decideRecipientType } from "./exchange/mailbox/recipient-type";
import type { ExchangeTenant } from "./exchange/tenant";
import {
  affected,
  catalogue,
  type Finding,
  type FindingDefinition,
  type FindingDetails,
  mergeKey,
  worded,
} from "./finding";
import { aircallClass, type MessageClass } from "./message-class";
import type { Scope } from "./outcome";
import type { RecipientClass } from "./recipients";
import type { MissingUser } from "./users";
import { replayBlock, replayBypass, witnessMessage } from "./witness";

/** What a witness is replayed on. */
export interface Context {
  readonly tenant: ExchangeTenant;
  readonly asOf: Date;
  readonly scope: Scope;
  /** The gateway's connector the class comes in by; `undefined` where it comes straight. */
  readonly route: string | undefined;
}

const notInboxAddress = "somebody@tenant.example";

const replayed = (
  issue: Issue,
  messages: MessageClass,
  recipient: string,
  { tenant, asOf, scope, route }: Context,
): Partial<Finding> => {
  if (issue.values === undefined || issue.implies === "undecided") return {};
  const values = route === undefined ? issue.values : new Map([...issue.values, ["route", route]]);
  const witness = witnessMessage(messages, recipient, values);
  const found =
    messages.name === "aircall"
      ? replayBlock(tenant, witness, asOf, scope)
      : replayBypass(tenant, witness, asOf);
  if (found === "agrees") return { witness };
  // The specification leaves it open what becomes of the message, so nothing is claimed.
  if (found === "open") return { implies: "undecided", severity: "warning" };
  // Never show a block that the specification does not confirm.
  const details = { rule: issue.rule ?? issue.stage };
  return { code: "semantics-disagree", implies: "undecided", severity: "warning", details, witness };
};

/** Whom a finding concerns is known once it is merged. */
const nobodyYet = { count: 0, sample: [] };

/** A finding before it is merged; its witness is built and replayed once, for what remains. */
export interface Pending {
  readonly finding: Finding;
  /** The recipients concerned, each class once. */
  readonly classes: ReadonlySet<RecipientClass>;
  readonly witness: () => Partial<Finding>;
}

/** An address that Aircall writes to. */
const addressOf = ({ representative }: RecipientClass): string | undefined =>
  representative?.writtenTo ?? representative?.address;

export const pending = (
  issue: Issue,
  messages: MessageClass,
  recipients: RecipientClass,
  context: Context,
): Pending => {
  const definition: FindingDefinition = catalogue[issue.code];
  const { values: _values, ...rest } = issue;
  const unsure = issue.certainty === "content-dependent" || issue.implies === "undecided";
  return {
    finding: {
      ...rest,
      severity: unsure ? "warning" : definition.severity,
      scope: issue.stage === "mailbox" ? "mailbox" : "organisation",
      senders: [messages.sender],
      message: "",
      fix: "",
      recipients: nobodyYet,
    },
    classes: new Set([recipients]),
    witness: () => replayed(issue, messages, addressOf(recipients) ?? notInboxAddress, context),
  };
};

/** One finding per sender, with every recipient class it concerns. */
const perSender = (all: readonly Pending[]): readonly Pending[] => {
  const found = new Map<string, Pending & { readonly classes: Set<RecipientClass> }>();
  for (const one of all) {
    const key = `${mergeKey(one.finding)}\u0000${one.finding.senders.join()}`;
    const other = found.get(key);
    if (other === undefined) found.set(key, { ...one, classes: new Set(one.classes) });
    else for (const each of one.classes) other.classes.add(each);
  }
  return [...found.values()];
};

const areSame = (left: ReadonlySet<RecipientClass>, right: ReadonlySet<RecipientClass>): boolean =>
  left.size === right.size && [...left].every((one) => right.has(one));

/** The details of a finding, where recipients that no setting tells apart differ in them. */
const detailsFor = (finding: Finding, classes: ReadonlySet<RecipientClass>): FindingDetails =>
  finding.code === "mailbox-full"
    ? { ...finding.details, limit: limitsOf([...classes].flatMap(({ members }) => members)) }
    : finding.details;

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
    const details = detailsFor(finding, classes);
    return worded({ ...finding, recipients, details, ...witness() }, senders);
  });
};

/** A finding about no class of recipients. */
const plainFinding = (senders: readonly string[], scope: Scope, issue: Omit<Issue, "values">): Pending => ({
  finding: {
    ...issue,
    severity: issue.implies === "blocked" ? "error" : "warning",
    scope,
    senders,
    message: "",
    fix: "",
    recipients: { count: 0, sample: [] },
  },
  classes: new Set(),
  witness: () => ({}),
});

const missingIssue = (missing: MissingUser, scope: Scope): readonly Issue[] => {
  const { user } = missing;
  // What kind of recipient an address is, or whether there is one, is a matter of single addresses.
  if (scope === "mailbox" && missing.kind === "other")
    return decideRecipientType(missing.recipient.recipientTypeDetails, user);
  if (scope === "mailbox" && missing.kind === "nobody")
    return [
      {
        code: "recipient-rejected",
        stage: "edge",
        implies: "blocked",
        certainty: "certain",
        outcome: "rejected",
        details: { entry: user },
        values: new Map(),
      },
    ];
  return [{ code: "recipient-not-found", stage: "edge", implies: "undecided", details: { entry: user } }];
};

/** A user whose address is no mailbox of the tenant. */
export const missingFinding = (
  missing: MissingUser,
  senders: readonly string[],
  scope: Scope,
  { tenant, asOf }: Pick<Context, "tenant" | "asOf">,
): readonly Pending[] =>
  missingIssue(missing, scope).map((issue): Pending => {
    const { values, ...rest } = issue;
    const [sender] = senders;
    const messages = sender === undefined || values === undefined ? undefined : aircallClass(sender);
    return {
      ...plainFinding(senders, scope, rest),
      witness: () =>
        messages === undefined
          ? {}
          : replayed(issue, messages, missing.user, { tenant, asOf, scope, route: undefined }),
    };
  });

/** Nobody to decide for: no mailbox was read, or no user was named. */
export const nobodyFinding = (senders: readonly string[], scope: Scope): Pending =>
  plainFinding(senders, scope, {
    code: "part-not-read",
    stage: "mailbox",
    implies: "undecided",
    details: { part: "Get-Mailbox, which holds no mailbox to decide for," },
  });
