import assert from "node:assert/strict";
import { readErrorBody, saysNotFound } from "../../../../src/tenants/exchange/invoke-command/error-body";
import { failureOf } from "../../../../src/tenants/exchange/invoke-command/failures";

const body = (message: string, extra: object = {}): string =>
  JSON.stringify({
    error: {
      code: "BadRequest",
      message: "Error executing request.",
      details: [{ code: "Context", message }],
      ...extra,
    },
  });

describe("the error body of an answer (exchange-online.md 1.4)", () => {
  it("is three fields split by |", () => {
    const error = readErrorBody(body("Ex123|Contoso.Tasks.SomeException|The text | with a bar."));
    assert.equal(error.requestId, "Ex123");
    assert.equal(error.exceptionType, "Contoso.Tasks.SomeException");
    assert.equal(error.text, "The text | with a bar.");
    assert.equal(readErrorBody(body("|A.BException|no id")).requestId, undefined);
  });

  it("is a JSON text", () => {
    const error = readErrorBody(
      body(JSON.stringify({ Message: "No.", TypeName: "A.BException", InnerError: null })),
    );
    assert.deepEqual([error.text, error.exceptionType, error.fromCmdlet], ["No.", "A.BException", true]);
    assert.equal(readErrorBody(body(JSON.stringify({ Message: "Alone." }))).text, "Alone.");
  });

  it("is plain text", () => {
    const error = readErrorBody(body("Something went wrong."));
    assert.deepEqual([error.text, error.exceptionType], ["Something went wrong.", undefined]);
  });

  it("is in the inner exception, or in the outer message, where there are no details", () => {
    const inner = {
      error: {
        message: "outer",
        innererror: { internalException: { message: "inner", type: "A.BException" } },
      },
    };
    assert.deepEqual(
      [readErrorBody(JSON.stringify(inner)).text, readErrorBody(JSON.stringify(inner)).exceptionType],
      ["inner", "A.BException"],
    );
    assert.equal(readErrorBody(JSON.stringify({ error: { message: "outer" } })).text, "outer");
  });

  it("is its own text where it is not JSON, and the raw text is kept", () => {
    const error = readErrorBody("<html><body><h1>Bad Gateway</h1></body></html>");
    assert.deepEqual([error.text, error.structured], ["Bad Gateway", false]);
    assert.match(error.raw, /<h1>/);
  });

  it("tells a missing object by type or by text only", () => {
    assert.ok(
      saysNotFound(
        readErrorBody(body("E|Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException|x")),
      ),
    );
    assert.ok(saysNotFound(readErrorBody(body("The object 'x' couldn't be found on 'y'."))));
    assert.ok(
      !saysNotFound(
        readErrorBody(body("E|A.ParameterBindingException|A parameter cannot be found that matches X.")),
      ),
    );
    assert.ok(!saysNotFound(readErrorBody(body("A parameter cannot be found that matches X."))));
    assert.ok(
      !saysNotFound(readErrorBody(body("E|Microsoft.Exchange.Data.DataValidationException|too long"))),
    );
  });
});

describe("the error for an unsuccessful answer", () => {
  const kindOf = (status: number, text: string): string =>
    failureOf({ what: "Set-TransportRule", safety: "repeatable", status, body: text }).kind;

  it("names the role for a 403 with an empty body (exchange-online.md 1.3)", () => {
    const error = failureOf({ what: "Set-TransportRule", safety: "repeatable", status: 403, body: "" });
    assert.equal(error.kind, "forbidden");
    assert.match(error.message, /"Transport Rules"/);
  });

  it("sorts answers by what the caller can do about them", () => {
    assert.equal(kindOf(401, ""), "unauthorized");
    assert.equal(kindOf(429, ""), "throttled");
    assert.equal(kindOf(404, body("The object couldn't be found.")), "not-found");
    assert.equal(kindOf(404, "<h1>Not Found</h1>"), "invalid-answer");
    assert.equal(kindOf(400, body("Priority is wrong.")), "refused");
    assert.equal(kindOf(500, body("E|A.BException|Priority is wrong.")), "refused");
    assert.equal(kindOf(500, "oops"), "unreachable");
    assert.equal(kindOf(503, body("E|A.BException|busy")), "unreachable");
  });

  it("says of a write that failed in the middle that it may have been carried out", () => {
    assert.equal(
      failureOf({ what: "Set-X", safety: "repeatable", status: 504, body: "" }).mayHaveBeenApplied,
      true,
    );
    assert.equal(
      failureOf({ what: "Get-X", safety: "read", status: 504, body: "" }).mayHaveBeenApplied,
      false,
    );
  });
});
