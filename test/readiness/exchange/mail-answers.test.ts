/** What the verifier says per user, parted by check: what one check says hides nothing of another. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { decide } from "../../../src/mailflow/decide";
import type { FindingCode } from "../../../src/mailflow/finding";
import { exchangeMailSystem } from "../../../src/readiness/exchange/mail-system";
import { toTenant } from "../../../src/tenants/exchange/export/native-export";
import { healthyTenant, type RawObject } from "../../mailflow/exchange/labelled/healthy-tenant";
import {
  anna,
  inboxRule,
  mailboxTenant,
  openMailbox,
  statistics,
} from "../../mailflow/exchange/labelled/mailbox-tenant";
import { others, people, severalMailboxes } from "../../mailflow/several-mailboxes";
import { declaredFacts } from "../../properties/arbitrary-settings";
import { runs } from "../../properties/runs";

const asOf = new Date("2026-11-22T12:00:00Z");
const file = "export.json";
const users = [...people, ...others, "alias.ben@contoso.example"];

const roomCodes: readonly FindingCode[] = ["mailbox-full", "mailbox-room-unknown"];
const restrictionCodes: readonly FindingCode[] = [
  "delivery-restricted",
  "delivery-by-contact",
  "delivery-moderated",
  "delivery-restriction-unknown",
];

/** The export of a tenant in which every mailbox has room and nothing restricts who may write to it. */
const opened = (raw: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const open = (objects: unknown) =>
    (objects as readonly RawObject[]).map((box) => ({
      ...box,
      ...("AcceptMessagesOnlyFrom" in box
        ? {
            ProhibitSendReceiveQuota: "Unlimited",
            UseDatabaseQuotaDefaults: false,
            AcceptMessagesOnlyFrom: [],
            RejectMessagesFrom: [],
            RequireSenderAuthenticationEnabled: false,
            ModerationEnabled: false,
          }
        : {}),
    }));
  return Object.fromEntries(
    Object.entries(raw).map(([cmdlet, objects]) =>
      cmdlet === "Get-Mailbox" || cmdlet === "Get-Recipient" ? [cmdlet, open(objects)] : [cmdlet, objects],
    ),
  );
};

const answersFor = (raw: Readonly<Record<string, unknown>>, asked: readonly string[] = [anna]) =>
  exchangeMailSystem(toTenant(raw, "t"), file, asked, { asOf });

const codes = (findings: readonly { readonly code: FindingCode }[] | undefined) =>
  findings?.map(({ code }) => code);

describe("the answer about mail to each user", function () {
  this.timeout(0);

  it("is the decider's for the tenant in which every mailbox has room and takes mail from everybody", () => {
    fc.assert(
      fc.property(severalMailboxes, declaredFacts, (raw, facts) => {
        const { mailOf } = exchangeMailSystem(toTenant(raw, "random"), file, users, { asOf, facts });
        const open = toTenant(opened(raw), "random");
        for (const user of users) {
          const { verdict, findings } = mailOf(user);
          const alone = decide(open, { asOf, facts, scope: "mailbox", users: [user] });
          assert.deepEqual({ verdict, findings }, { verdict: alone.verdict, findings: alone.findings });
        }
      }),
      runs(100),
    );
  });

  it("and the restrictions and the room together are what the decider says of the tenant as it is", () => {
    let proven = 0;
    fc.assert(
      fc.property(severalMailboxes, (raw) => {
        const tenant = toTenant(raw, "random");
        const { mailOf } = exchangeMailSystem(tenant, file, users, { asOf });
        for (const user of users) {
          const { verdict, findings, restrictions = [] } = mailOf(user);
          const whole = decide(tenant, { asOf, scope: "mailbox", users: [user] });
          const left = whole.findings.filter(
            ({ code, details }) =>
              !roomCodes.includes(code) &&
              details.part !== "Get-MailboxStatistics" &&
              code !== "semantics-disagree",
          );
          assert.deepEqual(
            new Set(codes([...findings, ...restrictions])),
            new Set(codes(left)),
            `${user}: ${JSON.stringify(whole.findings)}`,
          );
          for (const { code } of findings) assert.ok(![...roomCodes, ...restrictionCodes].includes(code));
          if (verdict !== "proven" || restrictions.length > 0) assert.notEqual(whole.verdict, "proven");
          else proven += 1;
        }
      }),
      runs(150),
    );
    console.log("PROVEN", proven);
    assert.ok(proven > 0);
  });

  it("is proven, with nothing that restricts, where every part was read and nothing is in the way", () => {
    assert.deepEqual(answersFor(mailboxTenant().build()).mailOf(anna), {
      verdict: "proven",
      findings: [],
      restrictions: [],
      source: { kind: "object", file, object: `Get-Mailbox ${anna}` },
    });
  });

  it("leaves fullness to another check, which hides no rule of the user's behind it", () => {
    const full = mailboxTenant().with("Get-MailboxStatistics", [
      statistics(anna, { TotalItemSize: "100 GB (107,374,182,400 bytes)" }),
    ]);
    assert.equal(answersFor(full.build()).mailOf(anna).verdict, "proven");
    const rule = inboxRule("Codes", 1, { From: ["noreply@aircall.io"], DeleteMessage: true });
    const { verdict, findings } = answersFor(full.with("Get-InboxRule", [rule]).build()).mailOf(anna);
    assert.deepEqual([verdict, codes(findings)], ["blocked", ["inbox-rule-moves"]]);
  });

  it("leaves statistics that were not read to another check", () => {
    const { "Get-MailboxStatistics": _unread, ...raw } = mailboxTenant().build();
    assert.equal(answersFor(raw).mailOf(anna).verdict, "proven");
  });

  it("tells restrictions apart from all else", () => {
    const closed = mailboxTenant().withMailboxSettings(anna, {
      ...openMailbox,
      RequireSenderAuthenticationEnabled: true,
      ModerationEnabled: true,
    });
    const { verdict, findings, restrictions } = answersFor(closed.build()).mailOf(anna);
    assert.deepEqual(
      [verdict, findings, codes(restrictions)],
      ["proven", [], ["delivery-restricted", "delivery-moderated"]],
    );
    assert.deepEqual(
      restrictions?.map(({ implies, details }) => [implies, details.setting]),
      [
        ["blocked", "RequireSenderAuthenticationEnabled"],
        ["blocked", "ModerationEnabled"],
      ],
    );
  });

  it("is undecided where settings of mailboxes were not read, and says nothing of restrictions then", () => {
    const { "Get-Mailbox": _unread, ...raw } = mailboxTenant().build();
    const { verdict, findings, restrictions } = answersFor(raw).mailOf(anna);
    assert.deepEqual(
      [verdict, findings.map(({ code, details }) => [code, details.part]), restrictions],
      ["undecided", [["part-not-read", "Get-Mailbox"]], undefined],
    );
  });

  it("is undecided where no recipient was read at all", () => {
    const { "Get-Mailbox": _boxes, "Get-Recipient": _recipients, ...raw } = mailboxTenant().build();
    const { verdict, findings, restrictions, source } = answersFor(raw).mailOf(anna);
    assert.deepEqual([verdict, codes(findings), restrictions], ["undecided", ["part-not-read"], undefined]);
    assert.deepEqual(source, { kind: "object", file, object: "Get-TransportRule" });
  });

  it("is blocked for a user who is nobody, and undecided for one of another organisation", () => {
    const { mailOf } = answersFor(healthyTenant, ["gone@contoso.example", "zoe@elsewhere.example"]);
    const [gone, zoe] = ["Gone@contoso.example", "zoe@elsewhere.example"].map(mailOf);
    assert.deepEqual([gone?.verdict, codes(gone?.findings)], ["blocked", ["recipient-rejected"]]);
    assert.deepEqual(gone?.source, { kind: "object", file, object: "Get-AcceptedDomain contoso.example" });
    assert.deepEqual([zoe?.verdict, codes(zoe?.findings)], ["undecided", ["recipient-not-found"]]);
    assert.equal(zoe?.restrictions, undefined);
  });

  it("can be asked for somebody who was not named before", () => {
    assert.equal(answersFor(mailboxTenant().build(), []).mailOf(anna).verdict, "proven");
  });
});
