import assert from "node:assert/strict";
import { createServer } from "node:net";
import { isExchangeError } from "../../../../src/tenants/exchange/exchange-error";
import { createClientCredentialsToken } from "../../../../src/tenants/exchange/token";
import {
  clientOf,
  credentials,
  seededMailboxes,
  seededRules,
  withTenant,
} from "../../local/exchange/running-tenant";

const everything = { ResultSize: "Unlimited" } as const;
const guidsOf = (value: readonly unknown[]): readonly string[] =>
  value.map((item) => (item as { Guid: string }).Guid);

describe("the Exchange client against a tenant that speaks the wire protocol", () => {
  it("reads 2,500 mailboxes through pages of 1,000, each once and in order", async () => {
    await withTenant({ seed: { "Get-Mailbox": seededMailboxes(2_500) } }, async ({ client, server }) => {
      const { value } = await client.invoke("Get-Mailbox", everything);
      assert.deepEqual(guidsOf(value), guidsOf(server.objects("Get-Mailbox")));
      assert.equal(new Set(guidsOf(value)).size, 2_500);
      assert.equal(server.requests(), 3);
    });
  });

  it("asks for smaller pages where it is told to", async () => {
    await withTenant(
      { seed: { "Get-TransportRule": seededRules(25) } },
      async ({ client, server }) => {
        assert.equal((await client.invoke("Get-TransportRule", everything)).value.length, 25);
        assert.equal(server.requests(), 3);
      },
      { pageSize: 10 },
    );
  });

  it("starts again from page 1 where a link lapsed, and gives up where it lapses again", async () => {
    await withTenant(
      { seed: { "Get-TransportRule": seededRules(30) } },
      async ({ server }) => {
        const lapse = {
          cmdlet: "Get-TransportRule",
          status: 400,
          body: { error: { message: "The link has expired." } },
        };
        let calls = 0;
        // The second page fails in both rounds.
        const interrupting = clientOf(server, [], {
          pageSize: 10,
          fetch: async (input, init) => {
            if (String(input).includes("skiptoken")) {
              server.answerNext(lapse);
            }
            calls += 1;
            return fetch(input, init);
          },
        });
        await assert.rejects(interrupting.invoke("Get-TransportRule", everything), /expired/);
        assert.equal(calls, 4);
        let lapsedOnce = false;
        const once = clientOf(server, [], {
          pageSize: 10,
          fetch: async (input, init) => {
            if (String(input).includes("skiptoken") && !lapsedOnce) {
              lapsedOnce = true;
              server.lapsePages();
            }
            return fetch(input, init);
          },
        });
        const { value } = await once.invoke("Get-TransportRule", everything);
        assert.equal(new Set(guidsOf(value)).size, 30);
        assert.equal(value.length, 30);
      },
      { pageSize: 10 },
    );
  });

  it("leaves out the wire's annotations and keeps only selected properties", async () => {
    await withTenant({ seed: { "Get-TransportRule": seededRules(1) } }, async ({ client }) => {
      const { value } = await client.invoke(
        "Get-TransportRule",
        {},
        { select: ["Name", "SubjectContainsWords"] },
      );
      assert.deepEqual(value, [{ Name: "Rule 0", SubjectContainsWords: ["word0"] }]);
    });
  });

  it("hands on warnings", async () => {
    const heard: string[] = [];
    await withTenant(
      { seed: { "Get-TransportRule": seededRules(1) } },
      async ({ client }) => {
        const { warnings } = await client.invoke("Set-TransportRule", {
          Identity: "Rule 0",
          PrependSubject: "[x] ",
        });
        assert.equal(warnings.length, 1);
        assert.match(warnings[0] ?? "", /no settings/);
        assert.deepEqual(heard, warnings);
      },
      { onWarning: (text) => heard.push(text) },
    );
  });

  it("waits as a 429 asks, then goes on", async () => {
    await withTenant(
      { seed: { "Get-TransportRule": seededRules(2) } },
      async ({ client, server, sleeps }) => {
        server.throttleNext(2, 17);
        assert.equal((await client.invoke("Get-TransportRule")).value.length, 2);
        assert.deepEqual(sleeps, [17_000, 17_000]);
        server.throttleNext(1, 100_000);
        await client.invoke("Get-TransportRule");
        assert.equal(sleeps.at(-1), 120_000);
      },
    );
  });

  it("says so where the tenant never stops asking to wait", async () => {
    await withTenant(
      {},
      async ({ client, server }) => {
        server.throttleNext(50, 1);
        await assert.rejects(client.invoke("Get-TransportRule"), (error) => {
          assert.ok(isExchangeError(error, "throttled"));
          assert.match(error.message, /3 attempts/);
          return true;
        });
        assert.equal(server.requests(), 3);
      },
      { retry: { attempts: 3 } },
    );
  });

  it("repeats a read after a server error and a lost answer, but not a write after a server error", async () => {
    await withTenant({ seed: { "Get-TransportRule": seededRules(1) } }, async ({ client, server }) => {
      server.answerNext({ status: 502, body: "gateway" });
      server.dropNextRequest();
      assert.equal((await client.invoke("Get-TransportRule")).value.length, 1);
      server.answerNext({ status: 500, body: "oops" });
      await assert.rejects(
        client.invoke("Disable-TransportRule", { Identity: "Rule 0", Confirm: false }),
        (error) => {
          assert.ok(isExchangeError(error, "unreachable"));
          assert.ok(error.mayHaveBeenApplied);
          return true;
        },
      );
      assert.deepEqual(server.journal(), []);
    });
  });

  it("does not send a command that makes an object a second time when its reply is lost", async () => {
    await withTenant({}, async ({ client, server }) => {
      server.loseNextReply("New-TransportRule");
      const parameters = { Name: "One", Quarantine: true };
      await assert.rejects(client.invoke("New-TransportRule", parameters), (error) => {
        assert.ok(isExchangeError(error, "unreachable"));
        assert.ok(error.mayHaveBeenApplied);
        return true;
      });
      assert.equal(server.journal().length, 1);
    });
  });

  it("gets a new token where the old one is not accepted any more, once", async () => {
    await withTenant({}, async ({ client, server }) => {
      await client.invoke("Get-TransportRule");
      server.revokeTokens();
      await client.invoke("Get-TransportRule");
      assert.equal(server.requests(), 3);
      const stubborn = clientOf(server, [], { token: async () => "wrong" });
      await assert.rejects(stubborn.invoke("Get-TransportRule"), (error) =>
        isExchangeError(error, "unauthorized"),
      );
    });
  });

  it("names the missing role for a cmdlet outside the caller's roles, and writes nothing", async () => {
    await withTenant({ allowedCmdlets: ["Get-TransportRule"] }, async ({ client, server }) => {
      await assert.rejects(client.invoke("New-TransportRule", { Name: "x", Quarantine: true }), (error) => {
        assert.ok(isExchangeError(error, "forbidden"));
        assert.match(error.message, /role "Transport Rules"/);
        return true;
      });
      assert.deepEqual(
        server.journal().map(({ outcome }) => outcome),
        ["forbidden"],
      );
      assert.deepEqual([...(await client.exportedCmdlets())], ["Get-TransportRule"]);
    });
  });

  it("says that nobody answers where nobody answers", async () => {
    const listener = createServer();
    await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
    const bound = listener.address();
    const port = typeof bound === "object" && bound !== null ? bound.port : 0;
    await new Promise((resolve) => listener.close(resolve));
    const nobody = `http://127.0.0.1:${port}`;
    const sleeps: number[] = [];
    const client = clientOf({ endpoint: nobody, authority: nobody }, sleeps, {
      token: async () => "t",
      retry: { attempts: 2 },
    });
    await assert.rejects(client.invoke("New-TransportRule", { Name: "x" }), (error) => {
      assert.ok(isExchangeError(error, "unreachable"));
      // A connection that never stood carried nothing out, so even this command was tried again.
      assert.equal(error.mayHaveBeenApplied, false);
      return true;
    });
    assert.equal(sleeps.length, 1);
  });

  it("stops when it is cancelled", async () => {
    await withTenant({}, async ({ client, server }) => {
      await assert.rejects(client.invoke("Get-TransportRule", {}, { signal: AbortSignal.abort() }), (error) =>
        isExchangeError(error, "cancelled"),
      );
      assert.equal(server.requests(), 0);
    });
  });

  it("sends writes one after the other in the order they were asked for, reads side by side", async () => {
    await withTenant({}, async ({ server }) => {
      let open = 0;
      let most = 0;
      const client = clientOf(server, [], {
        fetch: async (input, init) => {
          open += 1;
          most = Math.max(most, open);
          try {
            return await fetch(input, init);
          } finally {
            open -= 1;
          }
        },
      });
      const names = ["N0", "N1", "N2", "N3", "N4"];
      await Promise.all(names.map((Name) => client.invoke("New-TransportRule", { Name, Quarantine: true })));
      assert.equal(most, 1);
      assert.deepEqual(
        server.objects("Get-TransportRule").map(({ Name }) => Name),
        names,
      );
      await Promise.all(names.map(() => client.invoke("Get-TransportRule")));
      assert.ok(most > 1);
    });
  });
});

describe("batches (exchange-online.md 1.5)", () => {
  it("pack ten reads, sort out the answers, and follow the pages of each", async () => {
    const seed = { "Get-TransportRule": seededRules(25), "Get-Mailbox": seededMailboxes(25) };
    await withTenant(
      { seed },
      async ({ client }) => {
        const byName = Array.from({ length: 21 }, (_, index) => ({
          cmdlet: "Get-Mailbox",
          parameters: { Identity: `user${index}` },
          select: ["Name"],
        }));
        const results = await client.invokeBatch([
          { cmdlet: "Get-TransportRule", parameters: everything },
          ...byName,
        ]);
        const [rules, ...mailboxes] = results.map((result) => (result.ok ? result.value : []));
        assert.equal(new Set(guidsOf(rules ?? [])).size, 25);
        assert.deepEqual(
          mailboxes,
          byName.map(({ parameters }) => [{ Name: parameters.Identity }]),
        );
      },
      { pageSize: 10 },
    );
  });

  it("give each member its own error and repeat only those that may be repeated", async () => {
    const seed = { "Get-TransportRule": seededRules(2), "Get-AcceptedDomain": [{ Name: "a" }] };
    await withTenant({ seed }, async ({ client, server, sleeps }) => {
      server.answerNext({ cmdlet: "Get-AcceptedDomain", status: 429, headers: { "Retry-After": "9" } });
      const results = await client.invokeBatch([
        { cmdlet: "Get-SafeLinksPolicy" },
        { cmdlet: "Get-AcceptedDomain" },
        { cmdlet: "Get-TransportRule", parameters: { Nonsense: 1 } },
        { cmdlet: "Get-AcceptedDomain", parameters: { Identity: "nobody" } },
        { cmdlet: "Get-TransportRule" },
      ]);
      assert.deepEqual(
        results.map((result) => (result.ok ? result.value.length : result.error.kind)),
        ["forbidden", 1, "refused", "not-found", 2],
      );
      assert.deepEqual(sleeps, [9_000]);
      assert.equal(server.requests(), 2);
    });
  });

  it("are asked again as a whole where the whole is refused for a while", async () => {
    await withTenant(
      { seed: { "Get-TransportRule": seededRules(1) } },
      async ({ client, server, sleeps }) => {
        server.throttleNext(1, 3);
        const [result] = await client.invokeBatch([{ cmdlet: "Get-TransportRule" }]);
        assert.equal(result?.ok, true);
        assert.deepEqual(sleeps, [3_000]);
      },
    );
  });

  it("never carry a write, because they promise no order", async () => {
    await withTenant({}, async ({ client, server }) => {
      await assert.rejects(client.invokeBatch([{ cmdlet: "Remove-TransportRule" }]), (error) =>
        isExchangeError(error, "bad-input"),
      );
      assert.equal(server.requests(), 0);
    });
  });
});

describe("a token by client credentials (exchange-online.md 1.3)", () => {
  it("is asked for once and shared, then renewed shortly before it expires", async () => {
    await withTenant({}, async ({ server }) => {
      let now = 0;
      const token = createClientCredentialsToken({
        ...credentials,
        authority: server.authority,
        now: () => now,
      });
      const [first, second] = await Promise.all([token(), token()]);
      assert.equal(first, second);
      now = 3_200_000;
      assert.equal(await token(), first);
      now = 3_400_000;
      assert.notEqual(await token(), first);
    });
  });

  it("is refused in plain words for a wrong secret, client or tenant, never naming the secret", async () => {
    const wrong = [
      [{ clientSecret: "not-the-secret" }, /client secret is wrong/],
      [{ clientId: "00000000-0000-0000-0000-000000000000" }, /does not know the client id/],
      [{ tenant: "fabrikam.onmicrosoft.com" }, /no such tenant/],
    ] as const;
    await withTenant({}, async ({ server }) => {
      for (const [change, text] of wrong) {
        const all = { ...credentials, ...change };
        const token = createClientCredentialsToken({ ...all, authority: server.authority });
        const client = clientOf(server, [], { token });
        await assert.rejects(client.invoke("Get-TransportRule"), (error) => {
          assert.ok(isExchangeError(error, "unauthorized"));
          assert.match(error.message, text);
          assert.ok(!error.message.includes(all.clientSecret));
          return true;
        });
      }
      assert.equal(server.requests(), 0);
    });
  });

  it("does not send the secret over plain http to another machine", () => {
    assert.throws(
      () => createClientCredentialsToken({ ...credentials, authority: "http://login.example" }),
      /https/,
    );
  });
});
