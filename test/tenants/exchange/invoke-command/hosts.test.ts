import assert from "node:assert/strict";
import { isExchangeError } from "../../../../src/tenants/exchange/exchange-error";
import { createExchangeClient } from "../../../../src/tenants/exchange/invoke-command/client";
import { checkedEndpoint, trustedAddress } from "../../../../src/tenants/exchange/invoke-command/hosts";

const endpoint = "https://outlook.office365.com";
const secretToken = "bearer-that-must-not-leak";

interface Seen {
  readonly address: string;
  readonly authorization: string | null;
  readonly body: unknown;
  readonly cookie: string | null;
}

/** A client whose network is a list of answers; `seen` tells who was asked with what. */
const scripted = (answers: readonly Response[]) => {
  const seen: Seen[] = [];
  const left = [...answers];
  const client = createExchangeClient({
    tenant: "contoso.onmicrosoft.com",
    token: async () => secretToken,
    retry: { attempts: 1 },
    fetch: async (input, init) => {
      const headers = new Headers(init?.headers);
      seen.push({
        address: String(input),
        authorization: headers.get("authorization"),
        body: init?.body,
        cookie: headers.get("cookie"),
      });
      return left.shift() ?? new Response("", { status: 500 });
    },
  });
  return { client, seen };
};

const redirect = (location: string, headers: Record<string, string> = {}): Response =>
  new Response(null, { status: 302, headers: { location, ...headers } });

const page = (value: readonly unknown[], next?: string): Response =>
  Response.json({ value, ...(next === undefined ? {} : { "@odata.nextLink": next }) });

describe("where the bearer may travel (exchange-online.md 1.2)", () => {
  it("follows a redirect inside the cloud with bearer, body and cookies, and turns port 446 into 443", async () => {
    const { client, seen } = scripted([
      redirect("https://eur.outlook.office365.com:446/adminapi/beta/x/InvokeCommand", {
        "set-cookie": "a=1; path=/",
      }),
      redirect("https://outlook.office365.com/again"),
      page([]),
    ]);
    await client.invoke("Get-TransportRule", {});
    assert.deepEqual(
      seen.map(({ address }) => address),
      [
        "https://outlook.office365.com/adminapi/beta/contoso.onmicrosoft.com/InvokeCommand",
        "https://eur.outlook.office365.com/adminapi/beta/x/InvokeCommand",
        "https://outlook.office365.com/again",
      ],
    );
    assert.ok(seen.every(({ authorization }) => authorization === `Bearer ${secretToken}`));
    assert.equal(new Set(seen.map(({ body }) => body)).size, 1);
    assert.deepEqual(
      seen.map(({ cookie }) => cookie),
      [null, null, "a=1"],
    );
  });

  it("never sends it to another host, neither after a redirect nor for a next page", async () => {
    const foreign = [
      "https://attacker.example/adminapi",
      "https://outlook.office365.com.attacker.example/",
      "http://outlook.office365.com/",
      "https://evil-office365.com/",
      "https://user@outlook.office365.com/",
      "http://127.0.0.1:9/",
      "//attacker.example/x",
    ];
    for (const location of foreign) {
      for (const answer of [redirect(location), page([1], location)]) {
        const { client, seen } = scripted([answer]);
        await assert.rejects(client.invoke("Get-TransportRule"), (error) => {
          assert.ok(isExchangeError(error, "invalid-answer"));
          assert.ok(!error.message.includes(secretToken));
          return true;
        });
        assert.equal(seen.length, 1, location);
      }
    }
  });

  it("gives up where redirects run in a circle", async () => {
    const { client, seen } = scripted(Array.from({ length: 20 }, () => redirect(`${endpoint}/again`)));
    await assert.rejects(client.invoke("Get-TransportRule"), /redirected/);
    assert.ok(seen.length < 10);
  });

  it("lets a tenant on this machine stay on this machine", () => {
    assert.equal(
      trustedAddress("http://127.0.0.1:80", "http://127.0.0.1:80/a", "http://localhost:81/b"),
      "http://localhost:81/b",
    );
    assert.throws(() =>
      trustedAddress("http://127.0.0.1:80", "http://127.0.0.1/a", "https://outlook.office365.com/b"),
    );
  });

  it("refuses an endpoint that would carry the credential unencrypted", () => {
    assert.throws(() => checkedEndpoint("http://outlook.office365.com"), /https/);
    assert.throws(() => checkedEndpoint("ftp://127.0.0.1"), /https/);
    assert.throws(() => checkedEndpoint("nonsense"), /https/);
    assert.equal(checkedEndpoint("https://outlook.office365.com/"), "https://outlook.office365.com");
  });

  it("takes the token out of an answer that repeats it", async () => {
    const { client } = scripted([
      Response.json(
        { error: { message: "x", details: [{ message: `bad token ${secretToken}` }] } },
        { status: 400 },
      ),
    ]);
    await assert.rejects(client.invoke("Get-TransportRule"), (error) => {
      assert.ok(isExchangeError(error, "refused"));
      assert.ok(!`${error.message}${error.raw}`.includes(secretToken));
      return true;
    });
  });
});

describe("answers that do not follow the protocol", () => {
  it("are errors, never an empty list", async () => {
    const answers = [
      new Response("<html>login page</html>", { status: 200 }),
      new Response("", { status: 200 }),
      Response.json([]),
      Response.json({}),
      Response.json({ value: "all" }),
    ];
    for (const answer of answers) {
      await assert.rejects(scripted([answer]).client.invoke("Get-TransportRule"), (error) =>
        isExchangeError(error, "invalid-answer"),
      );
    }
  });

  it("are errors where a success holds an error", async () => {
    const answer = Response.json({
      error: { message: "x", details: [{ message: "It couldn't be found." }] },
    });
    await assert.rejects(scripted([answer]).client.invoke("Get-TransportRule"), (error) =>
      isExchangeError(error, "not-found"),
    );
  });

  it("are errors where the pages run in a circle", async () => {
    const link = `${endpoint}/adminapi/beta/x/InvokeCommand?$skiptoken=1`;
    const { client } = scripted(Array.from({ length: 9 }, () => page([1], link)));
    await assert.rejects(client.invoke("Get-TransportRule"), /circle/);
  });

  it("does not run a write twice to read its next page", async () => {
    const { client, seen } = scripted([
      page([], `${endpoint}/adminapi/beta/x/InvokeCommand?$skiptoken=1`),
      page([]),
    ]);
    await client.invoke("Set-TransportRule", { Identity: "x" });
    assert.equal(seen.length, 1);
  });
});
