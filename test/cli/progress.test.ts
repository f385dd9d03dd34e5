/** What a terminal shows while work goes on. */
import assert from "node:assert/strict";
import { terminalProgress } from "../../src/cli/check/progress";

const stream = (isTTY: boolean) => {
  const written: string[] = [];
  const write = (text: string): boolean => written.push(text) > 0;
  return { written, stream: { isTTY, write } as unknown as NodeJS.WriteStream };
};

describe("progress", () => {
  it("is one line that is written over, and gone at the end", () => {
    const { written, stream: terminal } = stream(true);
    const progress = terminalProgress(terminal);
    progress.show(0, 2);
    progress.show(1, 2);
    progress.clear();
    progress.clear();
    assert.equal(written.join(""), "\r\u001b[K0 of 2 decided …\r\u001b[K1 of 2 decided …\r\u001b[K");
  });

  it("is not written where nobody watches", () => {
    const { written, stream: file } = stream(false);
    const progress = terminalProgress(file);
    progress.show(0, 2);
    progress.clear();
    assert.deepEqual(written, []);
  });
});
