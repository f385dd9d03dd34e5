import assert from "node:assert/strict";
import { join, parse } from "node:path";
import { projectFolder } from "../../src/tenants/project-folder";

const root = join(__dirname, "..", "..");

describe("the project's folder", () => {
  it("is the nearest one upwards that holds Pulumi.yaml", () => {
    assert.equal(projectFolder(join(root, "dist", "stacks")), root);
    assert.equal(projectFolder(root), root);
  });
  it("is where the program runs, where there is none", () => {
    const { root: top } = parse(root);
    assert.equal(projectFolder(top), top);
  });
});
