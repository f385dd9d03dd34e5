/** Mail as others write it. */
import assert from "node:assert/strict";
import { parseMessage } from "../../src/report/eml";

const eml = [
  "Received: from a.example (192.0.2.7) by b.example",
  "Authentication-Results: spf=pass (sender IP is 192.0.2.7)",
  "\tsmtp.mailfrom=amazonses.com; dkim=pass (signature was verified)",
  "\theader.d=aircall.io;dmarc=pass action=none header.from=aircall.io",
  "From: =?utf-8?Q?Aircall_=C3=A9quipe?= <noreply@aircall.io>",
  "To: Anna Miller <anna@contoso.example>, ben@contoso.example",
  "Subject: =?iso-8859-1?Q?Votre_code?= =?iso-8859-1?Q?_v=E9rifi=E9?=",
  "X-Note: =?unknown-set?B?YWJj?=",
  "MIME-Version: 1.0",
  'Content-Type: multipart/alternative; boundary="b"',
  "",
  "--b",
  "Content-Type: text/plain; charset=iso-8859-1",
  "",
  "plain",
  "--b",
  "Content-Type: text/html; charset=iso-8859-1",
  "Content-Transfer-Encoding: quoted-printable",
  "",
  "<p>Voil=E0 123456</p>",
  "--b--",
  "",
].join("\r\n");

describe("a mail somebody saved", () => {
  it("is read as the service sees it", async () => {
    const message = await parseMessage(eml, { envelopeFrom: "bounce@amazonses.com", sourceIp: "192.0.2.7" });
    assert.equal(message.from, "noreply@aircall.io");
    assert.equal(message.displayName, "Aircall équipe");
    assert.equal(message.recipient, "anna@contoso.example");
    assert.equal(message.subject, "Votre code vérifié");
    assert.equal(message.body, "<p>Voilà 123456</p>");
    assert.equal(message.characterSet, "iso-8859-1");
    assert.equal(message.envelopeFrom, "bounce@amazonses.com");
    assert.deepEqual(
      [message.spf, message.dkim, message.dkimDomain, message.dmarc],
      ["pass", "pass", "aircall.io", "pass"],
    );
    assert.deepEqual(message.headers["x-note"], ["=?unknown-set?B?YWJj?="]);
    assert.equal(message.size, Buffer.byteLength(eml));
  });

  it("goes to the recipient asked about", async () => {
    assert.equal(
      (await parseMessage(eml, { recipient: "ben@contoso.example" })).recipient,
      "ben@contoso.example",
    );
  });

  it("that tells nothing of its authentication passes nothing", async () => {
    const message = await parseMessage("From: a@b.example\r\n\r\nx");
    assert.deepEqual(
      [message.spf, message.dkim, message.dkimDomain, message.dmarc],
      ["none", "none", "", "none"],
    );
  });
});
