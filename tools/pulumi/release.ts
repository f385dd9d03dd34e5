/** Which Pulumi release is fetched or built, and which versions found elsewhere are good enough. */

/** The release that the Go modules beside this file pin (pulumi.md 5.1: the newest one the module proxy serves). */
export const pinnedVersion = "3.259.0";

/** Executable policy packs exist since this release (pulumi.md 3.4). */
export const oldestUsableVersion = "3.255.0";

/** A version as its three numbers, and whether it is an alpha or other pre-release. */
export interface Version {
  readonly numbers: readonly [major: number, minor: number, patch: number];
  readonly preRelease: boolean;
}

/** Finds the version in what `pulumi version`, `go env GOVERSION` or a `go.mod` says; undefined when there is none. */
export function parseVersion(text: string): Version | undefined {
  const match = /(?:^|[^\d.])(\d+)\.(\d+)(?:\.(\d+))?(-|rc|beta)?/m.exec(text);
  if (match === null) return undefined;
  const [, major, minor, patch, suffix] = match;
  return {
    numbers: [Number(major), Number(minor), Number(patch ?? 0)],
    preRelease: suffix !== undefined,
  };
}

/** Whether `found` is `wanted` or newer; a pre-release comes before the release of the same numbers. */
export function isAtLeast(found: Version, wanted: Version): boolean {
  for (const index of [0, 1, 2] as const) {
    const difference = found.numbers[index] - wanted.numbers[index];
    if (difference !== 0) return difference > 0;
  }
  return wanted.preRelease || !found.preRelease;
}

/** The three numbers with dots between. */
export function versionText(version: Version): string {
  return version.numbers.join(".");
}
