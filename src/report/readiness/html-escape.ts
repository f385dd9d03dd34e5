/** Texts from outside, made harmless for HTML. */
import { visible } from "../layout";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** For an element's content and for a quoted attribute; control characters are shown, not sent. */
export const html = (text: string): string =>
  visible(text).replace(/[&<>"']/gu, (character) => entities[character] ?? character);

/** A value for a data block: no text of it can end the block or open a comment. */
export const dataBlock = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c");
