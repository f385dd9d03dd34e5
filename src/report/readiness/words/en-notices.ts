/** English text of what the readers of inputs have to tell. */
import type { NoticeTexts, UnusableTexts } from "./notice-texts";

// biome-ignore format: one notice, one line
export const notices: NoticeTexts = {
  "columns-ignored": "columns that mean nothing here were left out: {columns}",
  "column-is-opening-hours": 'the column "{column}" tells opening hours, not whether an invitation was accepted; it was left out',
  "apps-left-out": "rows of other apps were left out: {number}",
  "mailboxes-deleted": "mailboxes that the report calls deleted were left out: {number}",
  "names-concealed": 'the column "{column}" hides names behind hashes, so its figures belong to nobody',
  "limit-may-be-pooled": 'the column "{column}" was taken for the limit of each mailbox; where storage is shared by all, it may be another figure',
  "role-unknown": 'the role {value} (column "{column}") is not known here: taken as unknown, so the user stays concerned',
  "login-unknown": 'the way of signing in {value} (column "{column}") is not known here: taken as unknown, so the user stays concerned',
  "login-contradicted": 'the columns "{column}" ({value}) and "{otherColumn}" ({otherValue}) contradict each other: the way of signing in is taken as unknown',
  "date-unreadable": '{value} (column "{column}") is no date that can be read: taken as unknown; write it as 2026-11-30',
  "date-ambiguous": '{value} (column "{column}") may have the day or the month first: taken as unknown; write it as 2026-11-30',
  "answer-unreadable": '{value} (column "{column}") is neither yes nor no: taken as unknown',
  "size-unreadable": '{value} (column "{column}") is no size that can be read: taken as unknown; write it as 49.5 GB',
  "size-ambiguous": '{value} (column "{column}") may have a separator of thousands or of decimals: taken as unknown; write it as 49.5 GB',
  "size-without-unit": '{value} (column "{column}") is too small a number for bytes: taken as unknown; write its unit too',
  "version-is-build": '{value} (column "{column}") is a build number; the version that people know is missing',
  "application-unreadable": 'the column "{column}" holds no application that can be read',
  "kind-unknown": 'the type {value} (column "{column}") is not known here',
  "aliases-unreadable": 'the column "{column}" holds the type of a list in place of addresses: other addresses are not known; export them joined into one text',
  "users-not-at-aircall": "users of the list whom Aircall does not know: {number}; the list is older than Aircall's, or an address is mistyped",
  "users-not-in-list": "users whom Aircall knows and the list lacks: {number}; whether they accepted their invitation is not known",
  "aircall-incomplete": "Aircall told {read} users and counts {total}: somebody may be missing here",
  "row-unusable": 'rows name nobody and cannot be judged (column "{column}": {found}); they may stand for somebody who is not ready',
};

export const unusable: UnusableTexts = {
  nothing: "nothing",
  "no e-mail address": "no e-mail address",
  "more values than columns": "more values than columns",
};
