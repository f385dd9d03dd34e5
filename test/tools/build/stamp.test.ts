/** dist/ counts as up to date exactly as long as its sources and its own files are unchanged. */
import assert from "node:assert/strict";
import { mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { hashSources, isUpToDate, watchedSources, writeStamp } from "../../../tools/build/stamp";
import { type TemporaryProject, temporaryProject } from "./temporary-project";

describe("the stamp of a build", () => {
  let project: TemporaryProject;
  beforeEach(() => {
    project = temporaryProject({ "src/a.ts": "a", "src/b/c.ts": "c", "dist/x.js": "x" });
    writeStamp(project.root, { hash: hashSources(project.root), files: ["x.js"] });
  });
  afterEach(() => project.remove());

  const upToDate = () => isUpToDate(project.root, hashSources(project.root));

  it("says up to date when nothing changed", () => assert.equal(upToDate(), true));

  for (const source of watchedSources) {
    it(`notices a change of ${source}`, () => {
      project.write(source.includes(".") ? source : join(source, "new.ts"), '{"version":"9"}');
      assert.equal(upToDate(), false);
    });
  }

  it("notices a changed content of the same length", () => {
    project.write("src/a.ts", "b");
    assert.equal(upToDate(), false);
  });

  it("notices a file that was renamed", () => {
    renameSync(join(project.root, "src/a.ts"), join(project.root, "src/d.ts"));
    assert.equal(upToDate(), false);
  });

  it("notices text that moved from one file to the next", () => {
    project.write("src/a.ts", "");
    project.write("src/b/c.ts", "ac");
    assert.equal(upToDate(), false);
  });

  it("notices a built file that is missing", () => {
    rmSync(join(project.root, "dist/x.js"));
    assert.equal(upToDate(), false);
  });

  it("does not look at other files", () => {
    project.write("docs/page.md", "new");
    assert.equal(upToDate(), true);
  });

  it("that cannot be read is no stamp", () => {
    project.write("dist/.stamp", "{");
    assert.equal(upToDate(), false);
  });

  it("is not there in a fresh clone", () => {
    rmSync(join(project.root, "dist"), { recursive: true });
    mkdirSync(join(project.root, "dist"));
    assert.equal(upToDate(), false);
  });
});
