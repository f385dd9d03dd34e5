/** Texts from outside, made harmless for Markdown. */
import { visible } from "./layout";

/** Names and mails come from outside: nothing in them may become markup, or a mention, which no backslash prevents. */
export const escaped = (text: string): string =>
  visible(text)
    .replace(/[\\`*_{}[\]()#+!|<>~-]/gu, "\\$&")
    .replace(/(?<!\w)@/gu, "@\u200b");
