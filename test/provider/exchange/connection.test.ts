/** One connection per configuration, and what is said where it lacks something. */
import assert from "node:assert/strict";
import { createConnections } from "../../../src/provider/exchange/connection";

const config = { tenant: "contoso.onmicrosoft.com", clientId: "id", clientSecret: "secret" };

describe("a connection", () => {
  it("is one for each configuration", () => {
    const connect = createConnections();
    assert.equal(connect(config), connect({ ...config }));
    assert.notEqual(connect(config), connect({ ...config, clientSecret: "another" }));
  });

  for (const [name, variable] of [
    ["clientId", "AIRCALL_MAILFLOW_CLIENT_ID"],
    ["clientSecret", "AIRCALL_MAILFLOW_CLIENT_SECRET"],
  ] as const)
    it(`needs ${name}, and says where to set it`, () => {
      const { [name]: _left, ...rest } = config;
      assert.throws(() => createConnections()(rest), {
        name: "ProviderError",
        message: new RegExp(`\`${name}\`.*mailflow:${name}.*${variable}`, "u"),
      });
    });

  it("lets one sequence of writes end before the next begins, and counts them", async () => {
    const { exclusively, sequences } = createConnections()(config);
    const order: string[] = [];
    const task = (name: string, fails: boolean) => async () => {
      order.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      order.push(`${name} ends`);
      if (fails) throw new Error(name);
    };
    await Promise.allSettled([exclusively(task("a", true)), exclusively(task("b", false))]);
    assert.deepEqual(order, ["a begins", "a ends", "b begins", "b ends"]);
    assert.equal(sequences(), 2);
  });
});
