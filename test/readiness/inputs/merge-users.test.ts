import assert from "node:assert/strict";
import fc from "fast-check";
import type { UserEntry } from "../../../src/readiness/facts";
import { apiUsers } from "../../../src/readiness/inputs/aircall-api";
import { mergeUsers } from "../../../src/readiness/inputs/merge-users";
import type { AircallUser } from "../../../src/tenants/aircall/read-users";

const listed = (email: string, more: Partial<UserEntry> = {}): UserEntry => ({
  email,
  name: "From the list",
  role: "agent",
  login: "password",
  invitation: "accepted",
  status: "Active",
  invited: undefined,
  usesMobileApp: undefined,
  source: { kind: "line", file: "users.csv", line: 2 },
  ...more,
});

const created = new Date("2026-11-20T08:00:00Z");
const account = (email: string | undefined, id = email ?? "0"): AircallUser => ({
  id,
  name: "From Aircall",
  email,
  created,
  availability: "available",
  request: "GET /v2/users?page=2",
});
const told = (...accounts: readonly AircallUser[]) =>
  apiUsers({ users: accounts, total: accounts.length, isComplete: true, request: "GET /v2/users?page=2" });

describe("users as Aircall's API tells them (aircall.md 2.3)", () => {
  it("have no role, no sign-in and no invitation, whatever else is told", () => {
    const { users, withoutAddress, incomplete } = told(account("vera@contoso.example"));
    assert.deepEqual(users, [
      {
        entry: {
          email: "vera@contoso.example",
          name: "From Aircall",
          role: undefined,
          login: undefined,
          invitation: undefined,
          status: "",
          invited: undefined,
          usesMobileApp: undefined,
          source: { kind: "request", request: "GET /v2/users?page=2" },
        },
        created,
      },
    ]);
    assert.deepEqual(withoutAddress, []);
    assert.equal(incomplete, undefined);
  });

  it("are parted from those without an address", () => {
    const { users, withoutAddress } = told(account(undefined), account("vera@contoso.example"));
    assert.equal(users.length, 1);
    assert.deepEqual(withoutAddress, [{ kind: "request", request: "GET /v2/users?page=2" }]);
  });

  it("say how many were read where some may be missing", () => {
    const request = "GET /v2/users?page=1";
    assert.deepEqual(apiUsers({ users: [], total: 3, isComplete: false, request }).incomplete, {
      read: 0,
      total: 3,
      source: { kind: "request", request },
    });
  });
});

describe("the user list and Aircall's API together", () => {
  it("keep the list's facts, and add whom the list lacks without an invitation", () => {
    const vera = listed("Vera@contoso.example");
    const { users, notInList, notAtAircall } = mergeUsers(
      [vera],
      told(account("vera@contoso.example"), account("tomas@contoso.example")).users,
    );
    assert.deepEqual(users[0], vera);
    assert.deepEqual(
      users.slice(1).map(({ email, invitation, role }) => [email, invitation, role]),
      [["tomas@contoso.example", undefined, undefined]],
    );
    assert.deepEqual(notInList, users.slice(1));
    assert.deepEqual(notAtAircall, []);
  });

  it("name whom Aircall does not know, and judge them still", () => {
    const gone = listed("gone@contoso.example");
    const merged = mergeUsers([gone], told(account("vera@contoso.example")).users);
    assert.deepEqual(merged.notAtAircall, [gone]);
    assert.equal(merged.users[0], gone);
  });

  it("take a missing name from Aircall", () => {
    const [user] = mergeUsers(
      [listed("vera@contoso.example", { name: "" })],
      told(account("vera@contoso.example")).users,
    ).users;
    assert.equal(user?.name, "From Aircall");
  });

  it("take the day of creation for the day of invitation only where the list calls the user pending", () => {
    const { users } = told(account("vera@contoso.example"));
    const invitedOf = (more: Partial<UserEntry>) =>
      mergeUsers([listed("vera@contoso.example", more)], users).users[0]?.invited;
    assert.equal(invitedOf({ invitation: "pending" }), created);
    for (const invitation of ["accepted", "unclear", undefined] as const)
      assert.equal(invitedOf({ invitation }), undefined);
    const own = new Date("2026-11-30T00:00:00Z");
    assert.equal(invitedOf({ invitation: "pending", invited: own }), own);
  });

  it("let two accounts with one address not hide behind one line of the list", () => {
    const accounts = told(account("info@contoso.example", "1"), account("INFO@contoso.example", "2")).users;
    assert.equal(mergeUsers([listed("info@contoso.example")], accounts).users.length, 2);
  });

  it("lose nobody: each address stands as often as the side that has it more often", () => {
    const address = fc.constantFrom("a@x.example", "A@x.example", "b@x.example", "c@x.example");
    fc.assert(
      fc.property(fc.array(address), fc.array(address), (left, right) => {
        const count = (addresses: readonly string[]) => {
          const counts: Record<string, number> = {};
          for (const one of addresses) counts[one.toLowerCase()] = (counts[one.toLowerCase()] ?? 0) + 1;
          return counts;
        };
        const [ours, theirs] = [count(left), count(right)];
        const accounts = told(...right.map((email, index) => account(email, String(index)))).users;
        const merged = mergeUsers(
          left.map((email) => listed(email)),
          accounts,
        );
        const expected = Object.fromEntries(
          Object.keys({ ...ours, ...theirs }).map((key) => [key, Math.max(ours[key] ?? 0, theirs[key] ?? 0)]),
        );
        assert.deepEqual(count(merged.users.map(({ email }) => email)), expected);
      }),
    );
  });
});
