/** The JSON report: valid, complete, and in pieces. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { checkIds } from "../../../src/readiness/reasons";
import { readinessJson } from "../../../src/report/readiness/json";
import { runs } from "../../properties/runs";
import { contoso, expired, findingsOf } from "./contoso";
import { judgedOf, lineOf, personOf } from "./judged-people";
import { runOf, styleOf } from "./run-of";

const parsed = async (...given: Parameters<typeof runOf>) =>
  JSON.parse([...readinessJson(runOf(...given), await styleOf("en"))].join(""));

describe("the JSON readiness report", () => {
  it("has exactly the keys that were promised", async () => {
    const report = await parsed(contoso);
    assert.deepEqual(Object.keys(report), ["asOf", "masked", "users", "summary", "notices"]);
    assert.equal(report.users.length, contoso.length);
    for (const user of report.users) {
      assert.deepEqual(Object.keys(user), ["email", "name", "inScope", "scope", "ready", "checks"]);
      assert.deepEqual(
        user.checks.map(({ id }: { readonly id: string }) => id),
        checkIds,
      );
      for (const check of user.checks)
        assert.deepEqual(Object.keys(check), [
          "id",
          "verdict",
          "code",
          "reason",
          "evidence",
          "action",
          "owner",
        ]);
    }
    assert.equal(report.summary.ready, 1);
  });

  it("says what to do and who does it, or null", async () => {
    const { users } = await parsed([expired]);
    assert.deepEqual(
      users[0].checks
        .slice(0, 2)
        .map(({ code, owner, action }: Record<string, string | null>) => [code, owner, action === null]),
      [
        ["address-own", null, true],
        ["invitation-expired", "aircall-admin", false],
      ],
    );
    assert.equal(
      users[0].checks[1].reason,
      'The invitation was not accepted (status "Pending validation"), and its link stopped working on 2026-11-01.',
    );
    assert.equal(users[0].checks[1].evidence, "users.csv, line 8");
  });

  it("tells the worst finding with its fix, and how many more there are", async () => {
    const findings = findingsOf("Odd");
    const [worst] = findings;
    assert.ok(worst !== undefined && findings.length > 1);
    const one = judgedOf(personOf("Vera", "vera@contoso.example", 2), [{ reason: "mail-blocked", findings }]);
    const answer = (await parsed([one])).users[0].checks[4];
    assert.equal(
      answer.reason,
      `${worst.message} (and ${findings.length - 1} more finding${findings.length === 2 ? "" : "s"})`,
    );
    assert.equal(answer.action, worst.fix);
  });

  it("tells each answer its own figures and evidence, also among many alike", async () => {
    const people = Array.from({ length: 30 }, (_, place) =>
      judgedOf(personOf("", `u${place}@contoso.example`, place + 2), [
        {
          reason: "space-full",
          details: { used: `${place} GB`, limit: "50 GB" },
          evidence: [lineOf(place, "m.csv")],
        },
        { reason: "invitation-pending", details: { status: `s${place % 3}` } },
      ]),
    );
    const { users } = await parsed(people);
    for (const [place, { checks }] of users.entries()) {
      assert.match(checks[3].reason, new RegExp(`: ${place} GB used`, "u"));
      assert.equal(checks[3].evidence, `m.csv, line ${place}`);
      assert.equal(checks[4].evidence, `users.csv, line ${place + 2}`);
      assert.match(checks[1].reason, new RegExp(`"s${place % 3}"`, "u"));
    }
  });

  it("tells figures apart where only one of two differs", async () => {
    const people = ["9 GB", "7 GB"].map((limit, place) =>
      judgedOf(personOf("", `u${place}@contoso.example`, place), [
        { reason: "space-full", details: { used: "9 GB", limit } },
      ]),
    );
    const { users } = await parsed(people);
    assert.deepEqual(
      users.map(
        ({ checks }: { readonly checks: readonly { readonly reason: string }[] }) =>
          /limit \d GB/u.exec(checks[3]?.reason ?? "")?.[0],
      ),
      ["limit 9 GB", "limit 7 GB"],
    );
  });

  it("comes in pieces, none of them the whole", async () => {
    const people = Array.from({ length: 2_000 }, (_, place) =>
      judgedOf(personOf("Vera", `v${place}@contoso.example`, place)),
    );
    const pieces = [...readinessJson(runOf(people), await styleOf("en"))];
    assert.ok(pieces.length > 20);
    assert.ok(Math.max(...pieces.map(({ length }) => length)) < 200_000);
    assert.equal(JSON.parse(pieces.join("")).users.length, 2_000);
  });

  it("is valid whatever a cell holds", async () => {
    const style = await styleOf("fr");
    const text = fc.string({ unit: "binary" });
    await fc.assert(
      fc.asyncProperty(text, text, text, text, async (email, name, status, file) => {
        const one = judgedOf(personOf(name, email, 2), [
          {
            reason: "invitation-pending",
            details: { status },
            evidence: [lineOf(1, file), { kind: "object", file, object: name }],
          },
        ]);
        const { users } = JSON.parse([...readinessJson(runOf([one]), style)].join(""));
        assert.equal(users[0].email, email);
        assert.equal(users[0].name, name);
      }),
      runs(200),
    );
  });
});
