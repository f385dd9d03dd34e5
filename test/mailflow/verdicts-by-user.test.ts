/** The verdict for each single user is the one that the decider gives when asked for that user alone. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { decide } from "../../src/mailflow/decide";
import type { Message } from "../../src/mailflow/message";
import type { Scope } from "../../src/mailflow/outcome";
import { verdictsByUser } from "../../src/mailflow/verdicts-by-user";
import { toTenant } from "../../src/tenants/exchange/export/native-export";
import { declaredFacts } from "../properties/arbitrary-settings";
import { genuineMessage } from "../properties/arbitrary-tenant";
import { runs } from "../properties/runs";
import { mailboxTenant, openMailbox, statistics } from "./exchange/labelled/mailbox-tenant";
import { others, people, severalMailboxes } from "./several-mailboxes";

const asOf = new Date("2026-11-22T12:00:00Z");
const asked = [
  ...people,
  "alias.anna@contoso.example",
  "BEN@contoso.example",
  "cleo+aircall@contoso.example",
  ...others,
];
const scopes = fc.constantFrom<Scope>("mailbox", "mailbox", "organisation");
const samplesOf = fc.oneof(
  { weight: 5, arbitrary: fc.constant<readonly Message[]>([]) },
  { weight: 1, arbitrary: fc.array(genuineMessage, { minLength: 1, maxLength: 2 }) },
);

describe("the verdict for each user", function () {
  this.timeout(0);

  it("is what the decider says when asked for that user alone", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(
        severalMailboxes,
        scopes,
        declaredFacts,
        samplesOf,
        fc.shuffledSubarray(asked, { minLength: 1 }),
        (raw, scope, facts, samples, users) => {
          const tenant = toTenant(raw, "random");
          const verdictOf = verdictsByUser(tenant, users, { asOf, scope, facts, samples });
          for (const user of users) {
            const { verdict, findings } = decide(tenant, { asOf, scope, facts, samples, users: [user] });
            assert.deepEqual(verdictOf(user), { verdict, findings }, user);
            for (const { code } of findings) seen.add(code);
          }
        },
      ),
      runs(200),
    );
    assert.ok(seen.has("mailbox-full") && seen.has("recipient-rejected") && seen.has("recipient-no-mailbox"));
  });

  it("is nobody's who was not asked about", () => {
    const verdictOf = verdictsByUser(toTenant(mailboxTenant().build(), "t"), ["anna@contoso.example"], {
      asOf,
    });
    assert.equal(verdictOf("anna@contoso.example")?.verdict, "proven");
    assert.equal(verdictOf("ben@contoso.example"), undefined);
  });

  it("tells each full mailbox its own limit, though all are decided together", () => {
    const tenant = toTenant(
      mailboxTenant()
        .withMailbox("ben@contoso.example", "Ben")
        .withMailboxSettings("anna@contoso.example", {
          ...openMailbox,
          ProhibitSendReceiveQuota: "1 GB (1,073,741,824 bytes)",
        })
        .withMailboxSettings("ben@contoso.example", {
          ...openMailbox,
          ProhibitSendReceiveQuota: "2 GB (2,147,483,648 bytes)",
        })
        .with(
          "Get-MailboxStatistics",
          people
            .slice(0, 2)
            .map((address) => statistics(address, { TotalItemSize: "3 GB (3,221,225,472 bytes)" })),
        )
        .with("Get-MailboxJunkEmailConfiguration", [])
        .build(),
      "t",
    );
    const users = people.slice(0, 2);
    const verdictOf = verdictsByUser(tenant, users, { asOf, scope: "mailbox" });
    assert.deepEqual(
      users.map((user) => verdictOf(user)?.findings.map(({ code, details }) => [code, details.limit])),
      [[["mailbox-full", "1 GB"]], [["mailbox-full", "2 GB"]]],
    );
    const [together, ...more] = decide(tenant, { asOf, scope: "mailbox", users }).findings;
    assert.deepEqual(more, []);
    assert.equal(together?.details.limit, "1 GB – 2 GB");
    assert.equal(together.recipients.count, 2);
  });
});
