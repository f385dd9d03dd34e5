/** The Aircall user list as people keep it: columns, values, dates and rows that cannot be judged. */
import assert from "node:assert/strict";
import type { UserEntry } from "../../../src/readiness/facts";
import { userFormat } from "../../../src/readiness/inputs/users/headers";
import { loginWords, readLogin } from "../../../src/readiness/inputs/users/logins";
import { readUserList } from "../../../src/readiness/inputs/users/read-user-list";
import { readRole, roleWords } from "../../../src/readiness/inputs/users/roles";
import { reducedHeader } from "../../../src/tenants/csv/headers";
import { lineOf, reading, refusal, sample, told } from "./written-file";

const read = (text: string | Buffer) => reading((file) => readUserList(file), text);

const refused = (text: string | Buffer) => refusal((file) => readUserList(file), text);

/** One user from a header and one line. */
const one = async (header: string, line: string): Promise<UserEntry> => {
  const { users } = await read(`${header}\n${line}\n`);
  const [user] = users;
  assert.ok(user !== undefined);
  return user;
};

const plain = ({ source, ...entry }: UserEntry) => ({ ...entry, line: lineOf(source) });

const nobody = {
  role: undefined,
  login: undefined,
  invitation: undefined,
  status: "",
  invited: undefined,
  usesMobileApp: undefined,
};

describe("the Aircall user list", () => {
  it("is read from the template with its optional columns", async () => {
    const { users, notices, unusable } = await readUserList(sample("users.csv"));
    assert.deepEqual(users.map(plain), [
      {
        ...nobody,
        email: "vera.lindqvist@contoso.example",
        name: "Vera Lindqvist",
        role: "owner",
        login: "password",
        invitation: "accepted",
        status: "Active",
        usesMobileApp: true,
        line: 2,
      },
      {
        ...nobody,
        email: "tomas.okafor@contoso.example",
        name: "Tomas Okafor",
        role: "admin",
        login: "single-sign-on",
        invitation: "accepted",
        status: "Active",
        usesMobileApp: true,
        line: 3,
      },
      {
        ...nobody,
        email: "ines.marchetti@contoso.example",
        name: "Ines Marchetti",
        role: "supervisor",
        login: "password",
        invitation: "pending",
        status: "Pending validation",
        invited: new Date("2026-11-20T00:00:00Z"),
        line: 4,
      },
      {
        ...nobody,
        email: "olga.ferrand@contoso.example",
        name: "Olga Ferrand",
        role: "agent",
        login: "password",
        invitation: "pending",
        status: "Invitation expired",
        invited: new Date("2026-10-02T00:00:00Z"),
        usesMobileApp: false,
        line: 5,
      },
      {
        ...nobody,
        email: "hugo.brandt@contoso.example",
        name: "Hugo Brandt",
        role: "agent",
        login: "single-sign-on",
        line: 6,
      },
    ]);
    assert.deepEqual([notices, unusable], [[], []]);
  });

  it("is read in French, with semicolons, a byte order mark, and the pending label among availabilities", async () => {
    const { users, notices } = await readUserList(sample("users-fr.csv"));
    assert.deepEqual(
      users.map(({ name, role, invitation, status, invited }) => [
        name,
        role,
        invitation,
        status,
        invited?.toISOString().slice(0, 10),
      ]),
      [
        ["Vera Lindqvist", "owner", "accepted", "Disponible", undefined],
        ["Inès Marchetti", "supervisor", "pending", "Validation en attente", "2026-11-20"],
        ["Olga Ferrand", "agent", "unclear", "Hors ligne", "2026-10-02"],
      ],
    );
    assert.deepEqual(notices, []);
  });

  it("finds every spelling of every column", async () => {
    const values: Readonly<Record<string, readonly [string, Partial<UserEntry>]>> = {
      firstName: ["Vera", { name: "Vera" }],
      lastName: ["Lindqvist", { name: "Lindqvist" }],
      name: ["Vera Lindqvist", { name: "Vera Lindqvist" }],
      role: ["Agentin", { role: "agent" }],
      status: ["Aktiv", { invitation: "accepted", status: "Aktiv" }],
      availability: ["In call", { invitation: "accepted", status: "In call" }],
      login: ["Okta", { login: "single-sign-on" }],
      singleSignOn: ["no", { login: "password" }],
      invited: ["2026-11-02", { invited: new Date("2026-11-02T00:00:00Z") }],
      created: ["2026-11-02", { invited: new Date("2026-11-02T00:00:00Z") }],
      mobileApp: ["nein", { usesMobileApp: false }],
      availabilityStatus: ["invited", { invitation: "pending", status: "invited" }],
      available: ["invited", { invitation: "pending", status: "invited" }],
      state: ["invited", { invitation: "pending", status: "invited" }],
      substatus: ["invited", { invitation: "pending", status: "invited" }],
    };
    for (const [field, spellings] of Object.entries(userFormat.headers))
      for (const spelling of spellings) {
        if (field === "email" || field === "signInName") {
          assert.equal((await one(`${spelling},x`, "a@b.example,")).email, "a@b.example", spelling);
          continue;
        }
        const [value, expected] = values[field] ?? ["", {}];
        const { email, source, ...entry } = await one(
          `Email,${spelling.toUpperCase()}`,
          `a@b.example,${value}`,
        );
        assert.deepEqual(entry, { ...nobody, name: "", ...expected }, spelling);
      }
  });

  it("has no spelling that stands for two columns", () => {
    const all = Object.values(userFormat.headers).flatMap((spellings) => [
      ...new Set(spellings.map(reducedHeader)),
    ]);
    assert.deepEqual(
      all.filter((spelling, place) => all.indexOf(spelling) !== place),
      [],
    );
  });

  it("takes the address from Email where there is a sign-in name too", async () => {
    const user = await one("UserPrincipalName,Email", "v@contoso.example,vera@contoso.example");
    assert.equal(user.email, "vera@contoso.example");
    assert.equal((await one("UPN,Email", "v@contoso.example,")).email, "v@contoso.example");
  });

  it("knows roles and ways to sign in by whole phrases in four languages", () => {
    for (const [role, words] of Object.entries(roleWords))
      for (const word of words) assert.equal(readRole(word.toUpperCase()), role, word);
    for (const [login, words] of Object.entries(loginWords))
      for (const word of words) assert.equal(readLogin(word), login, word);
    for (const text of ["Agents", "admin/agent", "no agent", "manager", "agentur"])
      assert.equal(readRole(text), undefined, text);
    for (const text of ["no SSO", "password or SSO", "passwordless", "vera.lindqvist", "googled"])
      assert.equal(readLogin(text), undefined, text);
  });

  it("takes what it does not know for unknown, and names line, column and value without addresses", async () => {
    const { users, notices } = await read(
      "Email,Role,Login,Mobile app,Team\na@b.example,Boss,vera@contoso.example,sometimes,Sales\n",
    );
    assert.deepEqual(
      users.map(({ role, login, usesMobileApp }) => [role, login, usesMobileApp]),
      [[undefined, undefined, undefined]],
    );
    assert.deepEqual(told(notices), [
      ["columns-ignored", 1, { columns: "Team" }],
      ["role-unknown", 2, { column: "Role", value: "Boss" }],
      ["login-unknown", 2, { column: "Login", value: "…@contoso.example" }],
      ["answer-unreadable", 2, { column: "Mobile app", value: "sometimes" }],
    ]);
  });

  it("does not know how somebody signs in where two columns disagree", async () => {
    const { users, notices } = await read(
      "Email,Login,SSO\na@b.example,Password,yes\nc@d.example,,yes\ne@f.example,Okta,yes\n",
    );
    assert.deepEqual(
      users.map(({ login }) => login),
      [undefined, "single-sign-on", "single-sign-on"],
    );
    assert.deepEqual(told(notices), [
      [
        "login-contradicted",
        2,
        { column: "Login", value: "password", otherColumn: "SSO", otherValue: "single-sign-on" },
      ],
    ]);
  });

  it("takes no field of opening hours for an acceptance, under whatever name (aircall.md 2.3)", async () => {
    const api = await read(
      "email,available,availability_status,state\na@b.example,true,available,always_opened\n",
    );
    assert.equal(api.users[0]?.invitation, undefined);
    assert.deepEqual(
      told(api.notices).map(([code, , details]) => [code, details]),
      ["availability_status", "available", "state"].map((column) => ["column-is-opening-hours", { column }]),
    );
    const renamed = await read("Email,Availability\na@b.example,available\nc@d.example,custom\n");
    assert.deepEqual(
      renamed.users.map(({ invitation }) => invitation),
      [undefined, undefined],
    );
    assert.deepEqual(told(renamed.notices), [["column-is-opening-hours", 1, { column: "Availability" }]]);
  });

  it("prefers the date of the invitation to the date of creation", async () => {
    const user = await one("Email,Created,Invited", "a@b.example,2026-01-01,2026-02-02");
    assert.equal(user.invited?.toISOString(), "2026-02-02T00:00:00.000Z");
  });

  it("names dates that it cannot read, or could read in two ways", async () => {
    const { users, notices } = await read(
      "Email;Invited\na@b.example;02/03/2026\nc@d.example;soon\ne@f.example;2026-02-31\ng@h.example;04.03.26\n",
    );
    assert.ok(users.every(({ invited }) => invited === undefined));
    assert.deepEqual(told(notices), [
      ["date-ambiguous", 2, { column: "Invited", value: "02/03/2026" }],
      ["date-unreadable", 3, { column: "Invited", value: "soon" }],
      ["date-unreadable", 4, { column: "Invited", value: "2026-02-31" }],
      ["date-unreadable", 5, { column: "Invited", value: "04.03.26" }],
    ]);
  });

  it("keeps everybody it can, and tells each row that names nobody", async () => {
    const { users, notices, unusable } = await read(
      [
        "First name,Email,Status",
        "Vera,vera@contoso.example,Active",
        "Tomas,,Active",
        "Ines,Ines Marchetti,Active",
        "Olga,olga@contoso.example,Active, or not",
        "Hugo,hugo@contoso.example,,,,",
        '"Line\nbreak",a@b@c.example,Active',
        "Paul,paul@contoso.example",
      ].join("\n"),
    );
    assert.deepEqual(
      users.map(({ email, source }) => [email, lineOf(source)]),
      [
        ["vera@contoso.example", 2],
        ["hugo@contoso.example", 6],
        ["paul@contoso.example", 9],
      ],
    );
    const expected = [
      [3, "nothing"],
      [4, "no e-mail address"],
      [5, "more values than columns"],
      [7, "no e-mail address"],
    ];
    assert.deepEqual(
      unusable.map(({ source, found }) => [lineOf(source), found]),
      expected,
    );
    assert.deepEqual(
      told(notices),
      expected.map(([line, found]) => ["row-unusable", line, { column: "Email", found }]),
    );
  });

  it("counts every notice and keeps the first ones", async () => {
    const rows = Array.from({ length: 500 }, (_none, at) => `u${at}@contoso.example,Boss`);
    const { notices } = await read(["Email,Role", ...rows].join("\n"));
    assert.deepEqual(
      notices.map(({ code, count, examples }) => [code, count, examples.length]),
      [["role-unknown", 500, 20]],
    );
  });

  it("names file, line, what was found and what was expected where it is no such list", async () => {
    assert.equal(
      await refused("Name,Team\nVera,Sales\n"),
      "input.csv, line 1: found the columns Name, Team; expected also Email or UserPrincipalName, as in an Aircall user list with the columns First name, Last name, Email, Role, Status.",
    );
    assert.match(
      await refused("\nvera@contoso.example\ntomas@contoso.example\n"),
      /^input\.csv, line 2: found an address and no header line; expected a header line/u,
    );
    assert.match(
      await refused("Email,Courriel\na@b.example,\n"),
      /line 1: found two columns for one thing: Email and Courriel; expected one of them/u,
    );
    assert.match(await refused("Email\n"), /found a header line and no row/u);
    assert.match(await refused("\n\n"), /found no line with text/u);
    assert.match(await refused('[{"email":"a@b.example"}]'), /input\.csv: found JSON; expected a CSV file/u);
    assert.equal(
      await refused("Email\nVera\nTomas\n"),
      "input.csv, line 2: found no e-mail address where an address belongs, as in all 2 rows; expected one e-mail address in each row.",
    );
  });
});
