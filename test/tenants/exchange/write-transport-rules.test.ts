import assert from "node:assert/strict";
import { isExchangeError } from "../../../src/tenants/exchange/exchange-error";
import type { ExchangeClient } from "../../../src/tenants/exchange/invoke-command/client";
import { findTransportRule, readTransportRules } from "../../../src/tenants/exchange/read-transport-rules";
import {
  createTransportRule,
  disableTransportRule,
  enableTransportRule,
  removeTransportRule,
  updateTransportRule,
} from "../../../src/tenants/exchange/write-transport-rules";
import { seededRules, withTenant } from "../local/exchange/running-tenant";

const atOnce = { readBackDelays: [] };

const allow = {
  name: "Allow Aircall",
  priority: 0,
  enabled: true,
  parameters: {
    From: ["noreply@aircall.io", "noreply@notify.aircall.io"],
    HeaderContainsMessageHeader: "Authentication-Results",
    HeaderContainsWords: ["dmarc=pass"],
    SetSCL: -1,
    StopRuleProcessing: true,
    MessageSizeOver: "1MB",
    ActivationDate: "2026-01-01T00:00:00+01:00",
    Mode: "Enforce",
    Comments: "Kept by a program.",
  },
} as const;

const names = async (client: ExchangeClient): Promise<readonly string[]> =>
  (await readTransportRules(client)).map(({ name }) => name);

const writes = (journal: readonly { readonly cmdlet: string }[]): readonly string[] =>
  journal.map(({ cmdlet }) => cmdlet);

describe("making a transport rule", () => {
  it("puts it in its place and returns it as read back, in the service's own forms", async () => {
    await withTenant({ seed: { "Get-TransportRule": seededRules(3) } }, async ({ client }) => {
      const { rule } = await createTransportRule(client, allow, atOnce);
      assert.deepEqual([rule.name, rule.priority, rule.enabled], ["Allow Aircall", 0, true]);
      assert.equal(rule.properties.MessageSizeOver, "1 MB (1,048,576 bytes)");
      assert.equal(rule.properties.ActivationDate, "2025-12-31T23:00:00.000Z");
      assert.deepEqual(await names(client), ["Allow Aircall", "Rule 0", "Rule 1", "Rule 2"]);
    });
  });

  it("makes no second one when the reply is lost", async () => {
    await withTenant({}, async ({ client, server }) => {
      server.loseNextReply("New-TransportRule");
      const { rule } = await createTransportRule(client, allow, atOnce);
      assert.equal(rule.name, "Allow Aircall");
      assert.deepEqual(writes(server.journal()), ["New-TransportRule"]);
      assert.deepEqual(await names(client), ["Allow Aircall"]);
    });
  });

  it("makes it after all when the request was lost, and when a gateway failed", async () => {
    await withTenant({}, async ({ client, server }) => {
      server.dropNextRequest("New-TransportRule");
      server.answerNext({ cmdlet: "New-TransportRule", status: 504 });
      await createTransportRule(client, allow, atOnce);
      assert.deepEqual(writes(server.journal()), ["New-TransportRule"]);
    });
  });

  it("does not take somebody else's rule of the same name for its own after a lost reply", async () => {
    await withTenant(
      { seed: { "Get-TransportRule": [{ ...seededRules(1)[0], Name: allow.name }] } },
      async ({ client, server }) => {
        server.dropNextRequest("New-TransportRule");
        await assert.rejects(createTransportRule(client, allow, atOnce), (error) => {
          assert.ok(isExchangeError(error, "not-applied"));
          assert.ok(error.parameters.includes("From"));
          return true;
        });
        assert.deepEqual(server.journal(), []);
      },
    );
  });

  it("hands on the service's refusal", async () => {
    for (const errorShape of ["fields", "json", "text"] as const) {
      await withTenant({ errorShape, seed: { "Get-TransportRule": seededRules(1) } }, async ({ client }) => {
        await assert.rejects(createTransportRule(client, { ...allow, name: "rule 0" }, atOnce), (error) => {
          assert.ok(isExchangeError(error, "refused"));
          assert.match(error.message, /already exists/);
          return true;
        });
        await assert.rejects(
          createTransportRule(client, { ...allow, priority: 2 }, atOnce),
          /rule priority is invalid/,
        );
      });
    }
  });

  it("refuses an answer about another rule (exchange-online.md 9.15)", async () => {
    await withTenant({}, async ({ client, server }) => {
      server.answerNext({
        cmdlet: "New-TransportRule",
        status: 200,
        body: { value: [{ Name: "Another", Guid: "d", Priority: 0, State: "Enabled" }] },
      });
      await assert.rejects(createTransportRule(client, allow, atOnce), (error) =>
        isExchangeError(error, "wrong-object"),
      );
    });
  });
});

describe("changing a transport rule", () => {
  const withAllow = (body: (client: ExchangeClient, guid: string) => Promise<void>, quirks = {}) =>
    withTenant({ quirks, seed: { "Get-TransportRule": seededRules(2) } }, async ({ client }) => {
      const { rule } = await createTransportRule(client, allow, atOnce);
      await body(client, rule.guid);
    });

  it("sets, clears, renames and moves in one write", async () => {
    await withAllow(async (client, guid) => {
      const { rule } = await updateTransportRule(
        client,
        guid,
        {
          set: { From: ["noreply@aircall.io"], SetSCL: 0 },
          clear: [
            "HeaderContainsWords",
            "HeaderContainsMessageHeader",
            "MessageSizeOver",
            "StopRuleProcessing",
            "ActivationDate",
          ],
          name: "Renamed",
          priority: 2,
        },
        atOnce,
      );
      assert.deepEqual([rule.name, rule.priority, rule.guid], ["Renamed", 2, guid]);
      const { From, SetSCL, HeaderContainsWords, MessageSizeOver, StopRuleProcessing, ActivationDate } =
        rule.properties;
      assert.deepEqual(
        { From, SetSCL, HeaderContainsWords, MessageSizeOver, StopRuleProcessing, ActivationDate },
        {
          From: ["noreply@aircall.io"],
          SetSCL: 0,
          HeaderContainsWords: null,
          MessageSizeOver: null,
          StopRuleProcessing: false,
          ActivationDate: null,
        },
      );
      assert.deepEqual(await names(client), ["Rule 0", "Rule 1", "Renamed"]);
    });
  });

  it("takes each value out where a bare hash table does not clear a list (exchange-online.md 1.7)", async () => {
    await withAllow(
      async (client, guid) => {
        const { rule } = await updateTransportRule(client, guid, { clear: ["From"] }, atOnce);
        assert.equal(rule.properties.From, null);
      },
      { bareHashTableClears: false },
    );
  });

  it("names the parameter that could not be cleared in any way", async () => {
    await withAllow(
      async (client, guid) => {
        await assert.rejects(
          updateTransportRule(client, guid, { clear: ["From", "SetSCL"] }, atOnce),
          (error) => {
            assert.ok(isExchangeError(error, "not-cleared"));
            assert.deepEqual(error.parameters, ["From"]);
            return true;
          },
        );
      },
      { bareHashTableClears: false, removeWorks: false },
    );
  });

  it("does not send what only New-TransportRule takes, nor unknown names", async () => {
    await withAllow(async (client, guid) => {
      await assert.rejects(
        updateTransportRule(client, guid, { set: { UseLegacyRegex: true } }, atOnce),
        (error) => {
          assert.ok(isExchangeError(error, "bad-input"));
          assert.deepEqual(error.parameters, ["UseLegacyRegex"]);
          return true;
        },
      );
      const nonsense = { set: { Nonsense: true } } as object;
      await assert.rejects(updateTransportRule(client, guid, nonsense, atOnce), /no parameter Nonsense/);
    });
  });

  it("does not write to a rule that is gone, although its GUID returns every rule (exchange-online.md 1.4)", async () => {
    await withTenant({ seed: { "Get-TransportRule": seededRules(2) } }, async ({ client, server }) => {
      const gone = "00000000-0000-4000-8000-000000000000";
      const isGone = (error: unknown): boolean => isExchangeError(error, "not-found");
      await assert.rejects(updateTransportRule(client, gone, { name: "x" }, atOnce), isGone);
      await assert.rejects(enableTransportRule(client, gone, atOnce), isGone);
      await removeTransportRule(client, gone, atOnce);
      assert.equal(await findTransportRule(client, gone), undefined);
      assert.deepEqual(server.journal(), []);
    });
  });

  it("survives a lost reply of any of its writes", async () => {
    await withTenant({ seed: { "Get-TransportRule": seededRules(2) } }, async ({ client, server }) => {
      const guid = String(server.objects("Get-TransportRule")[1]?.Guid);
      server.loseNextReply("Set-TransportRule");
      const moved = await updateTransportRule(
        client,
        guid,
        { set: { Quarantine: true }, priority: 0 },
        atOnce,
      );
      assert.equal(moved.rule.priority, 0);
      server.loseNextReply("Disable-TransportRule");
      assert.equal((await disableTransportRule(client, guid, atOnce)).rule.enabled, false);
      server.loseNextReply("Enable-TransportRule");
      assert.equal((await enableTransportRule(client, guid, atOnce)).rule.enabled, true);
      server.loseNextReply("Remove-TransportRule");
      await removeTransportRule(client, guid, atOnce);
      assert.deepEqual(await names(client), ["Rule 0"]);
    });
  });

  it("says what does not show where a write was accepted and did nothing", async () => {
    await withTenant({ seed: { "Get-TransportRule": seededRules(2) } }, async ({ client, server }) => {
      const guid = String(server.objects("Get-TransportRule")[0]?.Guid);
      const accepted = { status: 200, body: {} };
      server.answerNext({ cmdlet: "Set-TransportRule", ...accepted });
      await assert.rejects(
        updateTransportRule(client, guid, { set: { PrependSubject: "new" }, priority: 1 }, atOnce),
        (error) => {
          assert.ok(isExchangeError(error, "not-applied"));
          assert.deepEqual(error.parameters, ["Priority", "PrependSubject"]);
          return true;
        },
      );
      server.answerNext({ cmdlet: "Disable-TransportRule", ...accepted });
      await assert.rejects(disableTransportRule(client, guid, atOnce), (error) =>
        isExchangeError(error, "not-applied"),
      );
      server.answerNext({ cmdlet: "Remove-TransportRule", ...accepted });
      await assert.rejects(removeTransportRule(client, guid, atOnce), (error) =>
        isExchangeError(error, "not-applied"),
      );
    });
  });

  it("looks again for a short while before it says so", async () => {
    await withTenant({ seed: { "Get-TransportRule": seededRules(1) } }, async ({ client, server }) => {
      const rule = server.objects("Get-TransportRule")[0] ?? {};
      server.answerNext({ cmdlet: "Nothing", status: 500 });
      const stale = { status: 200, body: { value: [rule] } };
      // The first look is for the rule before the write; the second is stale; the third is right.
      server.answerNext({ cmdlet: "Get-TransportRule", ...stale });
      server.answerNext({ cmdlet: "Get-TransportRule", ...stale });
      const { rule: seen } = await updateTransportRule(
        client,
        String(rule.Guid),
        { set: { PrependSubject: "new" } },
        { readBackDelays: [0] },
      );
      assert.equal(seen.properties.PrependSubject, "new");
    });
  });

  it("remarks that recipients read back under another name", async () => {
    await withTenant({ seed: { "Get-TransportRule": seededRules(1) } }, async ({ client, server }) => {
      const rule = server.objects("Get-TransportRule")[0] ?? {};
      const guid = String(rule.Guid);
      server.answerNext({ cmdlet: "Get-TransportRule", status: 200, body: { value: [rule] } });
      server.answerNext({
        cmdlet: "Get-TransportRule",
        status: 200,
        body: { value: [{ ...rule, SentTo: ["alice@contoso.example"] }] },
      });
      const { warnings } = await updateTransportRule(client, guid, { set: { SentTo: ["Alice"] } }, atOnce);
      assert.deepEqual(warnings, ['SentTo of "Rule 0" reads back as alice@contoso.example.']);
    });
  });
});
