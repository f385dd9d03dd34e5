/** The labels are about whole classes; what they say of every message holds of one genuine message too. */
import assert from "node:assert/strict";
import { evaluateExchange } from "../../../../src/mailflow/exchange/evaluate";
import { toTenant } from "../../../../src/tenants/exchange/export/native-export";
import { aircallMessage } from "../labelled/aircall-message";
import { labelledTenants } from "../labelled/index";
import { aircallSenders } from "../labelled/tenant-builder";
import { asOf } from "./given";

describe("a genuine message in a labelled tenant", () => {
  for (const labelled of labelledTenants) {
    // What a company declares is not in the message.
    if (labelled.verdict !== "proven" || labelled.facts !== undefined) continue;
    it(`ends in the inbox: ${labelled.title} (${labelled.cites})`, () => {
      const tenant = toTenant(labelled.export, "labelled");
      const moment = labelled.asOf === undefined ? asOf : new Date(labelled.asOf);
      const users = labelled.users ?? tenant.recipients?.map(({ address }) => address) ?? [];
      for (const from of aircallSenders)
        for (const recipient of users) {
          const message = aircallMessage({ from, recipient });
          const { outcome, bypassed, endings } = evaluateExchange(tenant, message, moment, labelled.scope);
          assert.deepEqual(
            { outcome, bypassed },
            { outcome: "inbox", bypassed: true },
            `${from} to ${recipient}: ${JSON.stringify(endings)}`,
          );
        }
    });
  }
});
