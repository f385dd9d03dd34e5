/** The genuine Aircall mail that every labelled message is a variation of. */
import type { Message } from "../../../../src/mailflow/message";

/** A genuine Aircall mail with a login code, to the healthy tenant's one mailbox. */
export const aircallMessage = (overrides: Partial<Message> = {}): Message => ({
  from: "noreply@aircall.io",
  displayName: "Aircall",
  envelopeFrom: "0100018f@eu-west.amazonses.com",
  recipient: "anna@contoso.example",
  subject: "Your Aircall verification code: 483920",
  body: [
    "<html><body><p>Hello Anna,</p><p>Your verification code is <b>483920</b>.</p>",
    '<p><a href="https://dashboard.aircall.io/login">Log in to Aircall</a></p>',
    '<img src="https://x1.r.us-west-2.awstrack.me/I0/1" width="1" height="1"></body></html>',
  ].join("\n"),
  headers: {},
  sourceIp: undefined,
  size: 24 * 1024,
  spf: "pass",
  dkim: "pass",
  dkimDomain: "aircall.io",
  dmarc: "pass",
  importance: "Normal",
  characterSet: "utf-8",
  attachments: [],
  ...overrides,
});
