/** A tenant that cannot be read: told in plain words, and nothing is written. */
import assert from "node:assert/strict";
import { status } from "@grpc/grpc-js";
import { unknownMarkers } from "../../../../src/resources/unknown";
import type { ValueObject } from "../../../../src/resources/value";
import { errorOf } from "../running-provider";
import { allow, seedWith } from "../small-tenant";
import { running } from "./running-rules";

const problemOf = ({ observed }: ValueObject): string => {
  const { problem } = observed as ValueObject;
  return String(problem);
};

describe("a tenant that cannot be read", function () {
  this.timeout(60_000);
  const nobody = "http://127.0.0.1:9";

  it("because nobody answers, is told to the policies, and nothing is written", () =>
    running(
      [],
      async (provider) => {
        const inputs = await provider.check({ rules: [allow] });
        assert.match(problemOf(inputs), /127\.0\.0\.1:9/u);
        assert.match(problemOf(inputs), /Check the network/u);
        const error = await errorOf(provider.create({ rules: [allow] }));
        assert.match(error.details, /Check the network/u);
        assert.deepEqual(provider.writes(), []);
      },
      {},
      { endpoint: nobody, authority: nobody },
    ));

  it("because the secret is wrong, is told without the secret", () =>
    running(
      [],
      async (provider) => {
        const problem = problemOf(await provider.check({ rules: [allow] }));
        assert.match(problem, /client secret is wrong/u);
        const error = await errorOf(provider.create({ rules: [allow] }));
        assert.match(error.details, /client secret is wrong/u);
        assert.ok(![problem, error.details].some((text) => text.includes("another-secret")));
      },
      {},
      { clientSecret: "another-secret" },
    ));

  it("because there is no credential, is told with the setting and the environment variable", () =>
    running(
      [],
      async (provider) => {
        const wanted = /`clientSecret`.*mailflow:clientSecret.*AIRCALL_MAILFLOW_CLIENT_SECRET/u;
        assert.match(problemOf(await provider.check({ rules: [allow] })), wanted);
        const error = await errorOf(provider.create({ rules: [allow] }));
        assert.equal(error.code, status.INVALID_ARGUMENT);
        assert.match(error.details, wanted);
      },
      {},
      { clientSecret: null },
    ));

  it("because the app lacks a role, lacks that part and no other", () =>
    running(
      [],
      async (provider) => {
        const { observed } = await provider.check({ rules: [allow] });
        const { parts } = observed as { readonly parts: ValueObject };
        assert.equal(parts["Get-AntiPhishPolicy"], undefined);
        assert.ok(parts["Get-MalwareFilterPolicy"] !== undefined);
      },
      {
        allowedCmdlets: Object.keys(seedWith([])).filter((cmdlet) => cmdlet !== "Get-AntiPhishPolicy"),
      },
    ));

  it("because the export it is to be read from is none, is told with the file and what was expected", () =>
    running([], async (provider) => {
      const problem = problemOf(await provider.check({ rules: [allow], tenantExport: __filename }));
      assert.match(problem, /unreadable\.test\.ts/u);
      assert.match(problem, /expected/u);
    }));

  it("because the path of the export is not known yet, is told so", () =>
    running([], async (provider) => {
      const inputs = await provider.check({ rules: [allow], tenantExport: unknownMarkers.string });
      assert.match(problemOf(inputs), /`tenantExport` is not known before the update/u);
    }));
});
