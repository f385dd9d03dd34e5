/** The plan as files to hand on: a ticket for each owner, the invitations to resend, and a message to the users. */
import { fillIn } from "../../../mailflow/finding";
import type { Plan } from "../../../readiness/plan";
import { stepOf } from "../../../readiness/plan/steps";
import type { Owner } from "../../../readiness/reasons";
import { leastApps } from "../least-apps";
import type { ReadinessRun } from "../run";
import type { ReadinessStyle } from "../style";
import type { TicketText, TicketWords } from "../words/ticket-words";
import { allowLines } from "./allow-lines";
import { invitationsFile, openInvitationLines } from "./invitations";
import type { PlanFile } from "./plan-file";
import { type TicketRequest, ticketText } from "./ticket";

/** Where links have to stay as they are (aircall.md 1.3). */
const linkHosts = ["email-verification.aircall.io", "*.awstrack.me"] as const;

/** Users get no ticket, but the message. */
type TicketOwner = Exclude<Owner, "user">;

const ticketNames: Readonly<Record<TicketOwner, string>> = {
  "mail-admin": "ticket-mail-admin.md",
  "device-admin": "ticket-device-management.md",
  "aircall-admin": "ticket-aircall-admin.md",
};

const textOf: Readonly<Record<TicketOwner, (words: TicketWords) => TicketText>> = {
  "mail-admin": ({ mail }) => mail,
  "device-admin": ({ devices }) => devices,
  "aircall-admin": ({ aircall }) => aircall,
};

const moreOf = ({ openInvitations }: Plan, style: ReadinessStyle): TicketRequest["more"] => {
  const hosts = linkHosts.map((host) => `\`${host}\``).join(", ");
  const { tickets } = style.words;
  return {
    "allow-mail": allowLines(style.words),
    "spare-links": [...tickets.links.map((line) => `- ${fillIn(line, { hosts })}`), ""],
    "resend-invitations": openInvitationLines(openInvitations, style),
  };
};

const ticketFile = (
  owner: TicketOwner,
  { plan, asOf }: ReadinessRun,
  style: ReadinessStyle,
): readonly PlanFile[] => {
  const { words } = style;
  const ticket = plan.tickets.find((one) => one.owner === owner);
  const toDo = (ticket?.steps ?? []).filter(({ id }) => id !== "run-again");
  // To check again is no work of its own.
  if (ticket === undefined || toDo.length === 0) return [];
  const named = toDo.filter(({ id }) => stepOf(id).reasons.length > 0);
  const people = new Set((named.length === 0 ? toDo : named).flatMap((step) => step.people));
  const values = {
    ...leastApps,
    people: words.people(people.size),
    date: asOf.toISOString().slice(0, 10),
    invitations: words.tickets.invitations,
  };
  const request = { ticket, plan, text: textOf[owner](words.tickets), values, more: moreOf(plan, style) };
  return [{ name: ticketNames[owner], content: ticketText(request, style) }];
};

const messageFile = ({ words: { tickets } }: ReadinessStyle): PlanFile => {
  const { subject, lines } = tickets.message;
  const paragraphs = lines.map((line) => fillIn(line, leastApps));
  return { name: "message-to-users.md", content: `${[`# ${subject}`, ...paragraphs].join("\n\n")}\n` };
};

/** Tickets and the list of invitations where there is something to do; the message always. */
export const planFiles = (run: ReadinessRun, style: ReadinessStyle): readonly PlanFile[] => [
  ...ticketFile("mail-admin", run, style),
  ...ticketFile("device-admin", run, style),
  ...ticketFile("aircall-admin", run, style),
  ...invitationsFile(run.plan, style),
  messageFile(style),
];
