/** Whether an address leads to a mailbox of the tenant (exchange-online.md 3.1, 4.4, 4.5). */
import assert from "node:assert/strict";
import type { ExchangeTenant, Recipient } from "../../../../../src/mailflow/exchange/tenant";
import type { Message } from "../../../../../src/mailflow/message";
import { ends, withRules } from "../given";

const allowed = withRules([{ SetSCL: -1 }]);
const at = (tenant: ExchangeTenant, message: Partial<Message> = {}) => ends(tenant, message, "mailbox");
const being = (overrides: Partial<Recipient>) =>
  at({ ...allowed, recipients: (allowed.recipients ?? []).map((one) => ({ ...one, ...overrides })) });

describe("the recipient's address (exchange-online.md 3.1, 4.4, 4.5)", () => {
  const to = (recipient: string, tenant: ExchangeTenant = allowed) => at(tenant, { recipient });
  const domains = (domainType: string): ExchangeTenant => ({
    ...allowed,
    acceptedDomains: [{ domainName: "contoso.example", domainType, matchSubDomains: false }],
  });
  it("of nobody is refused in an authoritative domain, and open in any other", () => {
    assert.equal(to("gone@contoso.example"), "rejected");
    assert.equal(to("gone@contoso.example", domains("InternalRelay")), "undecided");
    assert.equal(to("anna@fabrikam.example"), "undecided");
    assert.equal(to("gone@contoso.example", { ...allowed, otherRecipients: undefined }), "undecided");
    assert.equal(to("anna@contoso.example", { ...allowed, recipients: undefined }), "undecided");
  });
  it("may be an alias, and a plus address where those work", () => {
    const alias = {
      ...allowed,
      recipients: (allowed.recipients ?? []).map((one) => ({
        ...one,
        proxyAddresses: [...one.proxyAddresses, "am@contoso.example"],
      })),
    };
    assert.equal(to("am@contoso.example", alias), "inbox");
    const plus = (disablePlusAddressInRecipients: boolean | undefined) => ({
      ...allowed,
      disablePlusAddressInRecipients,
    });
    assert.equal(to("anna+code@contoso.example", plus(false)), "inbox");
    assert.equal(to("anna+code@contoso.example", plus(true)), "rejected");
    assert.equal(to("anna+code@contoso.example", plus(undefined)), "undecided");
  });
  const other = (recipientTypeDetails: string) =>
    to("sales@contoso.example", {
      ...allowed,
      otherRecipients: [{ address: "Sales@contoso.example", proxyAddresses: [], recipientTypeDetails }],
    });
  it("of a contact leaves the tenant; groups, mail users and remote mailboxes are open; the edge knows no dynamic group", () => {
    assert.equal(other("MailContact"), "left-tenant");
    for (const type of [
      "MailUser",
      "GuestMailUser",
      "RemoteUserMailbox",
      "MailUniversalDistributionGroup",
      "PublicFolder",
    ])
      assert.equal(other(type), "undecided", type);
    assert.equal(other("DynamicDistributionGroup"), "rejected");
  });
  it("of a shared mailbox arrives, of a group mailbox is open", () => {
    assert.equal(being({ recipientTypeDetails: "SharedMailbox" }), "inbox");
    assert.equal(being({ recipientTypeDetails: "GroupMailbox" }), "undecided");
    assert.equal(being({ recipientTypeDetails: undefined }), "undecided");
  });
  it("is not asked for in the organisation's scope, where one recipient stands for many", () =>
    assert.equal(ends(allowed, { recipient: "gone@contoso.example" }), "inbox"));
  it("of a mailbox that was not read is open", () =>
    assert.equal(being({ mailbox: undefined }), "undecided"));
});
