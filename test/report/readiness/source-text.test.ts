/** Where something was read, in words. */
import assert from "node:assert/strict";
import { sourcesText } from "../../../src/report/readiness/source-text";
import { lineOf } from "./judged-people";
import { styleOf } from "./run-of";

describe("evidence", () => {
  it("names the file as it was given, without its folder", async () => {
    const style = await styleOf("en");
    assert.equal(sourcesText([lineOf(4, "/data/Utilisateurs é.csv")], style), "Utilisateurs é.csv, line 4");
    assert.equal(sourcesText([lineOf(4, "C:\\data\\Users.CSV")], style), "Users.CSV, line 4");
  });

  it("gathers lines of one file, each once and in order", async () => {
    const sources = [lineOf(9), lineOf(4), lineOf(9), lineOf(2, "b.csv"), lineOf(5)];
    assert.equal(sourcesText(sources, await styleOf("en")), "users.csv, lines 4, 5 and 9; b.csv, line 2");
    assert.equal(
      sourcesText(sources, await styleOf("fr")),
      "users.csv, lignes 4, 5 et 9\u00a0; b.csv, ligne 2",
    );
  });

  it("counts lines that are too many to name", async () => {
    const sources = Array.from({ length: 40 }, (_, place) => lineOf(place + 1));
    assert.equal(sourcesText(sources, await styleOf("en")), "users.csv, lines 1, 2, 3, 4 and 36 more");
  });

  it("is told in no time, however many lines one person has", async () => {
    const sources = Array.from({ length: 200_000 }, (_, place) => lineOf(200_000 - place));
    assert.equal(
      sourcesText([...sources, ...sources], await styleOf("en")),
      "users.csv, lines 1, 2, 3, 4 and 199,996 more",
    );
  }).timeout(20_000);

  it("names objects and requests", async () => {
    const style = await styleOf("en");
    assert.equal(
      sourcesText(
        [
          { kind: "object", file: "x/export.json", object: "Get-Mailbox vera@contoso.example" },
          { kind: "request", request: "GET /v2/users?page=2" },
        ],
        style,
      ),
      "export.json, Get-Mailbox vera@contoso.example; GET /v2/users?page=2",
    );
    assert.equal(sourcesText([], style), "");
  });
});
