/** What a policy says of an address from the little it is handed is what `ready` says from the whole export. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { judgedAddresses } from "../../policies/user-addresses";
import { ownAddress } from "../../src/readiness/checks/own-address";
import { exchangeDirectory } from "../../src/readiness/exchange/directory";
import { join } from "../../src/readiness/join";
import { toTenant } from "../../src/tenants/exchange/export/native-export";
import { userOf } from "../readiness/people";
import { at, company } from "./addressed-tenant";
import { allow, checkedInputs } from "./judged-tenant";

const names = ["vera", "Vera", "v.roth", "vera+phone", "v.roth+a", "ines", "support", "info", "room", "odd"];
const others = ["team", "team+x", "partner", "nobody", "nobody+x"];
const address = fc.constantFrom(
  ...[...names, ...others].map(at),
  ...["ve.ra@gmail.com", "vera+b@googlemail.com", "someone@elsewhere.example"],
);
const whole = company();
const { "Get-Recipient": _recipients, ...mailboxesAlone } = whole;

describe("the answer on a user's address", () => {
  for (const [what, live] of [
    ["every recipient was read", whole],
    ["only mailboxes were read", mailboxesAlone],
  ] as const)
    it(`is the same in a policy as in readiness where ${what}`, () =>
      fc.assert(
        fc.property(fc.array(address, { minLength: 1, maxLength: 6 }), (recipients) => {
          const tenant = toTenant(live, "contoso");
          const expected = join({
            users: recipients.map((email) => userOf({ email, name: "" })),
            directory: exchangeDirectory(tenant, "tenant.json", recipients),
          }).map((person) => ownAddress(person, new Date()));
          const inputs = checkedInputs({ rules: [allow], live, aircall: { recipients } });
          const found = judgedAddresses(inputs, inputs.observed).map(({ answer }) => answer);
          const telling = ({ reason, details }: (typeof found)[number]) => ({ reason, details });
          assert.deepEqual(found.map(telling), expected.map(telling));
        }),
        { numRuns: 150 },
      ));
});
