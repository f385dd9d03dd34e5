/** A process that decides one input after the other, and ends when whoever asked is gone. */
import { checkFile } from "../check/check-file";
import type { Work } from "../check/work";

process.on("message", ({ file, options }: Work) => {
  void checkFile(file, options).then((checked) => process.send?.(checked));
});

process.on("disconnect", () => process.exit());
