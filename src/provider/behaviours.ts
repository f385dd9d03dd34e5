/** The resources this provider serves. */
import type { RegisteredBehaviour } from "./kit";

export const behaviours: readonly RegisteredBehaviour[] = [];
