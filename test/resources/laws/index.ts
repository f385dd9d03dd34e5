/** What holds for every resource, whatever its table says (test/properties: laws). */
import assert from "node:assert/strict";
import fc from "fast-check";
import { check } from "../../../src/resources/check";
import type { InputsDefinition } from "../../../src/resources/definition";
import { changedProperties, diff } from "../../../src/resources/diff";
import type { ValueObject } from "../../../src/resources/value";
import { inputsOf, wildInputsOf } from "./inputs";

const runs = { numRuns: 200 };

/** Checking what was checked changes nothing, and finds the same faults. */
export const checkIsIdempotent = (definition: InputsDefinition): void =>
  fc.assert(
    fc.property(wildInputsOf(definition.inputs), (news) => {
      const once = check(definition, news);
      const twice = check(definition, once.inputs);
      assert.deepEqual(twice.inputs, once.inputs);
      if (once.failures.length === 0) assert.deepEqual(twice.failures, []);
    }),
    runs,
  );

/** Nothing differs from itself. */
export const diffOfTheSameIsNone = (definition: InputsDefinition): void =>
  fc.assert(
    fc.property(inputsOf(definition.inputs), (inputs) => {
      assert.deepEqual(diff(definition, inputs, inputs), []);
      assert.deepEqual(diff(definition, inputs, check(definition, inputs).inputs), []);
    }),
    runs,
  );

/** One differs from another exactly when the other differs from the one, in the same properties. */
export const diffIsSymmetric = (definition: InputsDefinition): void =>
  fc.assert(
    fc.property(inputsOf(definition.inputs), inputsOf(definition.inputs), (left, right) => {
      assert.deepEqual(
        changedProperties(diff(definition, left, right)),
        changedProperties(diff(definition, right, left)),
      );
    }),
    runs,
  );

/** The order in which properties are written means nothing. */
export const propertyOrderMeansNothing = (definition: InputsDefinition): void =>
  fc.assert(
    fc.property(inputsOf(definition.inputs), (inputs) => {
      const reversed: ValueObject = Object.fromEntries(Object.entries(inputs).reverse());
      assert.deepEqual(diff(definition, inputs, reversed), []);
    }),
    runs,
  );

/** Any JSON gets an answer. */
export const checkAndDiffNeverThrow = (definition: InputsDefinition): void =>
  fc.assert(
    fc.property(wildInputsOf(definition.inputs), wildInputsOf(definition.inputs), (left, right) => {
      diff(definition, left, right);
    }),
    runs,
  );
