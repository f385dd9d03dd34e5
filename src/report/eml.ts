/** Messages as `.eml` files: written for the reader, read back for the proof. */
export { type MessageDefaults, parseMessage } from "./parse-message";
export { renderMessage } from "./render-message";
