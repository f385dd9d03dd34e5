import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTransportRule } from "../../../../src/tenants/exchange/write-transport-rules";
import { startExchangeTenant } from "../../../../src/tenants/local/exchange/start";
import { clientOf, credentials, seededRules, tenant, withTenant } from "./running-tenant";

const rule = { name: "New", enabled: true, parameters: { Quarantine: true } } as const;
const invokeAddress = (endpoint: string): string => `${endpoint}/adminapi/beta/${tenant}/InvokeCommand`;

const bearer = async (authority: string): Promise<string> => {
  const reply = await fetch(`${authority}/${tenant}/oauth2/v2.0/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: credentials.clientId,
      client_secret: credentials.clientSecret,
      scope: "https://outlook.office365.com/.default",
    }),
  });
  return `Bearer ${((await reply.json()) as { access_token: string }).access_token}`;
};

describe("the embedded Exchange tenant", () => {
  it("keeps its state over restarts, and the seed counts only once", async () => {
    await withTenant(
      { seed: { "Get-TransportRule": seededRules(2) } },
      async ({ client, server, stateFile, folder }) => {
        await createTransportRule(client, { ...rule, priority: 0 });
        const before = server.objects("Get-TransportRule");
        const again = await startExchangeTenant({
          ...credentials,
          stateFile,
          seed: { "Get-TransportRule": [] },
        });
        try {
          assert.deepEqual(again.objects("Get-TransportRule"), before);
          assert.equal(before.length, 3);
        } finally {
          await again.close();
        }
        assert.deepEqual(await readdir(folder), ["state.json"]);
      },
    );
  });

  it("says which file is not a state, and leaves it alone", async () => {
    const folder = await mkdtemp(join(tmpdir(), "exchange-tenant-"));
    const stateFile = join(folder, "state.json");
    try {
      for (const text of ["{", '{"version":2}', "[]"]) {
        await writeFile(stateFile, text);
        await assert.rejects(startExchangeTenant({ ...credentials, stateFile }), (error) => {
          assert.ok(error instanceof Error && error.message.includes(stateFile));
          return true;
        });
        assert.equal(await readFile(stateFile, "utf8"), text);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("journals write calls, refused ones too, and never reads", async () => {
    const folder = await mkdtemp(join(tmpdir(), "exchange-journal-"));
    const journal = join(folder, "journal.jsonl");
    try {
      await withTenant({ journal }, async ({ client, server }) => {
        await client.invoke("Get-TransportRule");
        await createTransportRule(client, rule);
        await assert.rejects(createTransportRule(client, rule));
        await client.invoke("Set-TransportRule", { Identity: "New", Quarantine: true });
        assert.deepEqual(
          server.journal().map(({ cmdlet, outcome }) => [cmdlet, outcome]),
          [
            ["New-TransportRule", "applied"],
            ["New-TransportRule", "refused"],
            ["Set-TransportRule", "unchanged"],
          ],
        );
        const lines = (await readFile(journal, "utf8")).trim().split("\n");
        assert.deepEqual(
          lines.map((line) => JSON.parse(line) as unknown),
          server.journal(),
        );
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("answers 401 without a token of its own, 403 without a body outside the roles, 404 for another tenant", async () => {
    await withTenant({ allowedCmdlets: [] }, async ({ server }) => {
      const send = (address: string, authorization: string) =>
        fetch(address, {
          method: "POST",
          headers: { authorization },
          body: JSON.stringify({ CmdletInput: { CmdletName: "Get-TransportRule", Parameters: {} } }),
        });
      const good = await bearer(server.authority);
      assert.equal((await send(invokeAddress(server.endpoint), "Bearer x")).status, 401);
      assert.equal((await send(invokeAddress(server.endpoint), "")).status, 401);
      const forbidden = await send(invokeAddress(server.endpoint), good);
      assert.deepEqual([forbidden.status, await forbidden.text()], [403, ""]);
      const other = invokeAddress(server.endpoint).replace(tenant, "fabrikam.onmicrosoft.com");
      assert.equal((await send(other, good)).status, 404);
    });
  });

  it("refuses a body that is no command, in the service's own words", async () => {
    await withTenant({}, async ({ server }) => {
      const authorization = await bearer(server.authority);
      for (const body of ["", "{", "[]", '{"CmdletInput":{}}']) {
        const reply = await fetch(invokeAddress(server.endpoint), {
          method: "POST",
          headers: { authorization },
          body,
        });
        const answer = (await reply.json()) as { error: { details: { message: string }[] } };
        assert.equal(reply.status, 400);
        assert.match(answer.error.details[0]?.message ?? "", /CmdletInput/);
      }
    });
  });

  it("gives pages of at most 1,000 and of what Prefer asks, to the same command only", async () => {
    await withTenant({ seed: { "Get-TransportRule": seededRules(1_500) } }, async ({ server }) => {
      const authorization = await bearer(server.authority);
      const send = async (address: string, prefer: string, resultSize: string) => {
        const reply = await fetch(address, {
          method: "POST",
          headers: { authorization, prefer },
          body: JSON.stringify({
            CmdletInput: { CmdletName: "Get-TransportRule", Parameters: { ResultSize: resultSize } },
          }),
        });
        const body = (await reply.json()) as { value?: unknown[]; "@odata.nextLink"?: string };
        return { status: reply.status, count: body.value?.length, next: body["@odata.nextLink"] ?? "" };
      };
      const first = await send(invokeAddress(server.endpoint), "odata.maxpagesize=5000", "Unlimited");
      assert.equal(first.count, 1_000);
      const small = await send(invokeAddress(server.endpoint), "odata.maxpagesize=7", "Unlimited");
      assert.equal(small.count, 7);
      assert.equal((await send(first.next, "", "1200")).status, 400);
      assert.deepEqual(await send(first.next, "", "Unlimited"), { status: 200, count: 500, next: "" });
      server.lapsePages();
      assert.equal((await send(first.next, "", "Unlimited")).status, 400);
    });
  });

  it("asks to wait above its rate", async () => {
    let now = Date.parse("2026-03-01T00:00:00Z");
    await withTenant(
      { throttle: { requests: 2, perSeconds: 10 }, now: () => new Date(now) },
      async ({ server }) => {
        const sleeps: number[] = [];
        const client = clientOf(server, sleeps, {
          retry: {},
          fetch: async (input, init) => {
            const reply = await fetch(input, init);
            now += reply.status === 429 ? 10_000 : 1_000;
            return reply;
          },
        });
        for (let index = 0; index < 3; index += 1) {
          await client.invoke("Get-TransportRule");
        }
        assert.deepEqual(sleeps, [8_000]);
      },
    );
  });

  it("takes commands that arrive together one after the other", async () => {
    await withTenant({}, async ({ server }) => {
      const clients = Array.from({ length: 5 }, () => clientOf(server, []));
      await Promise.all(
        clients.map((client, index) =>
          client.invoke("New-TransportRule", { Name: `N${index}`, Quarantine: true, Priority: 0 }),
        ),
      );
      assert.deepEqual(
        server.objects("Get-TransportRule").map(({ Priority }) => Priority),
        [0, 1, 2, 3, 4],
      );
      assert.equal(new Set(server.objects("Get-TransportRule").map(({ Name }) => Name)).size, 5);
    });
  });
});
