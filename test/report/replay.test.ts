/** Every witness is replayed as the mail it is shown as. */
import assert from "node:assert/strict";
import { type Decision, decide } from "../../src/mailflow/decide";
import type { Message } from "../../src/mailflow/message";
import { replay, replayWitnesses } from "../../src/report/replay";
import { toTenant } from "../../src/tenants/exchange/export/native-export";
import { labelledTenants } from "../mailflow/exchange/labelled/index";
import {
  aircallMessage,
  defaultAsOf,
  quarantine,
  tenant,
} from "../mailflow/exchange/labelled/labelled-tenant";

const asOf = new Date(defaultAsOf);

const withRule = (conditions: Readonly<Record<string, unknown>>) =>
  toTenant(tenant().withRule(quarantine("Odd", conditions)).build(), "odd");

/** A decision whose first finding shows this message. */
const showing = (decision: Decision, witness: Message): Decision => ({
  ...decision,
  findings: decision.findings.map((finding, place) => (place === 0 ? { ...finding, witness } : finding)),
});

describe("the replay of a witness as mail", function () {
  this.timeout(120_000);

  it("agrees for every labelled tenant", async () => {
    let shown = 0;
    for (const {
      title,
      export: parts,
      asOf: moment = defaultAsOf,
      scope = "organisation",
      facts = {},
      users,
    } of labelledTenants) {
      const labelled = toTenant(parts, "labelled");
      const asked = { asOf: new Date(moment), scope, facts, ...(users === undefined ? {} : { users }) };
      const decided = decide(labelled, asked);
      const { decision, witnesses } = await replayWitnesses(labelled, decided, new Date(moment), scope);
      shown += witnesses.size;
      assert.deepEqual(decision, decided, title);
    }
    assert.ok(shown > 100, `${shown} witnesses`);
  });

  it("turns a finding whose mail ends otherwise into semantics-disagree, and the verdict follows", async () => {
    const odd = withRule({ SubjectContainsWords: ["code"] });
    const decided = decide(odd, { asOf });
    assert.equal(decided.verdict, "blocked");
    const wrong = showing(decided, aircallMessage({ subject: "Hello" }));
    const { decision, witnesses } = await replayWitnesses(odd, wrong, asOf);
    const [finding] = decision.findings;
    assert.equal(finding?.code, "semantics-disagree");
    assert.equal(finding?.implies, "undecided");
    assert.match(finding?.message ?? "", /"Odd"/u);
    assert.equal(decision.verdict, "undecided");
    assert.ok(finding !== undefined && witnesses.has(finding));
  });

  const carried: readonly (readonly [string, Partial<Message>, Readonly<Record<string, unknown>>])[] = [
    ["a control character in the body", { body: "a\u0001b" }, { SubjectOrBodyMatchesPatterns: ["a\\x01b"] }],
    ["a lone carriage return in the body", { body: "a\rb" }, { SubjectOrBodyMatchesPatterns: ["a\\rb"] }],
    ["a blank at the end of a line", { body: "code \nnext" }, { SubjectOrBodyMatchesPatterns: ["code \\n"] }],
    ["a line that is a single dot", { body: "a\n.\nb" }, { SubjectOrBodyMatchesPatterns: ["a\\n\\.\\nb"] }],
    ["blanks around the subject", { subject: "  code  " }, { SubjectMatchesPatterns: ["  code  "] }],
    ["a long subject", { subject: `${"word ".repeat(300)}code` }, { SubjectContainsWords: ["code"] }],
    [
      "a subject that looks encoded",
      { subject: "=?utf-8?Q?code?=" },
      { SubjectMatchesPatterns: ["utf-8\\?Q"] },
    ],
    [
      "another character set",
      { body: "clé: prêt", characterSet: "iso-8859-15" },
      { ContentCharacterSetContainsWords: ["iso-8859-15"] },
    ],
    [
      "a field of its own",
      { headers: { "x-mailer": ["Sendy 2"] } },
      { HeaderContainsMessageHeader: "X-Mailer", HeaderContainsWords: ["sendy"] },
    ],
    [
      "an inline image",
      { attachments: [{ name: "logo.png", size: 4_096, inline: true }] },
      { AttachmentExtensionMatchesWords: ["png"] },
    ],
  ];
  for (const [title, message, conditions] of carried)
    it(`carries ${title}`, async () => {
      const written = aircallMessage(message);
      const { agrees, message: read } = await replay(withRule(conditions), written, "delivery", asOf);
      assert.deepEqual(
        [read.subject, read.body, read.characterSet],
        [written.subject, written.body, written.characterSet],
      );
      assert.equal(agrees, true);
    });

  it("makes visible what mail cannot carry", async () => {
    const message = aircallMessage({ subject: "日本", body: "日本", characterSet: "iso-8859-1" });
    const odd = withRule({ SubjectOrBodyMatchesPatterns: ["^日本"], ExceptIfSubjectContainsWords: ["日本"] });
    const { agrees, message: read } = await replay(odd, message, "delivery", asOf);
    assert.equal(read.body, "??");
    assert.equal(agrees, false);
  });

  it("does not let the fields every mail must have decide", async () => {
    const odd = withRule({
      SubjectContainsWords: ["code"],
      ExceptIfHeaderMatchesMessageHeader: "Message-ID",
      ExceptIfHeaderMatchesPatterns: ["."],
    });
    const { agrees } = await replay(odd, aircallMessage({ subject: "code" }), "delivery", asOf);
    assert.equal(agrees, true);
  });

  it("is the same mail every time", async () => {
    const odd = withRule({ SubjectContainsWords: ["code"] });
    const once = await replay(odd, aircallMessage(), "delivery", asOf);
    const again = await replay(odd, aircallMessage(), "delivery", asOf);
    assert.equal(once.eml, again.eml);
  });
});
