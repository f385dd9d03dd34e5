/** The plan's files stand alone: what, why, for whom, the steps, how to check. */
import assert from "node:assert/strict";
import { parse } from "csv-parse/sync";
import { aircallSenders } from "../../../../src/mailflow/aircall";
import { planFiles } from "../../../../src/report/readiness/tickets/plan-files";
import { contoso, expired, full, ready, unknown } from "../contoso";
import { judgedOf, personOf } from "../judged-people";
import { runOf, styleOf } from "../run-of";

const filesOf = async (language: "en" | "fr", people: Parameters<typeof runOf>[0]) =>
  new Map(planFiles(runOf(people), await styleOf(language)).map(({ name, content }) => [name, content]));

const open = judgedOf(personOf("Kim Open", "kim@contoso.example", 9), [
  { reason: "invitation-open", details: { status: "Pending", until: "2026-12-01" } },
]);

describe("the files of the plan", () => {
  it("are a ticket for each owner, the invitations to resend and a message", async () => {
    assert.deepEqual(
      [...(await filesOf("en", contoso)).keys()],
      [
        "ticket-mail-admin.md",
        "ticket-device-management.md",
        "ticket-aircall-admin.md",
        "invitations-to-resend.csv",
        "message-to-users.md",
      ],
    );
  });

  it("leave out tickets that ask for nothing", async () => {
    assert.deepEqual([...(await filesOf("en", [ready])).keys()], ["message-to-users.md"]);
    assert.deepEqual(
      [...(await filesOf("en", [judgedOf(ready.person, [{ reason: "app-devices-not-read" }])])).keys()],
      ["ticket-device-management.md", "message-to-users.md"],
    );
  });

  for (const language of ["en", "fr"] as const)
    it(`give the mail administrator the allow rule that the product recommends, and why not the bare domain (${language})`, async () => {
      const ticket = (await filesOf(language, contoso)).get("ticket-mail-admin.md") ?? "";
      const [command = ""] = /New-TransportRule .*/u.exec(ticket) ?? [];
      for (const sender of aircallSenders) assert.ok(command.includes(`'${sender}'`), sender);
      for (const part of ["-Priority 0", "'dmarc=pass'", "-SetSCL -1", "-StopRuleProcessing $true"])
        assert.ok(command.includes(part), part);
      for (const part of [
        "MS.SECURITYSUITE.6.2v1",
        "GWS.GMAIL.18.1v1",
        "`email-verification.aircall.io`",
        "`*.awstrack.me`",
        "15 ",
        "Get-MessageTraceV2",
      ])
        assert.ok(ticket.includes(part), part);
      assert.doesNotMatch(ticket, /\{\w+\}/u);
    });

  it("name the people of each step, with reason and evidence", async () => {
    const files = await filesOf("en", contoso);
    const mail = files.get("ticket-mail-admin.md") ?? "";
    assert.match(mail, /^\| Tom Ott \| tom@contoso\.example \| users\.csv, line 4 \|$/mu);
    assert.match(mail, /^\| Eva Roth \| eva@contoso\.example \| users\.csv, line 5 \|$/mu);
    assert.match(files.get("ticket-device-management.md") ?? "", /iOS 8\.4\.0 \\\(Toms iPhone\\\)/u);
    assert.doesNotMatch([...files.values()].join(""), /vera@|sam@/u);
  });

  it("put the mail side first, then the test message, then the invitations", async () => {
    const files = await filesOf("en", contoso);
    const headings = [...(files.get("ticket-mail-admin.md") ?? "").matchAll(/^### (.*)$/gmu)].map(
      ([, title]) => title,
    );
    assert.deepEqual(headings, [
      "1. Let Aircall mail in",
      "2. Leave links in Aircall mail as they are",
      "3. Send a test message",
      "4. Make room in mailboxes",
    ]);
    assert.match(
      files.get("ticket-aircall-admin.md") ?? "",
      /### 2\. Resend invitations\n\n.*\n\nFirst: Let Aircall mail in \(mail administrator\); .*Send a test message \(mail administrator\)/u,
    );
  });

  it("list who is to be invited again, and name apart whose invitation is still open", async () => {
    const files = await filesOf("fr", [expired, open, full]);
    const rows = parse(files.get("invitations-to-resend.csv") ?? "", { bom: true, delimiter: ";" });
    assert.deepEqual(rows, [
      ["E-mail", "Nom", "Preuve"],
      ["pia@contoso.example", "Pia Moos", "users.csv, ligne 8"],
    ]);
    assert.match(
      files.get("ticket-aircall-admin.md") ?? "",
      /^\| Kim Open \| kim@contoso\.example \| 2026\\-12\\-01 \|$/mu,
    );
  });

  it("write control and direction characters of a name as what they are", async () => {
    const evil = judgedOf(personOf("Eve\u001b[31m\u202e", "eve@contoso.example", 3), [
      { reason: "invitation-expired", details: { status: "Pending", date: "2026-11-01" } },
    ]);
    for (const [name, content] of await filesOf("en", [evil]))
      for (const character of ["\u001b", "\u202e"]) assert.ok(!content.includes(character), name);
    const [, row] = parse((await filesOf("en", [evil])).get("invitations-to-resend.csv") ?? "", {
      bom: true,
    });
    assert.equal(row?.[1], "Eve\\u{1b}[31m\\u{202e}");
  });

  it("leave one empty line above a table, also where its rows share no text", async () => {
    const old = (line: number, apps: string, least: string) =>
      judgedOf(personOf("", `u${line}@contoso.example`, line), [
        { reason: "app-too-old", details: { apps, least } },
      ]);
    const people = [old(2, "iOS 8.0.0", "iOS 8.5.0"), old(3, "Android 7.0.0", "Android 7.4.0")];
    for (const [name, content] of await filesOf("en", people)) assert.doesNotMatch(content, /\n\n\n/u, name);
  });

  it("write to users in their language, in the guide's terms", async () => {
    const message = (await filesOf("fr", [unknown])).get("message-to-users.md") ?? "";
    for (const part of [
      "MFA",
      "application mobile",
      "iOS 8.5.0 ou ultérieure",
      "Android 7.4.0 ou ultérieure",
      "boîte de réception",
      "adresse e-mail partagée",
    ])
      assert.ok(message.includes(part), part);
  });

  it("cut long lists and say so", async () => {
    const people = Array.from({ length: 250 }, (_, place) =>
      judgedOf(personOf("", `u${place}@contoso.example`, place), [{ reason: "mail-not-read" }]),
    );
    const ticket = (await filesOf("en", people)).get("ticket-mail-admin.md") ?? "";
    assert.equal(ticket.match(/^\| {2}\| u\d+@/gmu)?.length, 200);
    assert.match(ticket, /^and 50 more users/mu);
  });
});
