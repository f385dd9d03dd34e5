/** The closed catalogue of findings, by code. */

import { doubtFindings } from "./doubts";
import { filterFindings } from "./filters";
import { mailboxFindings } from "./mailbox";
import { narrownessFindings } from "./narrowness";
import { realityFindings } from "./reality";
import { wayInFindings } from "./ways-in";

export const catalogue = {
  ...filterFindings,
  ...wayInFindings,
  ...mailboxFindings,
  ...narrownessFindings,
  ...realityFindings,
  ...doubtFindings,
} as const;
