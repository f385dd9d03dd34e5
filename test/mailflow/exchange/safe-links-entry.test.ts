/** Which links an entry of "Do not rewrite the following URLs" covers, by the rows and notes of the Safe Links overview. */
import assert from "node:assert/strict";
import type { InvitationLink } from "../../../src/mailflow/aircall";
import { invitationLinks } from "../../../src/mailflow/aircall";
import { type Coverage, entryCovers } from "../../../src/mailflow/exchange/safe-links-entry";

const page: InvitationLink = { host: "contoso.com", isBelow: false, scheme: "https", path: "/a/b" };
const below: InvitationLink = { ...page, host: "www.contoso.com" };
const tracker: InvitationLink = { host: "contoso.com", isBelow: true, scheme: undefined, path: undefined };

// biome-ignore format: one entry, one line
const rows: readonly (readonly [entry: string, page: Coverage, below: Coverage, tracker: Coverage])[] = [
  // Documented.
  ["contoso.com",             "never",    "never",    "never"],
  ["contoso.com/*",           "surely",   "never",    "never"],
  ["*.contoso.com/*",         "possibly", "surely",   "surely"],
  ["https://contoso.com/a",   "never",    "never",    "never"],
  ["https://contoso.com/a/*", "surely",   "never",    "never"],
  ["https://contoso.com/*",   "surely",   "never",    "never"],
  ["http://contoso.com/*",    "never",    "never",    "never"],
  ["CONTOSO.com/* ",          "surely",   "never",    "never"],
  ["*.com/*",                 "surely",   "surely",   "surely"],
  // Not settled by what is documented.
  ["*.contoso.com",           "possibly", "possibly", "possibly"],
  ["*contoso.com*",           "possibly", "possibly", "possibly"],
  ["*contoso.com/*",          "possibly", "possibly", "possibly"],
  ["*",                       "possibly", "possibly", "possibly"],
  ["contoso.com/a/b",         "possibly", "never",    "never"],
  ["contoso.com/a/b/*",       "possibly", "never",    "never"],
  ["contoso.com/a/b?payload=*", "possibly", "never",  "never"],
  ["contoso.com/*/b",         "possibly", "never",    "never"],
  ["contoso.com:443/*",       "possibly", "never",    "never"],
  ["https://*.contoso.com/*", "possibly", "surely",   "possibly"],
  ["*.contoso.com/a/*",       "possibly", "surely",   "possibly"],
  ["*.contoso.com/*/*/*",     "possibly", "possibly", "possibly"],
  ["any words",               "possibly", "possibly", "possibly"],
  // Others.
  ["*.www.contoso.com/*",     "never",    "possibly", "never"],
  ["*.fabrikam.com/*",        "never",    "never",    "never"],
  ["notcontoso.com/*",        "never",    "never",    "never"],
  ["contoso.com/c/*",         "never",    "never",    "never"],
  ["token.contoso.com/*",     "never",    "never",    "never"],
];

describe("an entry of links that are not rewritten", () => {
  for (const [entry, ...expected] of rows)
    it(`"${entry}" covers a page, one of a host below, and every host below: ${expected.join(", ")}`, () => {
      assert.deepEqual(
        [page, below, tracker].map((link) => entryCovers(entry, link)),
        expected,
      );
    });

  it("covers more than three wildcards by no documented rule", () => {
    assert.equal(entryCovers("*.contoso.com/*", below), "surely");
    assert.equal(entryCovers("*.contoso.com/a/***", below), "possibly");
  });

  it("covers the click tracking of another region never", () => {
    const [click] = invitationLinks;
    assert.ok(click);
    assert.equal(entryCovers("*.awstrack.me/*", click), "surely");
    assert.equal(entryCovers("*.r.us-west-2.awstrack.me/*", click), "surely");
    assert.equal(entryCovers("*.r.eu-west-1.awstrack.me/*", click), "never");
    assert.equal(entryCovers("awstrack.me/*", click), "never");
  });
});
