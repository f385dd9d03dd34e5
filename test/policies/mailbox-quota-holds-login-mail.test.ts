import assert from "node:assert/strict";
import { mailboxQuotaHoldsLoginMail } from "../../policies/mailbox-quota-holds-login-mail";

describe("mailbox-quota-holds-login-mail", () => {
  const { violations, minimum } = mailboxQuotaHoldsLoginMail;
  it("Compliance: a floor at the minimum, above it, and none", () => {
    for (const prohibitSendReceiveQuota of ["1 GB", "50 GB", "unlimited"])
      assert.deepEqual(violations({ prohibitSendReceiveQuota }, minimum), []);
  });
  it("Noncompliance: a floor below the minimum", () =>
    assert.match(
      violations({ prohibitSendReceiveQuota: "500 MB" }, minimum)[0] ?? "",
      /500 MB, less than 1 GB/u,
    ));
  it("Noncompliance: a size or a minimum that is none", () => {
    assert.match(violations({ prohibitSendReceiveQuota: "much" }, minimum)[0] ?? "", /no size/u);
    assert.match(violations({ prohibitSendReceiveQuota: "1 GB" }, "much")[0] ?? "", /`minimum`/u);
  });
});
