import assert from "node:assert/strict";
import { type AircallCompanyServer, startAircallCompany } from "../../../../src/tenants/local/aircall/start";
import { seedsFromJson } from "../../../../src/tenants/local/aircall/user-store";

const key = { apiId: "id", apiToken: "token" };
const authorization = `Basic ${Buffer.from("id:token").toString("base64")}`;

describe("the embedded Aircall company (aircall.md 2)", () => {
  let server: AircallCompanyServer;
  before(async () => {
    server = await startAircallCompany({
      ...key,
      users: Array.from({ length: 45 }, (_, index) => ({
        email: `u${index}@contoso.example`,
        name: `U ${index}`,
      })),
    });
  });
  after(() => server.close());

  const ask = (path: string, options: RequestInit = {}): Promise<Response> =>
    fetch(`${server.baseAddress}${path}`, { headers: { Authorization: authorization }, ...options });
  const json = async (path: string) => JSON.parse(await (await ask(path)).text());

  it("tells twenty users a page from page 1 on, with links to the pages beside", async () => {
    const first = await json("/v2/users");
    assert.equal(first.users.length, 20);
    assert.deepEqual(first.meta, {
      count: 20,
      total: 45,
      current_page: 1,
      per_page: 20,
      next_page_link: `${server.baseAddress}/v2/users?page=2&per_page=20`,
      previous_page_link: null,
    });
    const last = await json("/v2/users?page=3");
    assert.equal(last.users.length, 5);
    assert.equal(last.meta.next_page_link, null);
    assert.equal(last.meta.previous_page_link, `${server.baseAddress}/v2/users?page=2&per_page=20`);
    assert.deepEqual((await json("/v2/users?page=9&per_page=50")).users, []);
  });

  it("tells of no user whether the invitation was accepted, nor a role", async () => {
    const { users } = await json("/v2/users?per_page=1");
    assert.deepEqual(
      Object.keys(users[0]).filter((name) => /role|valid|confirm|pending|invit|sso|login/iu.test(name)),
      [],
    );
  });

  it("tells one user by id or address, the company's count, and a ping", async () => {
    const { user } = await json("/v2/users/456003");
    assert.equal(user.email, "u2@contoso.example");
    assert.deepEqual((await json("/v2/users/U2%40contoso.example")).user, user);
    assert.equal((await json("/v1/company")).company.users_count, 45);
    assert.deepEqual(await json("/v1/ping"), { ping: "pong" });
  });

  for (const [path, status] of [
    ["/v2/users?per_page=51", 422],
    ["/v2/users?page=0", 422],
    ["/v2/users/999", 404],
    ["/v2/users/%E0%A4%A", 400],
    ["/v1/users", 404],
  ] as const)
    it(`answers ${status} to ${path}`, async () => {
      const reply = await ask(path);
      assert.equal(reply.status, status);
      assert.equal(typeof JSON.parse(await reply.text()).error, "string");
    });

  it("answers 401 without a key and 403 with a wrong one", async () => {
    assert.equal((await ask("/v1/ping", { headers: {} })).status, 401);
    const Authorization = `Basic ${Buffer.from("id:other").toString("base64")}`;
    assert.equal((await ask("/v1/ping", { headers: { Authorization } })).status, 403);
  });

  it("refuses whatever is no GET with 405, and keeps it in the journal", async () => {
    for (const method of ["POST", "PUT", "DELETE"])
      assert.equal((await ask("/v2/users/456003", { method })).status, 405);
    assert.deepEqual(
      server.journal().map(({ method }) => method),
      ["POST", "PUT", "DELETE"],
    );
    assert.equal((await json("/v1/company")).company.users_count, 45);
  });

  it("tells its limit with each answer and refuses what is above it", async () => {
    let now = 1_000_000;
    const slow = await startAircallCompany({ ...key, users: [], limitPerMinute: 2, now: () => now });
    try {
      const seen: unknown[] = [];
      for (const step of [0, 0, 0, 60_000]) {
        now += step;
        const { status, headers } = await fetch(`${slow.baseAddress}/v1/ping`, {
          headers: { Authorization: authorization },
        });
        seen.push([
          status,
          ...["limit", "remaining", "reset"].map((name) => headers.get(`x-aircallapi-${name}`)),
        ]);
      }
      assert.deepEqual(seen, [
        [200, "2", "1", "1060"],
        [200, "2", "0", "1060"],
        [429, "2", "0", "1060"],
        [200, "2", "1", "1120"],
      ]);
    } finally {
      await slow.close();
    }
  });

  it("is seeded from what the API itself answered", () => {
    const users = [
      { name: "Vera", email: "vera@contoso.example", created_at: "2026-11-20T08:00:00.000Z", id: 7 },
    ];
    const seeds = [
      { name: "Vera", email: "vera@contoso.example", created: new Date("2026-11-20T08:00:00Z") },
    ];
    assert.deepEqual(seedsFromJson(JSON.stringify({ users, meta: {} }), "users.json"), seeds);
    assert.deepEqual(seedsFromJson(JSON.stringify(users), "users.json"), seeds);
    assert.throws(
      () => seedsFromJson('{"people":[]}', "users.json"),
      /users\.json: found JSON of another shape/u,
    );
  });
});
