/** Stops with one plain sentence on a Node.js that is too old, before anything else is loaded. */

const oldest = [20, 19, 0];

/** Throws what `reportAndExit` prints when this Node.js is older than the project's floor. */
export function requireNode(version = process.versions.node) {
  const found = version.split(".").map((part) => Number.parseInt(part, 10));
  const difference = oldest.map((part, index) => (found[index] ?? 0) - part).find((part) => part !== 0) ?? 0;
  if (difference < 0) {
    throw new Error(
      `Node.js ${oldest.join(".")} or newer is needed, and this is ${version}. ` +
        "Install a newer one (https://nodejs.org) and run the same command again.",
    );
  }
}
