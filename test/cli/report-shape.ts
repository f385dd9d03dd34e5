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
  sourceIp: z.string().optional(),
  filterVerdict: z.string().optional(),
  tls: z.boolean().optional(),
  certificateNames: z.array(z.string()).optional(),
  country: z.string().optional(),
  languages: z.array(z.string()).optional(),
  route: z.string().optional(),
  eml: z.string().includes("\r\nSubject: "),
  testMessage: z.string().startsWith("Test-Message "),
});

const fix = z.union([
  z.strictObject({ found: z.literal(false), because: z.string(), text: z.string().min(1) }),
  z.strictObject({
    found: z.literal(true),
    text: z.string().min(1),
    steps: z.array(z.string()).min(1),
    commands: z.array(z.string()).min(1),
    verdictAfter: z.enum(["proven", "not-guaranteed", "blocked", "undecided"]),
    narrownessAfter: z.enum(["narrow", "no-bypass", "too-wide", "undecided"]),
    provesTenant: z.boolean(),
  }),
]);

const explanation = z.union([
  z.strictObject({ skipped: z.string(), text: z.string().min(1) }),
  z.strictObject({
    wouldRescue: z.array(
      z.strictObject({ rule: z.string(), priority: z.number(), reason: z.string(), text: z.string() }),
    ),
    shadows: z.array(z.strictObject({ rule: z.string(), by: z.string().optional(), neverActs: z.boolean() })),
    fix,
    behind: z.array(
      z.strictObject({ code: z.string(), rule: z.string().optional(), message: z.string().min(1) }),
    ),
    recipientsWhere: z.string().optional(),
  }),
]);

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
  explanation: explanation.optional(),
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
  assumptions: z
    .array(
      z.strictObject({
        id: z.string(),
        text: z.string(),
        source: z.string(),
        confirmedBy: z.number().optional(),
      }),
    )
    .min(1),
  changesAt: z.array(
    z.strictObject({ at: z.iso.datetime(), verdict: z.string(), narrowness: z.string(), cause: z.string() }),
  ),
});
