/** Parameters of transport rules and their names in programs. */
import assert from "node:assert/strict";
import { parameters } from "../../src/mailflow/exchange/transport-rules/table";
import { parameterOfProperty, propertyOfParameter } from "../../src/resources/property-name";

describe("the property of a parameter", () => {
  const names = parameters.map(({ name }) => name);

  it("leads back to the parameter, for every row of the table", () => {
    for (const name of names) assert.equal(parameterOfProperty(propertyOfParameter(name)), name);
  });

  it("belongs to one parameter only", () => {
    assert.equal(new Set(names.map(propertyOfParameter)).size, names.length);
  });

  it("is plain camel case: no two capitals in a row", () => {
    for (const name of names) assert.match(propertyOfParameter(name), /^[a-z]+(?:[A-Z][a-z]*\d?)*$/u);
    for (const name of names) assert.doesNotMatch(propertyOfParameter(name), /[A-Z]{2}/u);
  });

  it("turns abbreviations into words", () => {
    assert.equal(propertyOfParameter("SetSCL"), "setScl");
    assert.equal(propertyOfParameter("SCLOver"), "sclOver");
    assert.equal(propertyOfParameter("SenderADAttributeContainsWords"), "senderAdAttributeContainsWords");
    assert.equal(propertyOfParameter("ApplyOME"), "applyOme");
    assert.equal(propertyOfParameter("RemoveOMEv2"), "removeOmeV2");
    assert.equal(propertyOfParameter("RemoveRMSAttachmentEncryption"), "removeRmsAttachmentEncryption");
    assert.equal(propertyOfParameter("ExceptIfBetweenMemberOf1"), "exceptIfBetweenMemberOf1");
  });

  it("is unknown for anything else", () => {
    assert.equal(parameterOfProperty("SetSCL"), undefined);
    assert.equal(parameterOfProperty("name"), undefined);
  });
});
