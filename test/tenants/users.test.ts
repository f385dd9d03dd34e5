/** Users from CSV files as people have them. Broken ones are in test/cli/bad-input.test.ts. */
import assert from "node:assert/strict";
import { join } from "node:path";
import fc from "fast-check";
import { isPlausibleAddress, parseUsers, readUsers, userAddresses } from "../../src/tenants/users";

const addresses = (text: string) => userAddresses(parseUsers(text, "users.csv"));

describe("a users file", () => {
  it("has an address per line and remembers the line", () => {
    const users = parseUsers(
      "First name,Email\nAnna,anna@contoso.example\n\nBen,ben@contoso.example\n",
      "users.csv",
    );
    assert.deepEqual(
      users.map(({ address, line }) => [address, line]),
      [
        ["anna@contoso.example", 2],
        ["ben@contoso.example", 4],
      ],
    );
    assert.equal(users[0]?.columns["First name"], "Anna");
  });

  for (const header of [
    "Email",
    "email",
    "E-mail",
    "E-Mail address",
    "Mail",
    "Adresse e-mail",
    "Adresse mail",
    "Courriel",
    "Correo",
    "Correo electrónico",
    "E-Mail-Adresse",
    "UserPrincipalName",
    "PrimarySmtpAddress",
  ])
    it(`calls its column ${header}`, () => {
      assert.deepEqual(addresses(`Name,${header}\nAnna,anna@contoso.example\n`), ["anna@contoso.example"]);
    });

  for (const [name, delimiter] of [
    ["commas", ","],
    ["semicolons", ";"],
    ["tabs", "\t"],
  ] as const)
    it(`is divided by ${name}, and quotes keep them in a value`, () => {
      const text =
        ["Name", "Email"].join(delimiter) +
        `\r\n"Miller${delimiter} Anna"${delimiter}anna@contoso.example\r\n`;
      assert.deepEqual(addresses(text), ["anna@contoso.example"]);
    });

  it("takes internationalised addresses as they are and compares them without case", () => {
    assert.deepEqual(
      addresses("Email\nÉlodie@Exämple.example\nélodie@exämple.example\n用户@例子.example\n"),
      ["élodie@exämple.example", "用户@例子.example"],
    );
  });

  it("skips lines that hold nothing but delimiters", () => {
    assert.deepEqual(addresses("Name,Email\nAnna,anna@contoso.example\n,\n  ,  \n"), [
      "anna@contoso.example",
    ]);
  });

  it("is the example of the project", async () => {
    const users = await readUsers(join(__dirname, "..", "..", "examples", "users.csv"));
    assert.equal(users.length, 25);
    assert.deepEqual(Object.keys(users[0]?.columns ?? {}), [
      "First name",
      "Last name",
      "Email",
      "Role",
      "Status",
    ]);
  });

  it("has a line for every user, whatever the names hold (fast-check)", () => {
    const name = fc.string({ unit: "grapheme", maxLength: 20 });
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 20 }), (names) => {
        const quoted = names.map((one) => `"${one.replaceAll('"', '""')}"`);
        const text = [
          "Name,Email",
          ...quoted.map((one, place) => `${one},user${place}@contoso.example`),
        ].join("\n");
        assert.equal(addresses(text).length, names.length);
      }),
    );
  });

  it("knows an address from other texts", () => {
    for (const good of ["a@b.example", "a.b+c@d-e.example", "o'brien@x.example"])
      assert.ok(isPlausibleAddress(good), good);
    for (const bad of [
      "",
      "a",
      "a@b",
      "a b@c.example",
      "a@b@c.example",
      "<a@b.example>",
      "a@b.example;c@d.example",
      "a@.example",
    ])
      assert.ok(!isPlausibleAddress(bad), bad);
  });
});
