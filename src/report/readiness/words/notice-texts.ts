/** What a language says for every notice of the readers of inputs. */
import type { NoticeCode } from "../../../readiness/inputs/notice";
import type { UnusableBecause } from "../../../readiness/inputs/unusable";

/** `{name}` stands for a value; several values of one notice stand side by side. */
export type NoticeTexts = Readonly<Record<NoticeCode, string>>;

export type UnusableTexts = Readonly<Record<UnusableBecause, string>>;
