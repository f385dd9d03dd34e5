/** A real mail, read as the message that arrived. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { lastHopOf } from "../../src/report/last-hop";
import { parseSavedMail } from "../../src/report/saved-mail";

const example = readFileSync(join(__dirname, "..", "..", "examples", "mail", "login-code.eml"), "utf8");

describe("a saved mail", () => {
  it("tells its envelope sender, authentication and last hop (exchange-online.md 3.9)", async () => {
    const message = await parseSavedMail(example);
    assert.equal(message.from, "noreply@notify.aircall.io");
    assert.equal(message.displayName, "Aircall");
    assert.equal(message.envelopeFrom, "0107019example-27-000000@bounce.notify.aircall.io");
    assert.equal(message.recipient, "vera.lindqvist@contoso.example");
    assert.equal(message.sourceIp, "198.51.100.27");
    assert.equal(message.tls, true);
    assert.equal(message.country, "DE");
    assert.deepEqual(message.languages, ["en"]);
    assert.deepEqual(
      [message.spf, message.dkim, message.dkimDomain, message.dmarc],
      ["pass", "pass", "notify.aircall.io", "pass"],
    );
    assert.match(message.body, /Your one-time code is <b>418 305<\/b>/u);
  });

  it("goes to the recipient asked about", async () => {
    const { recipient } = await parseSavedMail(example, "ben@contoso.example");
    assert.equal(recipient, "ben@contoso.example");
  });

  it("without fields of transport is taken as genuine mail, which nobody has seen fail", async () => {
    const bare = await parseSavedMail("From: Aircall <team@aircall.io>\r\nTo: a@b.example\r\n\r\nHello");
    assert.deepEqual([bare.spf, bare.dkim, bare.dmarc], ["pass", "pass", "pass"]);
    assert.equal(bare.sourceIp, undefined);
  });

  it("that was stamped as failing fails", async () => {
    const failed = await parseSavedMail(
      "Authentication-Results: spf=fail (sender IP is 192.0.2.9) smtp.mailfrom=x.example; dkim=none;\r\n dmarc=fail action=quarantine header.from=aircall.io\r\nFrom: Aircall <team@aircall.io>\r\n\r\nx",
    );
    assert.deepEqual([failed.spf, failed.dkim, failed.dmarc], ["fail", "none", "fail"]);
    assert.equal(failed.sourceIp, "192.0.2.9");
  });
});

describe("the last hop into the service", () => {
  const inside =
    "from A.eurprd10.prod.outlook.com (2603:10a6::12) by B.eurprd10.prod.outlook.com with HTTPS; today";
  it("is the topmost from outside, not a hop inside the service nor one before it", () => {
    const received = [
      inside,
      "from gateway.contoso.example (203.0.113.5) by AM.mail.protection.outlook.com (10.0.0.1) with Microsoft SMTP Server (version=TLS1_2); today",
      "from mail.aircall.example (198.51.100.1) by gateway.contoso.example with ESMTP; today",
    ];
    assert.deepEqual(lastHopOf({ received }), { sourceIp: "203.0.113.5", tls: true });
  });

  it("may be in brackets, of version 6, and without TLS", () => {
    const received = ["from mail.example ([2001:db8::5]) by AM.mail.protection.outlook.com with SMTP; today"];
    assert.deepEqual(lastHopOf({ received }), { sourceIp: "2001:db8::5", tls: false });
  });

  it("is not known where no hop enters the service", () => {
    assert.deepEqual(lastHopOf({ received: [inside] }), { sourceIp: undefined });
    assert.deepEqual(lastHopOf({}), { sourceIp: undefined });
  });
});
