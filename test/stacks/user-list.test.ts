import assert from "node:assert/strict";
import { declaredProblem, declaredUsers, type Lines } from "./declared-files";

const header = "Email,First name,Last name,Role,Login,Status";
const listed = (...rows: Lines) => ({ "users.csv": [header, ...rows] });
const vera = "vera@contoso.example,Vera,Roth,Owner,Password,Active";

describe("the users a stack declares by a file", () => {
  it("are one address for each person, the same one twice where two people have it", async () => {
    const { recipients } = await declaredUsers(
      listed(vera, vera, "VERA@contoso.example,Ines,Roth,Agent,Password,Active"),
    );
    assert.deepEqual(recipients, ["vera@contoso.example", "VERA@contoso.example"]);
  });
  it("are whoever may be asked for a code; who surely is not, is told apart", async () => {
    const { recipients, otherUsers } = await declaredUsers(
      listed(
        "sso.agent@contoso.example,A,A,Agent,SSO,Active",
        "sso.admin@contoso.example,B,B,Admin,SSO,Active",
        "sso.role.unknown@contoso.example,C,C,,SSO,Active",
        "login.unknown@contoso.example,D,D,Agent,,Active",
        vera,
      ),
    );
    assert.deepEqual(otherUsers, ["sso.agent@contoso.example"]);
    assert.deepEqual(
      recipients.map((address) => address.split("@")[0]),
      ["sso.admin", "sso.role.unknown", "login.unknown", "vera"],
    );
  });
  it("must be somebody: every account has an owner", async () =>
    assert.match(
      await declaredProblem(listed("sso.agent@contoso.example,A,A,Agent,SSO,Active")),
      /^aircall-mailflow:exchange\.users: users\.csv: found 1 users who are agents .*expected all users of the Aircall account/u,
    ));
  it("are refused where a row names nobody, by key, file and line", async () =>
    assert.equal(
      await declaredProblem(
        listed(vera, "somebody,A,A,Agent,SSO,Active", "a@b.example,A,B,Agent,SSO,Active,x,y"),
      ),
      [
        "aircall-mailflow:exchange.users: users.csv, line 3: found no e-mail address; expected one e-mail address.",
        "aircall-mailflow:exchange.users: users.csv, line 4: found more values than columns; expected no more values than the header line has columns: write one that holds a delimiter in quotes.",
      ].join("\n"),
    ));
  it("are refused in few lines where many rows name nobody", async () =>
    assert.match(
      await declaredProblem(listed(vera, ...Array.from({ length: 30 }, () => "x,A,A,Agent,SSO,Active"))),
      /\nAnd 25 more rows\.$/u,
    ));
  it("are refused where a file is missing or is no such list, by the key that names it", async () => {
    assert.match(
      await declaredProblem(listed(vera), { users: "people.csv" }),
      /^aircall-mailflow:exchange\.users: people\.csv: found no file at this path; expected a CSV file of Aircall users/u,
    );
    assert.match(
      await declaredProblem(listed(vera), { devices: ["devices.csv"] }),
      /^aircall-mailflow:exchange\.devices: devices\.csv: found no file at this path/u,
    );
    assert.match(
      await declaredProblem({ "users.csv": ["Name,Phone", "Vera,5"] }),
      /^aircall-mailflow:exchange\.users: users\.csv, line 1: found .*; expected /u,
    );
  });
  it("are warned of where a value is not understood, without a value of anybody", async () => {
    const { warnings } = await declaredUsers(listed(vera, "ines@contoso.example,Ines,M,Boss,Maybe,Active"));
    assert.deepEqual(warnings, [
      "aircall-mailflow:exchange.users: users.csv: 2 values or rows were not understood and count as unknown; `npx aircall-mailflow ready` names them.",
    ]);
    assert.deepEqual((await declaredUsers(listed(vera))).warnings, []);
  });
});
