/** The allow rule as the product recommends it, for the mail administrator's ticket (design section 4). */
import { aircallSenders } from "../../../mailflow/aircall";
import { addAllowFirst } from "../../../mailflow/explanation/rule-edits";
import { toTenant } from "../../../tenants/exchange/export/native-export";
import type { ReadinessWords } from "../words/words";

/** The very commands that a finding's fix prints, for a tenant without rules. */
const commands = (): readonly string[] =>
  addAllowFirst(toTenant({ "Get-TransportRule": [] }, ""), aircallSenders).flatMap((edit) => edit.commands);

/** Exact senders and authentication, and why not the whole domain (aircall.md 4.1, 4.2). */
export const allowLines = ({ tickets: { allow } }: ReadinessWords): readonly string[] => [
  allow.exchange,
  "",
  "```powershell",
  ...commands(),
  "```",
  "",
  ...allow.parts.map((part) => `- ${part}`),
  "",
  ...[allow.google, allow.others, allow.notTheDomain].flatMap((text) => [text, ""]),
];
