/** The plan: what to do in which order, and who does it (aircall.md 4.4, 4.5). */
import assert from "node:assert/strict";
import type { JudgedPerson, Person } from "../../src/readiness/check";
import { judge } from "../../src/readiness/judge";
import { answersFor, planOf } from "../../src/readiness/plan";
import { type StepId, stepIds, stepOf } from "../../src/readiness/plan/steps";
import { type ReasonCode, reasonOf, reasons } from "../../src/readiness/reasons";
import { asOf, deviceOf, mailOf, personOf, usageOf, userOf } from "./people";

const judged = (...people: readonly Partial<Person>[]): readonly JudgedPerson[] =>
  judge(people.map(personOf), { asOf });

const pending = { invitation: "pending", status: "Pending" } as const;
const day = 24 * 60 * 60 * 1_000;
const invitedBefore = (days: number) => ({
  entries: [userOf({ ...pending, invited: new Date(asOf.getTime() - days * day) })],
});
const blocked = { mail: mailOf({ verdict: "blocked" }) } as const;
const idsIn = (people: readonly JudgedPerson[]) => planOf(people).steps.map(({ id }) => id);

describe("the steps of the plan", () => {
  it("take each answer that is no pass up in exactly one step, of the same owner", () => {
    const taken = stepIds.flatMap((id) => stepOf(id).reasons);
    const open = (Object.keys(reasons) as ReasonCode[]).filter((code) => reasonOf(code).verdict !== "pass");
    assert.deepEqual([...taken].sort(), open.sort());
    for (const id of stepIds)
      for (const reason of stepOf(id).reasons) assert.equal(reasonOf(reason).owner, stepOf(id).owner, reason);
  });
  it("wait only for earlier ones", () => {
    for (const [place, id] of stepIds.entries())
      for (const before of stepOf(id).after) assert.ok(stepIds.indexOf(before) < place, `${id}, ${before}`);
  });
  it("resend invitations after every change of the mail side and of addresses", () => {
    for (const id of stepIds)
      if (stepOf(id).owner === "mail-admin" && id !== "look-up-addresses")
        assert.ok(stepOf("resend-invitations").after.includes(id), id);
    assert.ok(stepOf("resend-invitations").after.includes("own-addresses"));
  });
});

describe("the plan", () => {
  it("is empty where everybody is ready, or not concerned", () => {
    const agent = { entries: [userOf({ ...pending, login: "single-sign-on" })], ...blocked } as const;
    assert.deepEqual(planOf(judged({}, agent)), {
      steps: [],
      tickets: [],
      invitations: [],
      openInvitations: [],
    });
  });
  it("holds the steps in their working order, with whom each concerns and what it waits for", () => {
    const people = judged(
      { ...blocked, ...invitedBefore(20) },
      {},
      { devices: [deviceOf({ version: "8.4.0" })] },
    );
    const [first, , third] = people;
    assert.deepEqual(planOf(people).steps, [
      { id: "allow-mail", owner: "mail-admin", people: [first], after: [] },
      { id: "test-message", owner: "mail-admin", people: [first], after: ["allow-mail"] },
      {
        id: "resend-invitations",
        owner: "aircall-admin",
        people: [first],
        after: ["allow-mail", "test-message"],
      },
      { id: "update-apps", owner: "device-admin", people: [third], after: [] },
      {
        id: "run-again",
        owner: "aircall-admin",
        people: [first, third],
        after: ["allow-mail", "test-message", "resend-invitations", "update-apps"],
      },
    ]);
  });
  for (const [what, person, expected] of [
    ["a pending invitation", invitedBefore(20), ["test-message", "resend-invitations", "run-again"]],
    ["an open invitation", invitedBefore(2), ["test-message", "accept-invitations", "run-again"]],
    [
      "a new address, which has to be confirmed",
      { directory: "absent", sharers: [{ entry: userOf({ name: "Kai" }), because: "same-address" }] },
      ["test-message", "own-addresses", "run-again"],
    ],
  ] as const)
    it(`asks for a test message because of ${what}`, () => {
      assert.deepEqual(idsIn(judged(person)), expected);
    });
  it("asks for no test message where only devices and mailboxes are concerned", () => {
    const ids = idsIn(judged({ devices: [], usage: [usageOf({ used: 50 * 1_024 ** 3 })] }));
    assert.deepEqual(ids, ["make-room", "ask-about-devices", "run-again"]);
  });
  it("has one ticket for each owner with something to do, and the answers that call for its steps", () => {
    const people = judged({ ...blocked, devices: [] });
    const { tickets } = planOf(people);
    assert.deepEqual(
      tickets.map(({ owner, steps }) => [owner, steps.map(({ id }) => id)]),
      [
        ["mail-admin", ["allow-mail", "test-message"]],
        ["aircall-admin", ["run-again"]],
        ["user", ["ask-about-devices"]],
      ],
    );
    const [one] = people;
    assert.ok(one !== undefined);
    const codes = (id: StepId) => answersFor(id, one).map(({ reason }) => reason);
    assert.deepEqual(
      [codes("allow-mail"), codes("ask-about-devices"), codes("make-room")],
      [["mail-blocked"], ["app-device-unknown"], []],
    );
  });
  it("parts invitations to resend at once from those to resend only if they end", () => {
    const { invitations, openInvitations } = planOf(
      judged(
        { name: "Expired", ...invitedBefore(20) },
        { name: "Open", ...invitedBefore(2) },
        { name: "Undated", entries: [userOf(pending)] },
        { name: "Accepted" },
      ),
    );
    assert.deepEqual(
      invitations.map(({ name }) => name),
      ["Expired", "Undated"],
    );
    assert.deepEqual(
      openInvitations.map(({ person, until }) => [person.name, until]),
      [["Open", "2026-04-02"]],
    );
  });
});
