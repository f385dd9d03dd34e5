/** The provider kit: everything a behaviour and the entry point need. */
export type {
  AdditionalCheck,
  CallContext,
  Identified,
  Known,
  RegisteredBehaviour,
  ResourceBehaviour,
} from "./behaviour";
export { register } from "./behaviour";
export { PartialFailure, ProviderError } from "./errors";
export type { Log } from "./log";
export { runProvider } from "./main";
export type { Plugin } from "./plugin";
export { type RunningServer, serve } from "./server";
