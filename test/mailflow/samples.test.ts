/** Real mails: what they show of a tenant, of the words Aircall uses, and of what is assumed of its mail. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { assumptions } from "../../src/mailflow/aircall";
import { worded } from "../../src/mailflow/finding";
import { contains } from "../../src/mailflow/language/language";
import type { Message } from "../../src/mailflow/message";
import { aircallClass, forgedClass } from "../../src/mailflow/message-class";
import { classifyRecipients } from "../../src/mailflow/recipients";
import { confirmedBy, shownBy } from "../../src/mailflow/sample-assumptions";
import { likelyTextsOf, withLikelyTexts, wordsOfSamples } from "../../src/mailflow/sample-words";
import { sampleFindings } from "../../src/mailflow/samples";
import { en } from "../../src/report/locales/en";
import { fr } from "../../src/report/locales/fr";
import { toTenant } from "../../src/tenants/exchange/export/native-export";
import { aircallMessage } from "./exchange/labelled/aircall-message";
import { allowAircall, quarantine, tenant } from "./exchange/labelled/tenant-builder";

const sample = (overrides: Partial<Message> = {}): Message => ({
  ...aircallMessage(),
  displayName: "Aircall",
  headers: {
    "return-path": ["<1@bounce.aircall.io>"],
    "authentication-results": ["spf=pass"],
    to: ["anna@contoso.example"],
  },
  envelopeFrom: "1@bounce.aircall.io",
  ...overrides,
});

const bob = "bob@contoso.example";
const asOf = new Date("2026-11-22T12:00:00Z");

const findingsOn = (builder: ReturnType<typeof tenant>, samples: readonly Message[]) => {
  const read = toTenant(builder.build(), "t");
  const classes = classifyRecipients(read, read.transportRules ?? [], read.recipients, "organisation");
  return sampleFindings({ tenant: read, samples, classes, asOf, scope: "organisation" });
};

describe("a saved mail", () => {
  it("that is stopped when it comes again is a certain block, shown by the mail itself", () => {
    const mail = sample({ subject: "Zebra Aircall", body: "Hello" });
    const found = findingsOn(
      tenant()
        .withRule(quarantine("Zebra", { SubjectContainsWords: ["zebra"] }))
        .withRule(allowAircall()),
      [mail],
    );
    const [first] = found;
    assert.equal(found.length, 1);
    assert.equal(first?.finding.code, "sample-stopped");
    assert.deepEqual(
      [first?.finding.implies, first?.finding.certainty, first?.finding.outcome, first?.finding.rule],
      ["blocked", "certain", "quarantined", "Zebra"],
    );
    assert.equal(first?.witness().witness?.subject, "Zebra Aircall");
    const text = first && worded(first.finding, 5);
    assert.equal(
      text?.message,
      'The saved mail "Zebra Aircall" from noreply@aircall.io is quarantined when it comes again (the transport rule "Zebra").',
    );
    assert.match(
      text === undefined ? "" : fr.finding(text).message,
      /est mis en quarantaine .*règle de flux/u,
    );
  });

  it("is sent to each kind of recipient", () => {
    const found = findingsOn(
      tenant()
        .withMailbox(bob, "Bob")
        .withRule(quarantine("Bob's", { SentTo: [bob], SubjectContainsWords: ["zebra"] }))
        .withRule(allowAircall()),
      [sample({ subject: "Zebra" })],
    );
    assert.deepEqual(
      found.map(({ witness }) => witness().witness?.recipient),
      [bob],
    );
  });

  it("that arrives is no finding", () => {
    assert.deepEqual(findingsOn(tenant().withRule(allowAircall()), [sample()]), []);
  });

  it("that contradicts an assumption is a finding that names it, in both languages", () => {
    const odd = sample({ displayName: "Login service", from: "codes@aircall.io" });
    const found = findingsOn(tenant().withRule(allowAircall()), [odd]).filter(
      ({ finding }) => finding.code === "sample-contradicts",
    );
    assert.deepEqual(
      found.map(({ finding }) => [finding.implies, finding.details.assumption]),
      [
        ["undecided", "senders"],
        ["undecided", "display-name"],
      ],
    );
    const [first] = found;
    const text = first && worded(first.finding, 5);
    assert.ok(text !== undefined);
    assert.match(
      en.finding(text).message,
      /contradicts an assumption .*\(senders\): it comes from codes@aircall\.io\./u,
    );
    assert.match(fr.finding(text).message, /contredit une hypothèse .*il vient de codes@aircall\.io\./u);
  });
});

describe("what a saved mail shows of the assumptions", () => {
  const contradicted = (overrides: Partial<Message>) =>
    shownBy(sample(overrides))
      .filter(({ holds }) => !holds)
      .map(({ name }) => name);

  it("is nothing where it does not tell", () => {
    const names = shownBy(sample({ headers: {} })).map(({ name }) => name);
    for (const silent of ["dmarc", "envelope", "oneRecipient"] as const) assert.ok(!names.includes(silent));
  });

  it("is a contradiction of each one it breaks", () => {
    const headers = sample().headers;
    assert.deepEqual(contradicted({}), []);
    assert.deepEqual(contradicted({ dmarc: "fail" }), ["dmarc"]);
    assert.deepEqual(contradicted({ spf: "none" }), ["dmarc"]);
    assert.deepEqual(contradicted({ envelopeFrom: "x@sendgrid.example" }), ["envelope"]);
    assert.deepEqual(contradicted({ size: 2_000_000 }), ["size"]);
    assert.deepEqual(contradicted({ attachments: [{ name: "terms.pdf", size: 9, inline: false }] }), [
      "attachments",
    ]);
    assert.deepEqual(contradicted({ attachments: [{ name: "logo.png", size: 9, inline: true }] }), []);
    assert.deepEqual(contradicted({ importance: "High" }), ["importance"]);
    assert.deepEqual(
      contradicted({ headers: { ...headers, "content-type": ["multipart/signed; micalg=x"] } }),
      ["importance"],
    );
    assert.deepEqual(contradicted({ characterSet: "shift_jis" }), ["characterSet"]);
    assert.deepEqual(
      contradicted({ headers: { ...headers, "reply-to": ["Support <help@zendesk.example>"] } }),
      ["senderHeader"],
    );
    assert.deepEqual(contradicted({ headers: { ...headers, cc: ["bob@contoso.example"] } }), [
      "oneRecipient",
    ]);
  });

  it("counts for an envelope domain that was declared", () => {
    const mail = sample({ envelopeFrom: "x@mailer.example" });
    assert.deepEqual(
      shownBy(mail, { envelopeDomains: ["mailer.example"] }).filter(({ holds }) => !holds),
      [],
    );
  });

  it("is counted beside the assumptions, unless another mail contradicts it", () => {
    const list = [assumptions.displayName, assumptions.edge];
    assert.deepEqual(confirmedBy(list, [sample(), sample()]), [
      { ...assumptions.displayName, confirmedBy: 2 },
      assumptions.edge,
    ]);
    assert.deepEqual(confirmedBy(list, [sample(), sample({ displayName: "Codes" })]), list);
  });
});

describe("the words of a saved mail", () => {
  it("are those people read: no tags, styles, links, addresses and random tokens", () => {
    const mail = sample({
      subject: "Votre code d'accès",
      body: '<html><head><style>.zebra{color:red}</style></head><p class="yak">Bonjour&nbsp;Véra, https://a.example/x7f ou vera@contoso.example : 27 août, a1b2c3</p></html>',
    });
    assert.deepEqual(wordsOfSamples([mail]), [
      "votre",
      "code",
      "d",
      "accès",
      "bonjour",
      "véra",
      "ou",
      "27",
      "août",
    ]);
  });

  it("become likely text, alone and beside the words that were likely before", () => {
    const texts = likelyTextsOf([sample({ subject: "Zebra ready", body: "<p>Okapi</p>" })]);
    const widened = withLikelyTexts(aircallClass("noreply@aircall.io"), texts);
    const isLikely = (field: "subject" | "body", text: string) =>
      widened.likely(field).every((language) => contains(language, text));
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("zebra", "ready", "okapi", "your", "code", "123456"), { minLength: 1 }),
        (words) => {
          assert.ok(isLikely("subject", words.join(" ")));
          assert.ok(isLikely("body", `<p>${words.join(" ")}</p>`));
        },
      ),
      { numRuns: 50 },
    );
    assert.ok(!isLikely("subject", "giraffe"));
  });

  it("change nothing of forged mail, nor of anything without a sample", () => {
    const forged = forgedClass("noreply@aircall.io");
    assert.equal(withLikelyTexts(forged, likelyTextsOf([sample()])), forged);
    assert.equal(likelyTextsOf([]), undefined);
    const genuine = aircallClass("noreply@aircall.io");
    assert.equal(withLikelyTexts(genuine, undefined), genuine);
  });
});
