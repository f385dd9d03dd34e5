/** Adaptive MFA concerns everybody but agents who sign in through the company (aircall.md 1.1). */
import assert from "node:assert/strict";
import type { ScopeBecause } from "../../src/readiness/check";
import type { LoginMethod, UserEntry } from "../../src/readiness/facts";
import { isInScope, scopeOf } from "../../src/readiness/scope";
import { personOf, userOf } from "./people";

type Line = Pick<UserEntry, "login" | "role">;

const cases: readonly (readonly [string, readonly Line[], LoginMethod | undefined, ScopeBecause])[] = [
  ["an agent with a password", [{ login: "password", role: "agent" }], undefined, "password-login"],
  ["an agent with single sign-on", [{ login: "single-sign-on", role: "agent" }], undefined, "single-sign-on"],
  ["an admin with single sign-on", [{ login: "single-sign-on", role: "admin" }], undefined, "privileged"],
  ["an owner with single sign-on", [{ login: "single-sign-on", role: "owner" }], undefined, "privileged"],
  [
    "a supervisor with single sign-on, who may be privileged",
    [{ login: "single-sign-on", role: "supervisor" }],
    undefined,
    "privileged",
  ],
  ["somebody without a role", [{ login: "single-sign-on", role: undefined }], undefined, "role-unknown"],
  ["somebody without a way to sign in", [{ login: undefined, role: "agent" }], undefined, "login-unknown"],
  [
    "an agent, where everybody signs in through the company",
    [{ login: undefined, role: "agent" }],
    "single-sign-on",
    "single-sign-on",
  ],
  [
    "an agent, where everybody has a password",
    [{ login: undefined, role: "agent" }],
    "password",
    "password-login",
  ],
  [
    "an agent with a password, where others sign in through the company",
    [{ login: "password", role: "agent" }],
    "single-sign-on",
    "password-login",
  ],
  [
    "somebody of whom two lines tell different ways to sign in",
    [
      { login: "single-sign-on", role: "agent" },
      { login: "password", role: "agent" },
    ],
    undefined,
    "password-login",
  ],
  [
    "somebody of whom one line does not tell the way to sign in",
    [
      { login: "single-sign-on", role: "agent" },
      { login: undefined, role: "agent" },
    ],
    undefined,
    "login-unknown",
  ],
  [
    "somebody whom one line calls an admin",
    [
      { login: "single-sign-on", role: "agent" },
      { login: "single-sign-on", role: "admin" },
    ],
    undefined,
    "privileged",
  ],
  [
    "somebody of whom one line does not tell the role",
    [
      { login: "single-sign-on", role: "agent" },
      { login: "single-sign-on", role: undefined },
    ],
    undefined,
    "role-unknown",
  ],
];

describe("the scope", () => {
  for (const [who, lines, defaultLogin, because] of cases)
    it(`${because === "single-sign-on" ? "leaves out" : "has"} ${who}: ${because}`, () => {
      const person = personOf({ entries: lines.map((line) => userOf(line)) });
      assert.equal(scopeOf(person, defaultLogin), because);
      assert.equal(isInScope(because), because !== "single-sign-on");
    });
});
