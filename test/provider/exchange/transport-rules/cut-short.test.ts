/** A write that ends early: nothing doubled, and the next run goes on. */
import assert from "node:assert/strict";
import type { ServiceError } from "@grpc/grpc-js";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { ValueObject } from "../../../../src/resources/value";
import { values } from "../../kit/engine";
import { errorOf, type Kept, type RunningProvider } from "../running-provider";
import { allow, printed, quarantineCodes, rejectOffers, tagExternal } from "../small-tenant";
import { own, running, standing } from "./running-rules";

/** What the engine keeps of a resource that is not as asked for, and why. */
const partial = (
  error: ServiceError,
): { readonly kept: Omit<Kept, "inputs">; readonly reasons: readonly string[] } => {
  const [bytes] = error.metadata.get("grpc-status-details-bin");
  const detail = Status.deserializeBinary(new Uint8Array(bytes as Buffer)).getDetailsList()[0];
  const failed = detail?.unpack(
    ErrorResourceInitFailed.deserializeBinary,
    "pulumirpc.ErrorResourceInitFailed",
  );
  return {
    kept: { id: failed?.getId() ?? "", state: values(failed?.getProperties()) },
    reasons: failed?.getReasonsList() ?? [],
  };
};

const counted = ({ tenant }: RunningProvider): number => tenant.objects("Get-TransportRule").length;

describe("a write that is cut short", function () {
  this.timeout(60_000);
  const forbidden = (cmdlet: string) => ({ cmdlet, status: 403 });

  it("on create keeps the resource with the reason, and the next update goes on without doubling a rule", () =>
    running([printed.rejectOffers], async (provider) => {
      const rules = [allow, { ...rejectOffers, comments: "ours" }];
      provider.tenant.answerNext(forbidden("Set-TransportRule"));
      const inputs = await provider.check({ rules });
      const { kept, reasons } = partial(await errorOf(provider.create({ rules })));
      assert.equal(kept.id, "contoso.onmicrosoft.com");
      assert.match(
        reasons[0] ?? "",
        /^1 of 2 writes were carried out\. To change Comments of "Reject offers"/u,
      );
      assert.deepEqual(standing(provider), ["Allow Aircall", "Reject offers"]);
      const updated = await provider.update({ ...kept, inputs }, { rules });
      assert.equal(counted(provider), 2);
      assert.deepEqual((await provider.refresh(updated))?.inputs, own(updated.inputs));
    }));

  it("and never recorded is taken over by the next create", () =>
    running([printed.rejectOffers], async (provider) => {
      const rules = [allow, { ...rejectOffers, comments: "ours" }, tagExternal];
      provider.tenant.answerNext(forbidden("Set-TransportRule"));
      await errorOf(provider.create({ rules }));
      const kept = await provider.create({ rules });
      assert.deepEqual(standing(provider), ["Allow Aircall", "Reject offers", "Tag external"]);
      assert.deepEqual((await provider.refresh(kept))?.inputs, own(kept.inputs));
    }));

  it("still takes along later what it was to remove", () =>
    running([], async (provider) => {
      const kept = await provider.create({ rules: [allow, rejectOffers, tagExternal] });
      const rules = [{ ...allow, comments: "ours" }, rejectOffers];
      provider.pass(10);
      const inputs = await provider.check({ rules }, kept.inputs);
      provider.tenant.answerNext(forbidden("Remove-TransportRule"));
      const cut = partial(await errorOf(provider.update(kept, { rules })));
      assert.match(cut.reasons[0] ?? "", /^1 of 2 writes were carried out\. To remove "Tag external"/u);
      assert.deepEqual(standing(provider), ["Allow Aircall", "Reject offers", "Tag external"]);
      const updated = await provider.update({ ...cut.kept, inputs }, { rules });
      assert.deepEqual(standing(provider), ["Allow Aircall", "Reject offers"]);
      assert.deepEqual(Object.keys(updated.state.guids ?? {}), ["Allow Aircall", "Reject offers"]);
    }));

  it("because an answer was lost makes no second rule", () =>
    running([], async (provider) => {
      provider.tenant.loseNextReply("New-TransportRule");
      await provider.create({ rules: [allow, rejectOffers] });
      assert.deepEqual(standing(provider), ["Allow Aircall", "Reject offers"]);
    }));

  it("because the first write is refused keeps no resource, and says why", () =>
    running([], async (provider) => {
      provider.tenant.answerNext(forbidden("New-TransportRule"));
      const error = await errorOf(provider.create({ rules: [allow] }));
      assert.equal(error.metadata.get("grpc-status-details-bin").length, 0);
      assert.match(error.details, /may not run New-TransportRule/u);
    }));

  it("when the process is told to stop ends between two writes", () =>
    running([], async (provider) => {
      const inputs = await provider.check({ rules: [allow, rejectOffers, tagExternal, quarantineCodes] });
      const creating = errorOf(provider.create({ rules: inputs.rules as readonly ValueObject[] }));
      while (counted(provider) === 0) await new Promise((resolve) => setTimeout(resolve, 1));
      await provider.engine.ask(provider.engine.client.cancel, new Empty());
      const { reasons } = partial(await creating);
      assert.match(reasons[0] ?? "", /of 4 writes were carried out\. Stopped as asked/u);
      assert.ok(counted(provider) < 4);
      await provider.configure();
      await provider.create({ rules: inputs.rules as readonly ValueObject[] });
      assert.equal(counted(provider), 4);
    }));
});
