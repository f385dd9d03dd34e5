/** What the inputs say of each user is brought together. */
import assert from "node:assert/strict";
import { join, type ReadinessInputs } from "../../src/readiness/join";
import type { MailSystem } from "../../src/readiness/mail-system";
import { deviceOf, directoryOf, intactLinks, mailOf, usageOf, userOf } from "./people";

const at = (local: string): string => `${local}@contoso.example`;
const named = (name: string, local: string, line = 2) => userOf({ name, email: at(local) }, line);

const sharersIn = (inputs: ReadinessInputs) =>
  join(inputs).map(({ sharers }) => sharers.map(({ entry, because }) => [entry.name, because]));

const system = (more: Partial<MailSystem> = {}): MailSystem => ({
  mailOf: () => mailOf(),
  linksOf: () => intactLinks,
  directory: [],
  usage: [],
  ...more,
});

describe("join", () => {
  it("takes lines with one address and one name for one person, and keeps all lines", () => {
    const [vera, ...others] = join({
      users: [named("Vera Roth", "Vera"), named(" vera  ROTH", "vERA", 3)],
    });
    assert.deepEqual(others, []);
    assert.equal(vera?.email, at("Vera"));
    assert.equal(vera?.name, "Vera Roth");
    assert.deepEqual(
      vera?.entries.map(({ source }) => source.kind === "line" && source.line),
      [2, 3],
    );
    assert.deepEqual(vera?.sharers, []);
  });
  it("takes other names with one address for people who share it", () => {
    assert.deepEqual(
      sharersIn({ users: [named("Vera", "vera"), named("Nora", "VERA"), named("Kai", "kai")] }),
      [[["Nora", "same-address"]], [["Vera", "same-address"]], []],
    );
  });
  it("takes lines without a name for different people", () => {
    assert.deepEqual(sharersIn({ users: [named("", "desk"), named("", "desk", 3)] }), [
      [["", "same-address"]],
      [["", "same-address"]],
    ]);
  });
  it("says how it shows that people share a mailbox", () => {
    const users = [
      named("Vera", "vera"),
      named("Tag", "vera+phone"),
      named("Alias", "v.roth"),
      userOf({ name: "Dots", email: "k.ai@gmail.com" }),
      userOf({ name: "None", email: "Kai@googlemail.com" }),
    ];
    assert.deepEqual(
      sharersIn({ users, directory: [directoryOf({ email: at("vera"), aliases: [at("v.roth")] })] }),
      [
        [
          ["Tag", "plus-tag"],
          ["Alias", "alias"],
        ],
        [
          ["Vera", "plus-tag"],
          ["Alias", "alias"],
        ],
        [
          ["Vera", "alias"],
          ["Tag", "alias"],
        ],
        [["None", "gmail-dots"]],
        [["Dots", "gmail-dots"]],
      ],
    );
  });
  it("finds no sharers where the directory has two mailboxes", () => {
    const users = [named("Vera", "vera"), named("Tag", "vera+phone")];
    const directory = [directoryOf({ email: at("vera") }), directoryOf({ email: at("vera+phone") })];
    assert.deepEqual(sharersIn({ users, directory }), [[], []]);
  });
  it("finds devices and usage by any address of the mailbox", () => {
    const [vera] = join({
      users: [named("Vera", "vera")],
      devices: [
        deviceOf({ email: at("V.Roth") }),
        deviceOf({ email: at("VERA") }),
        deviceOf({ email: at("kai") }),
      ],
      mailboxes: [usageOf({ email: at("v.roth") }), usageOf({ email: at("kai") })],
      directory: [directoryOf({ email: at("vera"), aliases: [at("v.roth")] })],
    });
    assert.equal(vera?.devices?.length, 2);
    assert.equal(vera?.usage?.length, 1);
  });
  it("finds usage by the mailbox that mail to a tagged address ends in, but the devices of nobody else", () => {
    const [tag, dots] = join({
      users: [named("Tag", "vera+phone"), userOf({ name: "Dots", email: "k.ai@gmail.com" })],
      devices: [deviceOf({ email: at("vera") }), deviceOf({ email: "kai@gmail.com" })],
      mailboxes: [usageOf({ email: at("vera") }), usageOf({ email: "kai@googlemail.com" })],
      directory: [directoryOf({ email: at("vera") })],
    });
    assert.deepEqual([tag?.usage?.length, dots?.usage?.length], [1, 1]);
    assert.deepEqual([tag?.devices, dots?.devices], [[], []]);
  });
  it("tells what was not read from what holds nothing of somebody", () => {
    const users = [named("Vera", "vera")];
    const [nothing] = join({ users });
    assert.deepEqual(
      [nothing?.devices, nothing?.usage, nothing?.directory, nothing?.mail, nothing?.links],
      [undefined, undefined, undefined, undefined, undefined],
    );
    const [empty] = join({ users, devices: [], mailboxes: [], directory: [] });
    assert.deepEqual([empty?.devices, empty?.usage, empty?.directory], [[], [], "absent"]);
  });
  it("takes a mail system without statistics, or without recipients, for one of which they were not read", () => {
    const users = [named("Vera", "vera")];
    const [vera] = join({ users, mail: system() });
    assert.deepEqual([vera?.usage, vera?.directory], [undefined, undefined]);
    assert.equal(vera?.mail?.verdict, "proven");
    assert.equal(vera?.links, intactLinks);
  });
  it("adds the mail system's directory and usage to those of files", () => {
    const [vera, kai] = join({
      users: [named("Vera", "vera"), named("Kai", "kai")],
      mailboxes: [usageOf()],
      directory: [directoryOf()],
      mail: system({
        usage: [usageOf({}, 9)],
        directory: [directoryOf({ email: at("kai"), kind: "nobody" })],
      }),
    });
    assert.equal(vera?.usage?.length, 2);
    assert.equal(typeof kai?.directory === "object" && kai.directory.kind, "nobody");
  });
  it("asks the mail system with the address as written", () => {
    const asked: string[] = [];
    join({
      users: [named("Vera", "Vera"), named("Vera", "VERA", 3)],
      mail: system({
        mailOf: (email) => {
          asked.push(email);
          return mailOf();
        },
      }),
    });
    assert.deepEqual(asked, [at("Vera")]);
  });
  it("lets the mail system's statistics stand for a report that hides names", () => {
    const people = join({
      users: [named("Vera", "vera"), named("Kai", "kai")],
      mailboxes: "concealed",
      mail: system({ usage: [usageOf()] }),
    });
    assert.deepEqual(
      people.map(({ usage }) => (usage === "concealed" ? usage : usage?.length)),
      [1, "concealed"],
    );
    assert.equal(join({ users: [named("Vera", "vera")], mailboxes: "concealed" })[0]?.usage, "concealed");
  });
  it("names some of the many who share one mailbox, and none of them to themselves", () => {
    const users = Array.from({ length: 5_000 }, (_, line) => named(`User ${line}`, "desk", line));
    for (const { entries, sharers, sharerCount } of join({ users })) {
      assert.equal(sharers.length, 50);
      assert.equal(sharerCount, 4_999);
      assert.ok(sharers.every(({ entry }) => entry !== entries[0]));
    }
  }).timeout(60_000);
  it("brings 100,000 users and 150,000 devices together", () => {
    const users = Array.from({ length: 100_000 }, (_, line) => named(`User ${line}`, `user${line}`, line));
    const devices = Array.from({ length: 150_000 }, (_, line) =>
      deviceOf({ email: at(`User${line % 100_000}`) }, line),
    );
    const mailboxes = users.map(({ email }) => usageOf({ email }));
    const directory = users.map(({ email }) => directoryOf({ email, aliases: [`x${email}`] }));
    const people = join({ users, devices, mailboxes, directory });
    assert.equal(people.length, 100_000);
    assert.equal(people[0]?.devices?.length, 2);
    assert.ok(people.every(({ usage, sharers }) => usage?.length === 1 && sharers.length === 0));
  }).timeout(60_000);
});
