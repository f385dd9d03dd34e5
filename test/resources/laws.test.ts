/** The laws, for every resource and for the provider's configuration. */
import { mailflowPackage } from "../../src/resources/mailflow-package";
import {
  checkAndDiffNeverThrow,
  checkIsIdempotent,
  diffIsSymmetric,
  diffOfTheSameIsNone,
  propertyOrderMeansNothing,
} from "./laws";

const definitions = [
  ...mailflowPackage.resources.map((definition) => ({ ...definition, title: definition.token })),
  { inputs: mailflowPackage.config, title: "the provider's configuration" },
];

for (const definition of definitions)
  describe(`for ${definition.title}`, () => {
    it("check is idempotent", () => checkIsIdempotent(definition));
    it("the diff of the same is none", () => diffOfTheSameIsNone(definition));
    it("diff is symmetric in which properties changed", () => diffIsSymmetric(definition));
    it("the order of properties means nothing", () => propertyOrderMeansNothing(definition));
    it("check and diff answer any JSON", () => checkAndDiffNeverThrow(definition));
  });
