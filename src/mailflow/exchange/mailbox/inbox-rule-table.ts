/** Every parameter of an inbox rule, once: what the reader reads and both semantics mean (exchange-online.md 4.3). */

/**
 * `address-words`, `subject-words`, `body-words`, `header-words`: the text holds one of the words. `people`: the sender is
 * one of them. `flag`: a fact about the message. `size`, `date`, `text`: a bound or a name.
 */
export type InboxRuleConditionKind =
  | "people"
  | "recipients"
  | "address-words"
  | "recipient-address-words"
  | "subject-words"
  | "body-words"
  | "subject-or-body-words"
  | "header-words"
  | "importance"
  | "has-attachment"
  | "only-to-me"
  | "to-me"
  | "in-cc"
  | "not-to-me"
  | "size-minimum"
  | "size-maximum"
  | "received-after"
  | "received-before"
  | "unknown";

/** Conditions; each has an `ExceptIf` twin. What is `unknown` is never modelled: its rule is undecided by name. */
// biome-ignore format: one parameter, one line
export const inboxRuleConditions = {
  From: "people",
  FromAddressContainsWords: "address-words",
  SubjectContainsWords: "subject-words",
  BodyContainsWords: "body-words",
  SubjectOrBodyContainsWords: "subject-or-body-words",
  HeaderContainsWords: "header-words",
  SentTo: "recipients",
  RecipientAddressContainsWords: "recipient-address-words",
  SentOnlyToMe: "only-to-me",
  MyNameInToBox: "to-me",
  MyNameInToOrCcBox: "to-me",
  MyNameInCcBox: "in-cc",
  MyNameNotInToBox: "not-to-me",
  HasAttachment: "has-attachment",
  WithImportance: "importance",
  WithinSizeRangeMinimum: "size-minimum",
  WithinSizeRangeMaximum: "size-maximum",
  ReceivedAfterDate: "received-after",
  ReceivedBeforeDate: "received-before",
  WithSensitivity: "unknown",
  MessageTypeMatches: "unknown",
  HasClassification: "unknown",
  FlaggedForAction: "unknown",
  FromSubscription: "unknown",
} as const satisfies Readonly<Record<string, InboxRuleConditionKind>>;

export type InboxRuleConditionName = keyof typeof inboxRuleConditions;

/** What an action does to the mail's place: out of the inbox, to others, or nothing. */
export type InboxRuleEffect = "moved" | "deleted" | "redirected" | "none";

// biome-ignore format: one parameter, one line
export const inboxRuleActions = {
  MoveToFolder: "moved",
  DeleteMessage: "deleted",
  SoftDeleteMessage: "deleted",
  RedirectTo: "redirected",
  ForwardTo: "none",
  ForwardAsAttachmentTo: "none",
  CopyToFolder: "none",
  MarkAsRead: "none",
  MarkImportance: "none",
  PinMessage: "none",
  ApplyCategory: "none",
  DeleteSystemCategory: "none",
  SendTextMessageNotificationTo: "none",
} as const satisfies Readonly<Record<string, InboxRuleEffect>>;

export type InboxRuleActionName = keyof typeof inboxRuleActions;

export interface InboxRuleCondition {
  readonly name: InboxRuleConditionName;
  readonly exception: boolean;
  /** Texts as printed; a flag holds `["True"]`. */
  readonly values: readonly string[];
}

export interface InboxRule {
  readonly name: string;
  readonly enabled: boolean;
  readonly priority: number;
  readonly stopProcessingRules: boolean;
  readonly conditions: readonly InboxRuleCondition[];
  readonly actions: readonly { readonly name: InboxRuleActionName; readonly values: readonly string[] }[];
  /** Set properties outside the table. */
  readonly unmodelled: readonly string[];
}
