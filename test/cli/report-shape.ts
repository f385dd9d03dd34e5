/** The shape of `check --format json` (design section 7): nothing more, nothing less. */
import { z } from "zod";

const witness = z.strictObject({
  from: z.string(),
  displayName: z.string(),
  envelopeFrom: z.string(),
  recipient: z.string(),
  subject: z.string(),
  body: z.string(),
  headers: z.record(z.string(), z.array(z.string())),
  size: z.number(),
  spf: z.string(),
  dkim: z.string(),
  dkimDomain: z.string(),
  dmarc: z.string(),
  importance: z.string(),
  characterSet: z.string(),
  attachments: z.array(z.unknown()),
  eml: z.string().includes("\r\nSubject: "),
});

const finding = z.strictObject({
  code: z.string(),
  severity: z.enum(["error", "warning", "note"]),
  certainty: z.enum(["certain", "likely", "content-dependent"]).optional(),
  scope: z.enum(["organisation", "mailbox"]),
  stage: z.string(),
  sender: z.string().includes("@"),
  rule: z.string().optional(),
  message: z.string().min(1),
  fix: z.string().min(1),
  recipients: z.strictObject({ count: z.number(), sample: z.array(z.string()) }),
  witness: witness.optional(),
});

export const report = z.strictObject({
  tenant: z.string(),
  asOf: z.iso.datetime(),
  scope: z.enum(["organisation", "mailbox"]),
  verdict: z.enum(["proven", "not-guaranteed", "blocked", "undecided"]),
  findings: z.array(finding),
  narrowness: z.strictObject({
    verdict: z.enum(["narrow", "no-bypass", "too-wide", "undecided"]),
    findings: z.array(finding),
  }),
  assumptions: z.array(z.strictObject({ id: z.string(), text: z.string(), source: z.string() })).min(1),
  changesAt: z.array(
    z.strictObject({ at: z.iso.datetime(), verdict: z.string(), narrowness: z.string(), cause: z.string() }),
  ),
});
