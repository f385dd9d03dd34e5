/** The resources this provider serves. */
import { exchangeBehaviours } from "./exchange";
import type { RegisteredBehaviour } from "./kit";

export const behaviours: readonly RegisteredBehaviour[] = exchangeBehaviours();
