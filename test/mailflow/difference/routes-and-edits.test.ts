/** What mail meets on its way is seen: gateways in front, edits by rules above. */
import assert from "node:assert/strict";
import { differenceOf } from "../../../src/mailflow/difference";
import { exitCodeOfDifference } from "../../../src/mailflow/difference/severity";
import type { ExchangeTenant } from "../../../src/mailflow/exchange/tenant";
import { toTenant } from "../../../src/tenants/exchange/export/native-export";
import { inboundConnector } from "../exchange/labelled/healthy-tenant";
import {
  allowAircall,
  authenticationResultsContain,
  quarantine,
  type TenantBuilder,
  tenant,
} from "../exchange/labelled/labelled-tenant";
import { allowed, asOf, between, effects, kinds, only, witnessOf } from "./compared-pair";

describe("a difference on the way", function () {
  this.timeout(60_000);

  it("compares mail that comes in by a gateway, and tells another way in as a doubt", () => {
    const through = (host: string, builder: TenantBuilder): ExchangeTenant => {
      const connector = inboundConnector({ Name: "Gateway", EFSkipLastIP: true });
      const parts = { ...builder.build(), "Get-InboundConnector": [connector] };
      return { ...toTenant(parts, "gateway"), mailExchangers: { "contoso.example": [host] } };
    };
    const block = allowed().withRule(quarantine("Block", { SubjectContainsWords: ["code"] }));
    const gateway = "mx.gateway.example";
    const found = differenceOf(through(gateway, allowed()), through(gateway, block), { asOf });
    assert.equal(only(found, "newly-blocked").witness?.route, "Gateway");
    const moved = differenceOf(
      through("contoso-example.mail.protection.outlook.com", allowed()),
      through(gateway, allowed()),
      { asOf },
    );
    assert.ok(moved.changes.some(({ because }) => because === "mail comes in by another way than before"));
    assert.equal(exitCodeOfDifference(moved), 3);
  });

  it("sees what a rule above edits: a header set there arms a block below", () => {
    const mark = {
      Name: "Mark",
      FromScope: "NotInOrganization",
      SetHeaderName: "X-Mark",
      SetHeaderValue: "yes",
    };
    const block = quarantine("Block", {
      HeaderContainsMessageHeader: "X-Mark",
      HeaderContainsWords: ["yes"],
      ExceptIfHeaderContainsMessageHeader: "X-Other",
      ExceptIfHeaderContainsWords: ["yes"],
    });
    const before = allowed()
      .withRule({ ...mark, SetHeaderValue: "no" })
      .withRule(block);
    const found = between(before, allowed().withRule(mark).withRule(block));
    assert.equal(exitCodeOfDifference(found) === 0, false);
    assert.equal(effects(found).Mark, "changes");
  });

  it("does not take authentication for granted where only the allow's header condition changed", () => {
    const before = tenant().withRule(allowAircall());
    const after = tenant().withRule(allowAircall(authenticationResultsContain("dmarc=pass", "spf=fail")));
    const found = between(before, after);
    assert.deepEqual(kinds(found), ["newly-too-wide"]);
    assert.equal(witnessOf(only(found, "newly-too-wide")).spf, "fail");
  });
});
