/** A message survives being written as mail and read back. */
import assert from "node:assert/strict";
import fc from "fast-check";
import type { Message } from "../../src/mailflow/message";
import { parseMessage, renderMessage } from "../../src/report/eml";
import { aircallMessage } from "../mailflow/exchange/labelled/aircall-message";

const roundTrip = async (message: Message): Promise<Message> => parseMessage(await renderMessage(message));

const text = fc.string({ unit: "grapheme", maxLength: 200 });
const printable = fc.string({ unit: "grapheme-ascii", maxLength: 200 });
const body = fc.oneof(
  text,
  fc
    .array(
      fc.oneof(
        text,
        fc.constantFrom("<p>", "</p>", "\n", "\n.\n", " \n", "=20", "\t", "From me\n", "--x--\n"),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join("")),
);
const label = fc.stringMatching(/^[a-z][a-z0-9]{0,12}$/);
const address = fc.tuple(label, label).map(([user, domain]) => `${user}@${domain}.example`);

const message: fc.Arbitrary<Message> = fc
  .record({
    from: address,
    displayName: fc.oneof(text, printable).map((name) => name.trim()),
    envelopeFrom: address,
    recipient: address,
    subject: fc.oneof(
      text,
      printable,
      fc.constantFrom("", " ", "=?utf-8?Q?x?=", "a  b", " a ", "x".repeat(1_500)),
    ),
    body,
    importance: fc.constantFrom("Low", "Normal", "High"),
    characterSet: fc.constantFrom("utf-8"),
    attachments: fc.array(
      fc.record(
        {
          name: fc.constantFrom("logo.png", "a b.gif", "x.svg"),
          size: fc.integer({ min: 1, max: 5_000 }),
          inline: fc.boolean(),
        },
        { noNullPrototype: true },
      ),
      { maxLength: 2 },
    ),
    headers: fc.record({
      "authentication-results": fc
        .tuple(fc.constantFrom("pass", "fail", "none"), label)
        .map(([result, domain]) => [
          `spf=${result} (sender ip is 192.0.2.1) smtp.mailfrom=${domain}.example; dkim=${result} (signature) header.d=${domain}.example; dmarc=${result} action=none header.from=${domain}.example;compauth=pass reason=100`,
        ]),
      "x-words": fc.array(
        text.filter((value) => value !== ""),
        { minLength: 1, maxLength: 2 },
      ),
    }),
  })
  .map((parts) => ({ ...aircallMessage(), ...parts }) as Message);

describe("a message as mail", function () {
  this.timeout(120_000);

  it("keeps sender, envelope, recipient, subject, body, importance and attachments (fast-check)", async () => {
    await fc.assert(
      fc.asyncProperty(message, async (written) => {
        const { headers, ...read } = await roundTrip(written);
        for (const name of [
          "from",
          "displayName",
          "envelopeFrom",
          "recipient",
          "subject",
          "body",
          "importance",
          "characterSet",
          "attachments",
        ] as const)
          assert.deepEqual(read[name], written[name], name);
        assert.deepEqual(headers["authentication-results"], written.headers["authentication-results"]);
        assert.deepEqual(headers["x-words"], written.headers["x-words"]);
      }),
      { numRuns: 300 },
    );
  });
});
