/** What the reader does about refusals, lost answers and answers that are none. */
import assert from "node:assert/strict";
import { failure, people, withCompany, withoutDate } from "./running-company";

describe("Aircall is read (aircall.md 2.2, 2.4)", () => {
  it("to the end after a 429, which is waited out until its reset and no longer than two minutes", () =>
    withCompany(people(60), async ({ server, read, sleeps }) => {
      server.throttleNext(1, 17);
      server.throttleNext(1, 86_400);
      assert.equal((await read({ fetch: withoutDate })).users.length, 60);
      assert.deepEqual(sleeps.filter((milliseconds) => milliseconds >= 1_000).slice(0, 1), [17_000]);
      assert.equal(Math.max(...sleeps), 120_000);
    }));

  it("giving up after a few refusals in a row", () =>
    withCompany(people(1), async ({ server, read }) => {
      server.throttleNext(10, 5);
      assert.equal((await failure(read({ fetch: withoutDate }))).kind, "throttled");
      assert.equal(server.requests().length, 4);
    }));

  it("at no more than sixty requests a minute, or what the headers say", async () => {
    await withCompany(people(50 * 61), async ({ read, sleeps }) => {
      await read({
        // A service that tells no limit.
        fetch: async (address, options) => new Response(await (await fetch(address, options)).text()),
      });
      assert.deepEqual(sleeps, [60_000]);
    });
    await withCompany(
      people(50 * 7),
      async ({ read, sleeps, server }) => {
        await read({ fetch: withoutDate });
        assert.deepEqual(sleeps, [60_000, 60_000]);
        assert.equal(server.requests().length, 7);
      },
      3,
    );
  });

  it("again after a lost connection and a server error, and not for ever", () =>
    withCompany(people(2), async ({ server, read, sleeps }) => {
      server.dropNextRequest();
      server.answerNext({ status: 503, body: "<html>Sorry</html>" });
      assert.equal((await read()).users.length, 2);
      assert.deepEqual(sleeps, [1_000, 2_000]);
      for (let count = 0; count < 4; count += 1) server.answerNext({ status: 500 });
      const { kind, message } = await failure(read());
      assert.equal(kind, "unreachable");
      assert.match(message, /could not answer GET \/v2\/users\?page=1&per_page=50 \(500\)/u);
    }));

  it("not with a key that is not known; the error says where to look and never the key", () =>
    withCompany(people(2), async ({ server, read }) => {
      const refused = await failure(read({ apiToken: "another-token" }));
      assert.equal(refused.status, 403);
      assert.equal(refused.kind, "unauthorized");
      assert.match(refused.message, /AIRCALL_API_ID and AIRCALL_API_TOKEN/u);
      assert.doesNotMatch(refused.message, /another-token/u);
      server.answerNext({ status: 401 });
      assert.equal((await failure(read())).kind, "unauthorized");
      assert.equal(server.requests().length, 2, "a refused key is not tried again");
    }));

  it("not where nothing is served; the error names the base address", () =>
    withCompany([], async ({ server, read }) => {
      const { kind, message } = await failure(read({ baseUrl: `${server.baseAddress}/v1/` }));
      assert.equal(kind, "not-found");
      assert.ok(message.startsWith(`${server.baseAddress}/v1 knows no GET`), message);
    }));

  it("not from what is no JSON, or another JSON; the error repeats nothing of it", () =>
    withCompany([], async ({ server, read }) => {
      server.answerNext({ status: 200, body: "<html>vera@contoso.example, sign in</html>" });
      const page = await failure(read());
      assert.equal(page.kind, "invalid-answer");
      assert.match(page.message, /a body that is not JSON/u);
      assert.doesNotMatch(page.message, /vera/u);
      server.answerNext({ status: 200, body: { users: [{ email: "vera@contoso.example" }], meta: {} } });
      const other = await failure(read());
      assert.match(other.message, /no list of users \(at users\.0\.id\)/u);
    }));

  it("not over a redirect: the key stays at the base address", () =>
    withCompany([], async ({ server, read }) => {
      server.answerNext({ status: 302, headers: { Location: `${server.baseAddress}/v2/users` } });
      assert.match((await failure(read())).message, /The key was not sent there/u);
      assert.equal(server.requests().length, 1);
    }));
});
