import assert from "node:assert/strict";
import { checkIds } from "../../src/readiness/reasons";
import { type RawObject, userMailbox } from "../mailflow/exchange/labelled/healthy-tenant";
import {
  junkConfiguration,
  mailboxTenantWithoutAllow,
  openMailbox,
} from "../mailflow/exchange/labelled/mailbox-tenant";
import { declaredProblem, declaredUsers, now } from "./declared-files";

const users = [
  "Email,First name,Last name,Role,Login,Status",
  "vera@contoso.example,Vera,Roth,Owner,Password,Active",
  "ines@contoso.example,Ines,Marchetti,Agent,Password,Pending validation",
  "tomas@contoso.example,Tomas,Okafor,Agent,SSO,Active",
];
const devices = [
  "Email,Platform,App,App version",
  "vera@contoso.example,iOS,Aircall,8.10.0",
  "ines@contoso.example,Android,Aircall,7.3.9",
];
const mailboxes = ["Email,Used,Limit", "vera@contoso.example,1 GB,50 GB", "ines@contoso.example,50 GB,50 GB"];
const directory = ["Email,Type", "vera@contoso.example,UserMailbox", "ines@contoso.example,UserMailbox"];
const files = {
  "users.csv": users,
  "devices.csv": devices,
  "mailboxes.csv": mailboxes,
  "directory.csv": directory,
};
const declared = { devices: "devices.csv", mailboxes: "mailboxes.csv", directory: ["directory.csv"] };

const mailboxes365 = ["vera", "ines", "tomas"].map((name) => ({
  ...openMailbox,
  ...userMailbox(`${name}@contoso.example`, name),
}));

/** Everything was read, and only these rules stand. */
const exportWith = (...rules: readonly RawObject[]) => [
  JSON.stringify(
    rules
      .reduce((builder, rule) => builder.withRule(rule), mailboxTenantWithoutAllow())
      .with("Get-Mailbox", mailboxes365)
      .with("Get-Recipient", mailboxes365)
      .with("Get-MailboxStatistics", [])
      .with(
        "Get-MailboxJunkEmailConfiguration",
        mailboxes365.map(({ PrimarySmtpAddress }) => junkConfiguration(String(PrimarySmtpAddress))),
      )
      .build(),
  ),
];

const counts = (pass: number, fail: number, unknown: number) => ({ pass, fail, unknown });

describe("the output readiness", () => {
  it("counts by check, and takes for unknown what was not declared", async () => {
    const { readiness } = await declaredUsers(files);
    const { checks, ...summary } = readiness;
    assert.deepEqual(summary, {
      asOf: "2026-11-22",
      users: 3,
      ready: 0,
      notReady: 1,
      unknown: 1,
      outOfScope: 1,
    });
    assert.deepEqual(Object.keys(checks), [...checkIds]);
    assert.deepEqual(checks["invitation-accepted"], counts(1, 1, 0));
    for (const id of checkIds)
      if (id !== "invitation-accepted" && id !== "links-not-rewritten")
        assert.deepEqual(checks[id], counts(0, 0, 2), id);
  });
  it("counts what the further files tell", async () => {
    const { checks } = (await declaredUsers(files, declared)).readiness;
    assert.deepEqual(checks["own-address"], counts(2, 0, 0));
    assert.deepEqual(checks["app-version"], counts(1, 1, 0));
    assert.deepEqual(checks["mailbox-space"], counts(1, 1, 0));
    assert.deepEqual(checks["mail-allowed"], counts(0, 0, 2));
  });
  it("has the verdict on the exported tenant with the rules that the stack declares", async () => {
    const codes = { Name: "Codes", SubjectOrBodyContainsWords: ["verification code"], Quarantine: true };
    const project = { ...files, "tenant.json": exportWith(codes) };
    const mailOf = async (configuration: object) =>
      (await declaredUsers(project, { tenantExport: "tenant.json", ...configuration })).readiness.checks[
        "mail-allowed"
      ];
    // The stack's allow rule stands above the export's rule, and stops it or not.
    assert.deepEqual(await mailOf({}), counts(2, 0, 0));
    const withoutStop = { allow: { style: "exempt-each" } };
    assert.deepEqual(await mailOf(withoutStop), counts(0, 2, 0));
    assert.deepEqual(await mailOf({ ...withoutStop, others: "forbid" }), counts(2, 0, 0));
  });
  it("is ready where every check passes", async () => {
    const project = { ...files, "users.csv": users.slice(0, 2), "tenant.json": exportWith() };
    const { readiness } = await declaredUsers(project, { ...declared, tenantExport: "tenant.json" });
    assert.deepEqual([readiness.users, readiness.ready, readiness.unknown], [1, 1, 0]);
  });
  it("leaves mail unknown where the resource will refuse a declared rule", async () => {
    const project = { ...files, "tenant.json": exportWith() };
    const rules = [{ name: "Odd", setScl: "much" }];
    const { checks } = (await declaredUsers(project, { tenantExport: "tenant.json", rules })).readiness;
    assert.deepEqual(checks["mail-allowed"], counts(0, 0, 2));
  });
  it("refuses an export that cannot be used, by key and file", async () =>
    assert.match(
      await declaredProblem({ ...files, "tenant.json": ["[1]"] }, { tenantExport: "tenant.json" }),
      /^aircall-mailflow:exchange\.tenantExport: tenant\.json: found /u,
    ));
  it("names nobody, and is the same all day", async () => {
    const project = { ...files, "tenant.json": exportWith() };
    const configuration = { ...declared, tenantExport: "tenant.json" };
    const { readiness } = await declaredUsers(project, configuration);
    assert.doesNotMatch(JSON.stringify(readiness), /@|vera|ines|tomas|roth/iu);
    const later = new Date(now.getTime() + 11 * 60 * 60 * 1_000);
    assert.deepEqual((await declaredUsers(project, configuration, later)).readiness, readiness);
  });
});
