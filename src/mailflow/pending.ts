/** A finding on its way: about one sender and one recipient class, not yet merged, worded and shown by a message. */
import { evaluateExchange } from "./exchange/evaluate";
import type { Issue } from "./exchange/issue";
import { decideRecipientType } from "./exchange/mailbox/recipient-type";
import type { ExchangeTenant } from "./exchange/tenant";
import { catalogue, type Finding, type FindingDefinition } from "./finding";
import type { Message } from "./message";
import { aircallClass, type MessageClass } from "./message-class";
import type { Scope } from "./outcome";
import type { RecipientClass } from "./recipients";
import type { MissingUser } from "./users";
import { type Replayed, showsBlock, showsBypass, witnessMessage } from "./witness";

/** What a witness is replayed on. */
export interface Context {
  readonly tenant: ExchangeTenant;
  readonly asOf: Date;
  readonly scope: Scope;
  /** The gateway's connector the class comes in by; `undefined` where it comes straight. */
  readonly route: string | undefined;
}

const notInboxAddress = "somebody@tenant.example";

/** The fields in which a message may say nothing. */
const textFields = ["subject", "body"];

const replayed = (
  issue: Issue,
  messages: MessageClass,
  recipient: string,
  { tenant, asOf, scope, route }: Context,
): Partial<Finding> => {
  if (issue.values === undefined || issue.implies === "undecided") return {};
  const values = route === undefined ? issue.values : new Map([...issue.values, ["route", route]]);
  const show = (message: Message): Replayed =>
    messages.name === "aircall"
      ? showsBlock(evaluateExchange(tenant, message, asOf, scope, false))
      : showsBypass(evaluateExchange(tenant, message, asOf, "organisation", false));
  let witness = witnessMessage(messages, recipient, values);
  let found = show(witness);
  if (found === "contradicts") {
    // A filter may mark a mail for saying nothing, which has an action of its own: the usual text is tried, too.
    const speaking = new Map([...values].filter(([field]) => !textFields.includes(field)));
    witness = witnessMessage(messages, recipient, speaking);
    found = show(witness);
  }
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
