/** A message trace held against the verdict. */
import assert from "node:assert/strict";
import { aircallSenders } from "../../src/mailflow/aircall";
import type { Decision } from "../../src/mailflow/decide";
import { arrivalOf, judge, originOf, type TraceRow } from "../../src/mailflow/evidence";
import { holdEvidence } from "../../src/mailflow/hold-evidence";
import { toTenant } from "../../src/tenants/exchange/export/native-export";
import { allowAircall, fromOutside, tenant } from "./exchange/labelled/tenant-builder";

const anna = "anna@contoso.example";
const bob = "bob@contoso.example";

const row = (overrides: Partial<TraceRow> = {}): TraceRow => ({
  received: new Date("2026-11-20T09:00:00Z"),
  sender: "noreply@aircall.io",
  recipient: anna,
  subject: "Your code",
  status: "Delivered",
  ...overrides,
});

const asOf = new Date("2026-11-22T12:00:00Z");

const people = () => tenant().withMailbox(bob, "Bob");
const allowed = () => people().withRule(allowAircall());
const held = (builder: ReturnType<typeof tenant>, rows: readonly TraceRow[], users?: readonly string[]) =>
  holdEvidence(toTenant(builder.build(), "t"), rows, { asOf, ...(users === undefined ? {} : { users }) });

describe("a row of a message trace", () => {
  it("is Aircall's by its published address, by a domain below, or by Amazon SES and its subject", () => {
    const of = (sender: string, subject = "x") => originOf(row({ sender, subject }), aircallSenders);
    assert.deepEqual(of("NoReply@aircall.io"), { sender: "noreply@aircall.io", isSure: true });
    assert.deepEqual(of("bounce@mail.aircall.io"), { sender: undefined, isSure: true });
    assert.deepEqual(of("1@eu-west-1.amazonses.com", "Your Aircall code"), {
      sender: undefined,
      isSure: false,
    });
    assert.equal(of("1@eu-west-1.amazonses.com"), undefined);
    assert.equal(of("noreply@notaircall.io", "Aircall"), undefined);
  });

  it("of a published sender that nobody asked about is left out", () => {
    assert.equal(originOf(row({ sender: "team@aircall.io" }), ["noreply@aircall.io"]), undefined);
  });

  it("says where mail went by its status; what is on its way says nothing", () => {
    const of = (status: string) => arrivalOf(row({ status }));
    assert.deepEqual(
      ["Delivered", "FilteredAsSpam", "Filtered as spam", "Quarantined", "Failed", "None"].map(of),
      ["delivered", "junk", "junk", "stopped", "stopped", "stopped"],
    );
    assert.deepEqual(["Expanded", "Pending", "GettingStatus", "Resolved", ""].map(of), Array(5).fill("open"));
  });

  it("contradicts a proof where it did not arrive, and a certain block where it did", () => {
    const decision = (verdict: Decision["verdict"], certainty?: "certain" | "likely", outcome = "deleted") =>
      ({
        verdict,
        findings: certainty === undefined ? [] : [{ implies: "blocked", certainty, outcome }],
      }) as unknown as Decision;
    const proven = decision("proven");
    assert.equal(judge("delivered", proven), "confirms");
    assert.equal(judge("stopped", proven), "contradicts-proven");
    assert.equal(judge("junk", proven), "contradicts-proven");
    assert.equal(judge("open", proven), "tells-nothing");
    const certain = decision("blocked", "certain");
    assert.equal(judge("delivered", certain), "contradicts-block");
    assert.equal(judge("stopped", certain), "confirms");
    assert.equal(judge("delivered", decision("blocked", "likely")), "tells-nothing");
    assert.equal(judge("delivered", decision("blocked", "certain", "junk")), "tells-nothing");
    assert.equal(judge("junk", decision("not-guaranteed")), "shows-stop");
    assert.equal(judge("stopped", decision("undecided")), "shows-stop");
    assert.equal(judge("delivered", decision("undecided")), "tells-nothing");
  });
});

describe("a message trace", () => {
  it("confirms a proof", () => {
    const evidence = held(allowed(), [row(), row({ recipient: bob.toUpperCase() })]);
    assert.deepEqual(evidence.findings, []);
    assert.deepEqual(
      evidence.pairs.map(({ user, judgement, verdict }) => [user, judgement, verdict]),
      [
        [anna, "confirms", "proven"],
        [bob, "confirms", "proven"],
      ],
    );
  });

  it("contradicts a proof: the finding is an error that names sender, status, date and users", () => {
    const evidence = held(allowed(), [
      row(),
      row({ status: "Quarantined", recipient: bob, subject: "Votre code" }),
    ]);
    const [finding, ...others] = evidence.findings;
    assert.deepEqual(others, []);
    assert.equal(finding?.code, "evidence-contradicts-proven");
    assert.equal(finding?.severity, "error");
    assert.match(
      finding?.message ?? "",
      /noreply@aircall\.io .*Quarantined: 1, last on 2026-11-20T09:00:00Z, subject "Votre code"/u,
    );
    assert.deepEqual(finding?.recipients, { count: 1, sample: [bob] });
    assert.deepEqual(evidence.pairs[0]?.judgement, "contradicts-proven");
  });

  it("of mail that only may be Aircall's is a warning, not a contradiction for sure", () => {
    const { findings } = held(allowed(), [
      row({ sender: "1@amazonses.com", subject: "Aircall news", status: "Quarantined" }),
    ]);
    assert.deepEqual(
      findings.map(({ code, severity, implies }) => [code, severity, implies]),
      [["evidence-contradicts-proven", "warning", "undecided"]],
    );
  });

  it("contradicts a block of every mail, and confirms it where the mail was stopped", () => {
    const blocked = people().withRule({ Name: "Block", ...fromOutside, DeleteMessage: true });
    assert.deepEqual(
      held(blocked, [row()]).findings.map(({ code }) => code),
      ["evidence-contradicts-block"],
    );
    assert.deepEqual(held(blocked, [row({ status: "Failed" })]).findings, []);
  });

  it("is held against the verdict of each user alone", () => {
    const forBob = people()
      .withRule({ Name: "Block Bob", SentTo: [bob], DeleteMessage: true })
      .withRule(allowAircall());
    const rows = [row(), row({ recipient: bob, status: "Failed" })];
    assert.deepEqual(
      held(forBob, rows).judged.map(({ user, verdict, judgement }) => [user, verdict, judgement]),
      [
        [anna, "proven", "confirms"],
        [bob, "blocked", "confirms"],
      ],
    );
  });

  it("is held against the rules in force when the mail arrived (exchange-online.md 2.9)", () => {
    const later = people()
      .withRule({
        Name: "Block",
        ...fromOutside,
        DeleteMessage: true,
        ActivationDate: "2026-11-21T00:00:00Z",
      })
      .withRule(allowAircall());
    const rows = [
      row(),
      row({ received: new Date("2026-11-21T08:00:00Z") }),
      row({ received: new Date("2026-11-21T09:00:00Z"), status: "Failed" }),
    ];
    assert.deepEqual(
      held(later, rows).judged.map(({ verdict, judgement }) => [verdict, judgement]),
      [
        ["proven", "confirms"],
        ["blocked", "contradicts-block"],
        ["blocked", "confirms"],
      ],
    );
  });

  it("tells which users it knows nothing of, and where delivered mail came from", () => {
    const evidence = held(
      allowed(),
      [row({ fromIp: "198.51.100.7" }), row({ recipient: "carl@contoso.example" })],
      [anna, bob],
    );
    assert.deepEqual(evidence.unseen, [bob]);
    assert.equal(evidence.otherRows, 1);
    assert.deepEqual(evidence.sendingAddresses, ["198.51.100.7"]);
  });

  it("to nobody that was read tells nothing", () => {
    const { judged } = held(allowed(), [row({ recipient: "carl@contoso.example", status: "Failed" })]);
    assert.deepEqual(
      judged.map(({ verdict, judgement }) => [verdict, judgement]),
      [[undefined, "tells-nothing"]],
    );
  });
});
