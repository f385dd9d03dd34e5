/**
 * Every parameter of `New-TransportRule`, once. The export reader, the provider's schema, check, diff and typed
 * classes, the evaluator and the decider all read this table (exchange-online.md 2.2 to 2.9).
 */

/** The shape of a parameter's value on the wire and in a program. */
export type ParameterKind =
  | "words"
  | "patterns"
  | "domains"
  | "recipients"
  | "groups"
  | "attributeWords"
  | "attributePatterns"
  | "ipRanges"
  | "size"
  | "integer"
  | "enum"
  | "enums"
  | "flag"
  | "text"
  | "texts"
  | "date";

/** What a parameter is for. `readback` is what `Get-TransportRule` prints besides; it can never be written. */
export type ParameterRole = "condition" | "exception" | "action" | "setting" | "readback";

export interface ParameterDefinition {
  readonly kind: ParameterKind;
  /** One sentence for docstrings and schema. */
  readonly summary: string;
  /** Section of the reference the meaning rests on. */
  readonly source: string;
  /** Accepted values of an `enum` or `enums`. */
  readonly values?: readonly string[];
  /** Longest accepted text, or longest accepted item of a list, in characters. */
  readonly maxLength?: number;
  /** Accepted range of an `integer`, inclusive. */
  readonly range?: readonly [number, number];
  /** The parameter that must be set together with this one. */
  readonly with?: string;
  /** The condition asks for facts of the recipient, so that its truth may differ from recipient to recipient. */
  readonly perRecipient?: true;
  /** The condition asks for the sender's address, so that its truth may differ from sender to sender. */
  readonly perSender?: true;
  /** Accepted by `New-TransportRule` but not by `Set-TransportRule`. */
  readonly newOnly?: true;
  /** Acts on premises or on Edge servers only: where it is found set in the cloud, its effect is not known. */
  readonly elsewhere?: true;
  /** The value the service takes where the parameter is absent: set to it equals not set. */
  readonly default?: string | boolean;
}

const scope = ["InOrganization", "NotInOrganization"] as const;
const word = { kind: "words", maxLength: 128 } as const;
const pattern = { kind: "patterns", maxLength: 128 } as const;
const person = { kind: "recipients" } as const;
const group = { kind: "groups" } as const;

/** Predicates. Each has an `ExceptIf…` twin with the same meaning (exchange-online.md 2.1). */
// biome-ignore format: one parameter, one line
export const conditions = {
  From: { perSender: true, ...person, summary: "The sender is one of these addresses.", source: "exchange-online.md 2.2" },
  FromAddressContainsWords: { perSender: true, ...word, summary: "The sender's address contains one of these words.", source: "exchange-online.md 2.2" },
  FromAddressMatchesPatterns: { perSender: true, ...pattern, summary: "The sender's address matches one of these regular expressions.", source: "exchange-online.md 2.2" },
  FromMemberOf: { perSender: true, ...group, summary: "The sender is a member of one of these groups.", source: "exchange-online.md 2.2" },
  FromScope: { kind: "enum", values: scope, summary: "Whether the sender is inside the organization.", source: "exchange-online.md 2.2" },
  SenderDomainIs: { perSender: true, kind: "domains", summary: "The sender's domain is one of these domains or a subdomain of one.", source: "exchange-online.md 2.2" },
  SenderIpRanges: { kind: "ipRanges", summary: "The last hop into the service has one of these addresses, ranges or CIDR blocks.", source: "exchange-online.md 2.2" },
  SenderADAttributeContainsWords: { kind: "attributeWords", summary: "A directory attribute of the sender contains one of these words (`Attribute:word,word`).", source: "exchange-online.md 2.2" },
  SenderADAttributeMatchesPatterns: { kind: "attributePatterns", summary: "A directory attribute of the sender matches one of these patterns (`Attribute:pattern,pattern`).", source: "exchange-online.md 2.2" },
  SenderManagementRelationship: { kind: "enum", values: ["Manager", "DirectReport"], summary: "The sender is the recipient's manager or direct report.", source: "exchange-online.md 2.2" },
  ManagerAddresses: { perRecipient: true, ...person, with: "ManagerForEvaluatedUser", summary: "The manager of the evaluated user is one of these.", source: "exchange-online.md 2.2" },
  ManagerForEvaluatedUser: { perRecipient: true, kind: "enum", values: ["Sender", "Recipient"], with: "ManagerAddresses", summary: "Whose manager `ManagerAddresses` looks at.", source: "exchange-online.md 2.2" },
  BetweenMemberOf1: { perSender: true, perRecipient: true, ...group, with: "BetweenMemberOf2", summary: "One end of the message is a member of one of these groups.", source: "exchange-online.md 2.2" },
  BetweenMemberOf2: { perRecipient: true, ...group, with: "BetweenMemberOf1", summary: "The other end of the message is a member of one of these groups.", source: "exchange-online.md 2.2" },
  ADComparisonAttribute: { kind: "text", summary: "The directory attribute of sender and recipient that is compared.", source: "exchange-online.md 2.2" },
  ADComparisonOperator: { kind: "enum", values: ["Equal", "NotEqual"], with: "ADComparisonAttribute", summary: "How the attribute of sender and recipient is compared; Equal where absent.", source: "exchange-online.md 2.2" },
  HasSenderOverride: { kind: "flag", summary: "The sender overrode a data loss prevention policy (on-premises only).", source: "exchange-online.md 2.2" },
  MessageContainsDataClassifications: { kind: "texts", summary: "The message contains sensitive information of these types (on-premises only).", source: "exchange-online.md 2.2" },
  MessageContainsAllDataClassifications: { kind: "texts", summary: "The message contains sensitive information of all these types (on-premises only).", source: "exchange-online.md 2.2" },
  SenderInRecipientList: { ...word, summary: "Reserved for Microsoft.", source: "exchange-online.md 2.2" },
  RecipientInSenderList: { ...word, summary: "Reserved for Microsoft.", source: "exchange-online.md 2.2" },
  SentTo: { perRecipient: true, ...person, summary: "The recipient is one of these mailboxes or users.", source: "exchange-online.md 2.3" },
  SentToMemberOf: { perRecipient: true, ...group, summary: "The recipient is a member of one of these groups.", source: "exchange-online.md 2.3" },
  SentToScope: { kind: "enum", values: scope, summary: "Whether the recipient is inside the organization.", source: "exchange-online.md 2.3" },
  RecipientDomainIs: { perRecipient: true, kind: "domains", summary: "The recipient's domain is one of these domains or a subdomain of one.", source: "exchange-online.md 2.3" },
  RecipientAddressContainsWords: { perRecipient: true, ...word, summary: "The recipient's address contains one of these words.", source: "exchange-online.md 2.3" },
  RecipientAddressMatchesPatterns: { perRecipient: true, ...pattern, summary: "The recipient's address matches one of these regular expressions.", source: "exchange-online.md 2.3" },
  RecipientADAttributeContainsWords: { perRecipient: true, kind: "attributeWords", summary: "A directory attribute of the recipient contains one of these words (`Attribute:word,word`).", source: "exchange-online.md 2.3" },
  RecipientADAttributeMatchesPatterns: { perRecipient: true, kind: "attributePatterns", summary: "A directory attribute of the recipient matches one of these patterns (`Attribute:pattern,pattern`).", source: "exchange-online.md 2.3" },
  AnyOfToHeader: { perRecipient: true, ...person, summary: "One of these is in the To header; the action hits every recipient.", source: "exchange-online.md 2.3" },
  AnyOfToHeaderMemberOf: { perRecipient: true, ...group, summary: "A member of one of these groups is in the To header; the action hits every recipient.", source: "exchange-online.md 2.3" },
  AnyOfCcHeader: { perRecipient: true, ...person, summary: "One of these is in the Cc header; the action hits every recipient.", source: "exchange-online.md 2.3" },
  AnyOfCcHeaderMemberOf: { perRecipient: true, ...group, summary: "A member of one of these groups is in the Cc header; the action hits every recipient.", source: "exchange-online.md 2.3" },
  AnyOfToCcHeader: { perRecipient: true, ...person, summary: "One of these is in the To or Cc header; the action hits every recipient.", source: "exchange-online.md 2.3" },
  AnyOfToCcHeaderMemberOf: { perRecipient: true, ...group, summary: "A member of one of these groups is in the To or Cc header; the action hits every recipient.", source: "exchange-online.md 2.3" },
  AnyOfRecipientAddressContainsWords: { perRecipient: true, ...word, summary: "The address of any recipient contains one of these words; the action hits every recipient.", source: "exchange-online.md 2.3" },
  AnyOfRecipientAddressMatchesPatterns: { perRecipient: true, ...pattern, summary: "The address of any recipient matches one of these patterns; the action hits every recipient.", source: "exchange-online.md 2.3" },
  SubjectContainsWords: { ...word, summary: "The subject contains one of these words.", source: "exchange-online.md 2.4" },
  SubjectMatchesPatterns: { ...pattern, summary: "The subject matches one of these regular expressions.", source: "exchange-online.md 2.4" },
  SubjectOrBodyContainsWords: { ...word, summary: "The subject or the body contains one of these words.", source: "exchange-online.md 2.4" },
  SubjectOrBodyMatchesPatterns: { ...pattern, summary: "The subject or the body matches one of these regular expressions.", source: "exchange-online.md 2.4" },
  HeaderContainsMessageHeader: { kind: "text", maxLength: 64, with: "HeaderContainsWords", summary: "The header field that `HeaderContainsWords` looks at.", source: "exchange-online.md 2.4" },
  HeaderContainsWords: { ...word, with: "HeaderContainsMessageHeader", summary: "The named header field contains one of these words.", source: "exchange-online.md 2.4" },
  HeaderMatchesMessageHeader: { kind: "text", maxLength: 64, with: "HeaderMatchesPatterns", summary: "The header field that `HeaderMatchesPatterns` looks at.", source: "exchange-online.md 2.4" },
  HeaderMatchesPatterns: { ...pattern, with: "HeaderMatchesMessageHeader", summary: "The named header field matches one of these regular expressions.", source: "exchange-online.md 2.4" },
  ContentCharacterSetContainsWords: { ...word, summary: "The message is written in one of these character sets.", source: "exchange-online.md 2.4" },
  MessageSizeOver: { kind: "size", summary: "The whole message is at least this large.", source: "exchange-online.md 2.4" },
  WithImportance: { kind: "enum", values: ["Low", "Normal", "High"], summary: "The message has this importance.", source: "exchange-online.md 2.4" },
  HasClassification: { kind: "text", summary: "The message carries this classification.", source: "exchange-online.md 2.4" },
  HasNoClassification: { kind: "flag", summary: "The message carries no classification, as all ordinary Internet mail.", source: "exchange-online.md 2.4" },
  MessageTypeMatches: { kind: "enum", values: ["OOF", "AutoForward", "Encrypted", "Calendaring", "PermissionControlled", "Voicemail", "Signed", "ApprovalRequest", "ReadReceipt"], summary: "The message is of this type.", source: "exchange-online.md 2.4" },
  SCLOver: { kind: "integer", range: [-1, 9], summary: "The spam confidence level stamped so far is at least this.", source: "exchange-online.md 2.4" },
  AttachmentContainsWords: { ...word, summary: "An attachment contains one of these words.", source: "exchange-online.md 2.4" },
  AttachmentMatchesPatterns: { ...pattern, summary: "An attachment matches one of these regular expressions.", source: "exchange-online.md 2.4" },
  AttachmentNameMatchesPatterns: { ...pattern, summary: "The name of an attachment matches one of these regular expressions.", source: "exchange-online.md 2.4" },
  AttachmentExtensionMatchesWords: { ...word, summary: "The file extension of an attachment is one of these.", source: "exchange-online.md 2.4" },
  AttachmentPropertyContainsWords: { ...word, summary: "A document property of an attachment contains one of these words (`Property:word`).", source: "exchange-online.md 2.4" },
  AttachmentSizeOver: { kind: "size", summary: "An attachment is at least this large; embedded images count.", source: "exchange-online.md 2.4" },
  AttachmentHasExecutableContent: { kind: "flag", summary: "An attachment is executable.", source: "exchange-online.md 2.4" },
  AttachmentIsPasswordProtected: { kind: "flag", summary: "An attachment is protected by a password.", source: "exchange-online.md 2.4" },
  AttachmentIsUnsupported: { kind: "flag", summary: "An attachment is of a type the service does not know.", source: "exchange-online.md 2.4" },
  AttachmentProcessingLimitExceeded: { kind: "flag", summary: "An attachment was too large to scan.", source: "exchange-online.md 2.4" },
  ContentMatchesPrompt: { kind: "text", summary: "The content matches this prompt (preview; undocumented).", source: "samples/scubagear-export.json" },
  ContentMatchesPromptVerdict: { kind: "text", summary: "The answer the prompt must give (preview; undocumented).", source: "samples/scubagear-export.json" },
} as const satisfies Readonly<Record<string, ParameterDefinition>>;

/** What a matching rule does (exchange-online.md 2.7, 2.8). */
// biome-ignore format: one parameter, one line
export const actions = {
  DeleteMessage: { kind: "flag", summary: "Drops the message silently.", source: "exchange-online.md 2.7" },
  RejectMessageReasonText: { kind: "text", maxLength: 1024, summary: "Rejects the message with this explanation.", source: "exchange-online.md 2.7" },
  RejectMessageEnhancedStatusCode: { kind: "text", summary: "Rejects the message with this enhanced status code (5.7.1 or 5.7.900 to 5.7.999).", source: "exchange-online.md 2.7" },
  Quarantine: { kind: "flag", summary: "Delivers the message to the hosted quarantine.", source: "exchange-online.md 2.7" },
  RedirectMessageTo: { ...person, summary: "Delivers the message to these recipients instead.", source: "exchange-online.md 2.7" },
  AddManagerAsRecipientType: { kind: "enum", values: ["To", "Cc", "Bcc", "Redirect"], summary: "Adds the sender's manager as a recipient of this kind.", source: "exchange-online.md 2.7" },
  ModerateMessageByUser: { ...person, summary: "Holds the message until one of these approves it.", source: "exchange-online.md 2.7" },
  ModerateMessageByManager: { kind: "flag", summary: "Holds the message until the sender's manager approves it.", source: "exchange-online.md 2.7" },
  RouteMessageOutboundConnector: { kind: "text", summary: "Sends the message out through this connector.", source: "exchange-online.md 2.7" },
  RouteMessageOutboundRequireTls: { kind: "flag", summary: "Demands TLS when the message leaves the organization.", source: "exchange-online.md 2.7" },
  SetSCL: { kind: "integer", range: [-1, 9], summary: "Sets the spam confidence level; -1 asks to bypass spam filtering.", source: "exchange-online.md 2.8" },
  ApplyOME: { kind: "flag", summary: "Encrypts the message.", source: "exchange-online.md 2.7" },
  ApplyRightsProtectionTemplate: { kind: "text", summary: "Applies this rights management template.", source: "exchange-online.md 2.7" },
  ApplyRightsProtectionCustomizationTemplate: { kind: "text", summary: "Applies this branding template to encrypted mail.", source: "exchange-online.md 2.7" },
  RemoveOME: { kind: "flag", summary: "Removes encryption.", source: "exchange-online.md 2.7" },
  RemoveOMEv2: { kind: "flag", summary: "Removes encryption.", source: "exchange-online.md 2.7" },
  RemoveRMSAttachmentEncryption: { kind: "flag", summary: "Removes encryption from attachments.", source: "exchange-online.md 2.7" },
  ApplyHtmlDisclaimerText: { kind: "text", maxLength: 5000, summary: "Adds this HTML text to the message.", source: "exchange-online.md 2.7" },
  ApplyHtmlDisclaimerLocation: { kind: "enum", values: ["Append", "Prepend"], default: "Append", summary: "Where the disclaimer stands.", source: "exchange-online.md 2.7" },
  ApplyHtmlDisclaimerFallbackAction: { kind: "enum", values: ["Wrap", "Ignore", "Reject"], default: "Wrap", summary: "What happens where the disclaimer cannot be added.", source: "exchange-online.md 2.7" },
  PrependSubject: { kind: "text", maxLength: 32, summary: "Puts this text in front of the subject.", source: "exchange-online.md 2.7" },
  SetHeaderName: { kind: "text", maxLength: 64, with: "SetHeaderValue", summary: "The header field to set.", source: "exchange-online.md 2.7" },
  SetHeaderValue: { kind: "text", maxLength: 256, with: "SetHeaderName", summary: "The value of the header field to set.", source: "exchange-online.md 2.7" },
  RemoveHeader: { kind: "text", maxLength: 64, summary: "Removes this header field.", source: "exchange-online.md 2.7" },
  ApplyClassification: { kind: "text", summary: "Stamps this classification.", source: "exchange-online.md 2.7" },
  AddToRecipients: { ...person, summary: "Adds these recipients to To.", source: "exchange-online.md 2.7" },
  CopyTo: { ...person, summary: "Adds these recipients to Cc.", source: "exchange-online.md 2.7" },
  BlindCopyTo: { ...person, summary: "Adds these recipients to Bcc.", source: "exchange-online.md 2.7" },
  GenerateIncidentReport: { kind: "text", summary: "Sends an incident report to this address.", source: "exchange-online.md 2.7" },
  IncidentReportContent: { kind: "enums", values: ["Sender", "Recipients", "Subject", "CC", "BCC", "Severity", "RuleDetections", "FalsePositive", "DataClassifications", "IdMatch", "AttachOriginalMail"], summary: "What the incident report contains.", source: "exchange-online.md 2.7" },
  GenerateNotification: { kind: "text", maxLength: 5120, summary: "Sends the recipient this extra note.", source: "exchange-online.md 2.7" },
  SetAuditSeverity: { kind: "enum", values: ["DoNotAudit", "Low", "Medium", "High"], summary: "The severity in audit reports.", source: "exchange-online.md 2.7" },
  NotifySender: { elsewhere: true, kind: "enum", values: ["NotifyOnly", "RejectMessage", "RejectUnlessFalsePositiveOverride", "RejectUnlessSilentOverride", "RejectUnlessExplicitOverride"], summary: "Tells the sender about a policy (on-premises only).", source: "exchange-online.md 2.7" },
  SenderNotificationType: { elsewhere: true, kind: "enum", values: ["NotifyOnly", "RejectMessage", "RejectUnlessFalsePositiveOverride", "RejectUnlessSilentOverride", "RejectUnlessExplicitOverride"], summary: "How `NotifySender` is printed by `Get-TransportRule`.", source: "exchange-online.md 2.7" },
  StopRuleProcessing: { kind: "flag", summary: "Stops the rules below where this rule matched.", source: "exchange-online.md 2.7" },
  Disconnect: { elsewhere: true, kind: "flag", summary: "Drops the connection (Edge server only).", source: "exchange-online.md 2.7" },
  SmtpRejectMessageRejectText: { elsewhere: true, kind: "text", summary: "Rejects during SMTP with this text (Edge server only).", source: "exchange-online.md 2.7" },
  SmtpRejectMessageRejectStatusCode: { elsewhere: true, kind: "text", summary: "Rejects during SMTP with this code (Edge server only).", source: "exchange-online.md 2.7" },
  LogEventText: { elsewhere: true, kind: "text", summary: "Writes this text to the event log (Edge server only).", source: "exchange-online.md 2.7" },
} as const satisfies Readonly<Record<string, ParameterDefinition>>;

/** How and when a rule acts (exchange-online.md 2.9). */
// biome-ignore format: one parameter, one line
export const settings = {
  Mode: { kind: "enum", values: ["Enforce", "Audit", "AuditAndNotify"], default: "Enforce", summary: "Whether the rule acts or only reports.", source: "exchange-online.md 2.9" },
  ActivationDate: { kind: "date", summary: "The rule acts from this moment on.", source: "exchange-online.md 2.9" },
  ExpiryDate: { kind: "date", summary: "The rule acts until this moment.", source: "exchange-online.md 2.9" },
  RuleErrorAction: { kind: "enum", values: ["Ignore", "Defer"], default: "Ignore", summary: "What happens to the message where the rule cannot be evaluated.", source: "exchange-online.md 2.9" },
  SenderAddressLocation: { kind: "enum", values: ["Header", "Envelope", "HeaderOrEnvelope"], default: "Header", summary: "Which sender address the sender conditions look at.", source: "exchange-online.md 2.2" },
  RecipientAddressType: { kind: "enum", values: ["Resolved", "Original"], default: "Resolved", summary: "Whether recipient conditions look at the primary address or at the one the sender wrote.", source: "exchange-online.md 2.3" },
  RuleSubType: { elsewhere: true, kind: "enum", values: ["None", "Dlp"], default: "None", summary: "Whether the rule belongs to a data loss prevention policy (on-premises only).", source: "exchange-online.md 2.2" },
  DlpPolicy: { elsewhere: true, kind: "text", summary: "The data loss prevention policy the rule belongs to (on-premises only).", source: "exchange-online.md 2.2" },
  UseLegacyRegex: { kind: "flag", newOnly: true, summary: "Patterns use the simple syntax of Exchange 2010.", source: "exchange-online.md 2.6" },
  Comments: { kind: "text", maxLength: 1024, summary: "A comment for administrators.", source: "exchange-online.md 2.10" },
} as const satisfies Readonly<Record<string, ParameterDefinition>>;

/** What `Get-TransportRule` prints besides. None of it can be written (exchange-online.md 1.8). */
// biome-ignore format: a list of names
export const readbackProperties = [
  "Name",
  "Priority",
  "State",
  "Enabled",
  "Guid",
  "Identity",
  "ImmutableId",
  "DistinguishedName",
  "OrganizationId",
  "IsValid",
  "WhenChanged",
  "ObjectState",
  "DlpPolicyId",
  "CreatedBy",
  "LastModifiedBy",
  "ManuallyModified",
  "Description",
  "RuleVersion",
  "Size",
  "Conditions",
  "Exceptions",
  "Actions",
  "IsRuleConfigurationSupported",
  "RuleConfigurationUnsupportedReason",
  "RegexSize",
  "LastModifiedTime",
  "Status",
  "ExchangeVersion",
  "WhenCreated",
  "WhenChangedUTC",
  "WhenCreatedUTC",
  "Id",
  "ObjectCategory",
  "ObjectClass",
  "OriginatingServer",
  "ObjectClassName",
  "ExchangeObjectId",
  "OrganizationalUnitRoot",
  "AdminDisplayName",
] as const;

export type ConditionName = keyof typeof conditions;
export type ExceptionName = `ExceptIf${ConditionName}`;
export type ActionName = keyof typeof actions;
export type SettingName = keyof typeof settings;
export type ParameterName = ConditionName | ExceptionName | ActionName | SettingName;

type ValueOf<Kind extends ParameterKind> = Kind extends "flag"
  ? boolean
  : Kind extends "integer"
    ? number
    : Kind extends "size" | "enum" | "text" | "date"
      ? string
      : readonly string[];

/** The parameters of one rule that are set: names of `New-TransportRule`, values normalised (lists never empty, flags never false). */
export type TransportRuleParameters = {
  readonly [Name in ConditionName]?: ValueOf<(typeof conditions)[Name]["kind"]>;
} & {
  readonly [Name in ConditionName as `ExceptIf${Name}`]?: ValueOf<(typeof conditions)[Name]["kind"]>;
} & {
  readonly [Name in ActionName]?: ValueOf<(typeof actions)[Name]["kind"]>;
} & {
  readonly [Name in SettingName]?: ValueOf<(typeof settings)[Name]["kind"]>;
};

/** A parameter with its name and role: one row of the table. */
export interface Parameter extends ParameterDefinition {
  readonly name: ParameterName;
  readonly role: Exclude<ParameterRole, "readback">;
  /** The condition an exception mirrors. */
  readonly twin?: ConditionName;
}

const rows = <Name extends ParameterName>(
  definitions: Readonly<Record<Name, ParameterDefinition>>,
  role: Parameter["role"],
): readonly Parameter[] =>
  (Object.keys(definitions) as Name[]).map((name) => ({ ...definitions[name], name, role }));

const exceptions: readonly Parameter[] = (Object.keys(conditions) as ConditionName[]).map((twin) => {
  const definition: ParameterDefinition = conditions[twin];
  return {
    ...definition,
    ...(definition.with === undefined ? {} : { with: `ExceptIf${definition.with}` }),
    summary: `Exempts the message where this holds: ${definition.summary.charAt(0).toLowerCase()}${definition.summary.slice(1)}`,
    name: `ExceptIf${twin}`,
    role: "exception",
    twin,
  };
});

/** Every writable parameter in table order: conditions, exceptions, actions, settings. */
export const parameters: readonly Parameter[] = [
  ...rows<ConditionName>(conditions, "condition"),
  ...exceptions,
  ...rows<ActionName>(actions, "action"),
  ...rows<SettingName>(settings, "setting"),
];

/** Actions, and settings of the whole rule, whose effect in the cloud is not known (exchange-online.md 2.2, 2.7). */
export const elsewhere: readonly Parameter[] = parameters.filter((row) => row.elsewhere === true);

const byName: ReadonlyMap<string, Parameter> = new Map(parameters.map((row) => [row.name, row]));

/** The row of a parameter, by its exact cmdlet name. */
export const parameterNamed = (name: string): Parameter | undefined => byName.get(name);

const listKinds: ReadonlySet<ParameterKind> = new Set([
  "words",
  "patterns",
  "domains",
  "recipients",
  "groups",
  "attributeWords",
  "attributePatterns",
  "ipRanges",
  "enums",
  "texts",
]);

/** Whether values of this kind are lists of strings. */
export const isListKind = (kind: ParameterKind): boolean => listKinds.has(kind);
