/**
 * Values that are not known yet during a preview. The protocol marks each with one of seven strings, by the type it
 * will have (pulumi.md 2.2); they stay those strings inside, so that a value goes through unchanged.
 */
import type { Value } from "./value";

/** The marker of a value to come, by its kind. */
export const unknownMarkers = {
  string: "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
  boolean: "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  number: "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  list: "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  object: "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
  asset: "030794c1-ac77-496b-92df-f27374a8bd58",
  archive: "e48ece36-62e2-4504-bad9-02848725956a",
} as const;

const markers: ReadonlySet<unknown> = new Set(Object.values(unknownMarkers));

/** Whether a value is not known yet. Looks at the value itself, not inside it. */
export const isUnknown = (value: Value | undefined): boolean => markers.has(value);
