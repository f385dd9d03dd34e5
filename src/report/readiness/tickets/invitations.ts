/** Whom to invite again now, as a sheet; and whose invitation is still open, for the ticket. */
import type { OpenInvitation, Plan } from "../../../readiness/plan";
import { visible } from "../../layout";
import { csvRows } from "../csv";
import { headRow, markdownRow, ruler } from "../markdown";
import { sourcesText } from "../source-text";
import type { ReadinessStyle } from "../style";
import type { PlanFile } from "./plan-file";

export const invitationsFile = ({ invitations }: Plan, style: ReadinessStyle): readonly PlanFile[] => {
  const { words, masking } = style;
  const { label } = words;
  const rows = invitations.map((person) => {
    const { email, name } = masking.who(person);
    return [email, name, sourcesText(person.ownLines, style, person)].map(visible);
  });
  if (rows.length === 0) return [];
  const content = csvRows([[label.email, label.name, label.evidence], ...rows], words, true);
  return [{ name: words.tickets.invitations, content }];
};

/** Most open invitations that a ticket lists. */
const limit = 200;

/** To be resent only if they end: their links still work. */
export const openInvitationLines = (
  open: readonly OpenInvitation[],
  { words, masking }: ReadinessStyle,
): readonly string[] => {
  if (open.length === 0) return [];
  const { label, tickets } = words;
  return [
    tickets.openInvitations,
    "",
    headRow([label.name, label.email, tickets.until]),
    ruler(3),
    ...open.slice(0, limit).map(({ person, until }) => {
      const { email, name } = masking.who(person);
      return markdownRow([name, email, until]);
    }),
    ...(open.length > limit ? ["", words.moreUsers(open.length - limit)] : []),
    "",
  ];
};
