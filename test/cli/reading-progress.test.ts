import assert from "node:assert/strict";
import { bar, readingProgress } from "../../src/cli/ready/reading-progress";

describe("the bar of a long read", () => {
  it("says file, share and nothing of its folder", () => {
    const shown: string[] = [];
    const progress = readingProgress(
      { show: (text) => shown.push(text), clear: () => undefined },
      "lists/users.csv",
    );
    progress(0, 200);
    progress(84, 200);
    progress(300, 200);
    assert.deepEqual(shown, [
      `users.csv ${"░".repeat(20)} 0 %`,
      `users.csv ${"█".repeat(8)}${"░".repeat(12)} 42 %`,
      `users.csv ${"█".repeat(20)} 100 %`,
    ]);
  });

  it("counts where the whole is not known", () => {
    assert.equal(bar("api.aircall.io", 50, 0), "api.aircall.io 50");
  });

  it("shows no control character of a file's name", () => {
    const shown: string[] = [];
    readingProgress({ show: (text) => shown.push(text), clear: () => undefined }, "\u001b[2Jusers.csv")(1, 1);
    assert.doesNotMatch(shown.join(""), /\p{Cc}/u);
  });
});
