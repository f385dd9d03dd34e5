import assert from "node:assert/strict";
import { createServer } from "node:http";
import { failure, people, withCompany } from "./running-company";

const emptyPage = { users: [], meta: { total: 0, next_page_link: null } };

describe("the users of an Aircall company are read (aircall.md 2)", () => {
  it("page by page, fifty at a time, by GET alone, and each once", () =>
    withCompany(people(120), async ({ server, read }) => {
      const progress: (readonly [number, number | undefined])[] = [];
      const { users, total, isComplete } = await read({ progress: (done, of) => progress.push([done, of]) });
      assert.equal(users.length, 120);
      assert.equal(total, 120);
      assert.equal(isComplete, true);
      assert.deepEqual(progress, [
        [50, 120],
        [100, 120],
        [120, 120],
      ]);
      assert.deepEqual(
        server.requests().map(({ method, path }) => `${method} ${path}`),
        [1, 2, 3].map((page) => `GET /v2/users?page=${page}&per_page=50`),
      );
      assert.deepEqual(server.journal(), []);
      assert.deepEqual(users[70], {
        id: "456071",
        name: "User 71",
        email: "user71@contoso.example",
        created: new Date("2026-01-05T09:00:00Z"),
        availability: "available",
        request: "GET /v2/users?page=2",
      });
    }));

  it("with unknown fields, unknown availability and missing values", () =>
    withCompany([], async ({ server, read }) => {
      server.answerNext({
        status: 200,
        body: {
          users: [
            { id: 1, email: " ", availability_status: "on_the_moon", team: {}, created_at: "yesterday" },
          ],
          meta: { next_page_link: null, more: 1 },
          extra: true,
        },
      });
      assert.deepEqual((await read()).users, [
        {
          id: "1",
          name: "",
          email: undefined,
          created: undefined,
          availability: "on_the_moon",
          request: "GET /v2/users?page=1",
        },
      ]);
    }));

  it("not from the host a next link names: only that there is a next page is taken from it", async () => {
    const strangers: (string | undefined)[] = [];
    const stranger = createServer((request, response) => {
      strangers.push(request.headers.authorization);
      response.end(JSON.stringify(emptyPage));
    });
    await new Promise<void>((resolve) => stranger.listen(0, "127.0.0.1", resolve));
    const bound = stranger.address();
    const port = typeof bound === "object" && bound !== null ? bound.port : 0;
    try {
      await withCompany(people(51), async ({ server, read }) => {
        const told = people(50).map((user, index) => ({ id: index + 1, ...user }));
        server.answerNext({
          status: 200,
          body: {
            users: told,
            meta: { total: 51, next_page_link: `http://127.0.0.1:${port}/v2/users?page=2` },
          },
        });
        const { users } = await read();
        assert.deepEqual(
          users.slice(49).map(({ id }) => id),
          ["50", "456051"],
        );
        assert.deepEqual(strangers, []);
      });
    } finally {
      stranger.close();
    }
  });

  it("each once, when somebody moves to the next page while the list is read", () =>
    withCompany(people(60), async ({ server, read }) => {
      let seen = 0;
      const { users, isComplete } = await read({
        progress: () => {
          seen += 1;
          if (seen === 1) server.addUser({ email: "late@contoso.example", name: "Late" });
        },
      });
      assert.equal(isComplete, true);
      assert.equal(users.length, 61);
      assert.equal(new Set(users.map(({ email }) => email)).size, 61);
    }));

  it("again from the first page when somebody left meanwhile, since that hides another user", () =>
    withCompany(people(60), async ({ server, read }) => {
      let seen = 0;
      const { users, isComplete } = await read({
        progress: () => {
          seen += 1;
          if (seen === 1) server.removeUser("user3@contoso.example");
        },
      });
      assert.equal(isComplete, true);
      assert.equal(users.length, 59);
      assert.ok(users.some(({ email }) => email === "user51@contoso.example"));
    }));

  it("and told to be incomplete where fewer users come than Aircall counts", () =>
    withCompany([], async ({ server, read }) => {
      const short = {
        users: [{ id: 1, email: "vera@contoso.example" }],
        meta: { total: 3, next_page_link: null },
      };
      for (let count = 0; count < 3; count += 1) server.answerNext({ status: 200, body: short });
      const { users, total, isComplete } = await read();
      assert.deepEqual([users.length, total, isComplete], [1, 3, false]);
    }));

  it("not for ever from a service that always says there is more", () =>
    withCompany([], async ({ server, read }) => {
      const page = { users: [{ id: 1 }], meta: { next_page_link: "more" } };
      for (let count = 0; count < 2; count += 1) server.answerNext({ status: 200, body: page });
      assert.match((await failure(read())).message, /a list whose pages never end/u);
    }));

  it("until the caller aborts", () =>
    withCompany(people(60), async ({ read }) => {
      const controller = new AbortController();
      const aborted = read({ signal: controller.signal, progress: () => controller.abort() });
      assert.equal((await failure(aborted)).kind, "cancelled");
    }));
});
