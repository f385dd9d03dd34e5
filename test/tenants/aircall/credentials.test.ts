import assert from "node:assert/strict";
import { AircallError } from "../../../src/tenants/aircall/aircall-error";
import { checkedBaseAddress } from "../../../src/tenants/aircall/base-address";
import { aircallCredentials } from "../../../src/tenants/aircall/credentials";

describe("the key of Aircall's API", () => {
  it("is read from the environment, without the line break of a pasted secret", () => {
    assert.deepEqual(aircallCredentials({ AIRCALL_API_ID: "id", AIRCALL_API_TOKEN: "token\n" }), {
      apiId: "id",
      apiToken: "token",
    });
  });

  it("is asked for by the variable's name, with where it is made", () => {
    assert.throws(
      () => aircallCredentials({ AIRCALL_API_ID: "id", AIRCALL_API_TOKEN: " " }),
      (error) =>
        error instanceof AircallError && /AIRCALL_API_TOKEN is not set.*API Keys/u.test(error.message),
    );
  });

  it("is not repeated where it cannot be used", () => {
    assert.throws(
      () => aircallCredentials({ AIRCALL_API_ID: "se:cret", AIRCALL_API_TOKEN: "token" }),
      (error) => error instanceof AircallError && !error.message.includes("cret"),
    );
  });

  for (const address of ["https://api.aircall.io/", "http://127.0.0.1:8080", "http://localhost:1/base/"])
    it(`may travel to ${address}`, () => {
      assert.equal(checkedBaseAddress(address), address.replace(/\/$/u, ""));
    });

  for (const address of [
    "http://api.aircall.io",
    "ftp://127.0.0.1",
    "https://id:secret@api.aircall.io",
    "https://api.aircall.io/?token=secret",
    "api.aircall.io",
    "http://127.0.0.1.evil.example",
  ])
    it(`may not travel to ${address}, and the error does not repeat the address`, () => {
      assert.throws(
        () => checkedBaseAddress(address),
        (error) =>
          error instanceof AircallError && error.kind === "bad-input" && !error.message.includes("secret"),
      );
    });
});
