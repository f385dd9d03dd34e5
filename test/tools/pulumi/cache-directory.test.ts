/** The cache lies outside the clone, where each platform keeps such things. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { cacheDirectory } from "../../../tools/pulumi/cache-directory";
import type { Machine } from "../../../tools/pulumi/machine";
import { pinnedVersion } from "../../../tools/pulumi/release";
import { fakeMachine } from "./fake-machine";

function directoryWith(environment: Machine["environment"], platform: NodeJS.Platform = "linux"): string {
  const fake = fakeMachine([], { environment, platform, home: "/home/ada" });
  fake.remove();
  return cacheDirectory(fake.machine);
}

describe("the cache directory", () => {
  const tail = join("pulumi", pinnedVersion);

  it("is below ~/.cache by default", () => {
    assert.equal(directoryWith({}), join("/home/ada/.cache/aircall-mailflow", tail));
  });

  it("follows XDG_CACHE_HOME, which counts only when absolute", () => {
    assert.equal(directoryWith({ XDG_CACHE_HOME: "/var/x" }), join("/var/x/aircall-mailflow", tail));
    assert.equal(directoryWith({ XDG_CACHE_HOME: "x" }), join("/home/ada/.cache/aircall-mailflow", tail));
  });

  it("is moved whole by AIRCALL_MAILFLOW_CACHE", () => {
    const environment = { AIRCALL_MAILFLOW_CACHE: "/srv/cache", XDG_CACHE_HOME: "/var/x" };
    assert.equal(directoryWith(environment), join("/srv/cache", tail));
  });

  it("is below LOCALAPPDATA on Windows", () => {
    const local = join("/", "Users", "ada", "Local");
    assert.equal(directoryWith({ LOCALAPPDATA: local }, "win32"), join(local, "aircall-mailflow", tail));
  });
});
