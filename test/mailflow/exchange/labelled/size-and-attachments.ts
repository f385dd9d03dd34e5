/** Conditions on size, attachments and other properties of the message as a whole. */
import { malwareFilterPolicy } from "./healthy-tenant";
import {
  aboveTheAllow,
  allowAircall,
  fromOutside,
  type LabelledTenant,
  quarantine,
  type RawObject,
  tenant,
} from "./labelled-tenant";
import type { ReferenceRow } from "./reference-rows";

const dismissed = (
  title: string,
  rows: readonly ReferenceRow[],
  conditions: RawObject,
  cites = "exchange-online.md 2.4",
): LabelledTenant => ({
  title,
  cites,
  rows,
  export: aboveTheAllow(quarantine("Property", conditions)).build(),
  verdict: "proven",
  narrowness: "narrow",
});

const certain = (
  title: string,
  rows: readonly ReferenceRow[],
  conditions: RawObject,
  cites = "exchange-online.md 2.4",
): LabelledTenant => ({
  title,
  cites,
  rows,
  export: aboveTheAllow(quarantine("Property", conditions)).build(),
  verdict: "blocked",
  finding: { stage: "transport-rules", rule: "Property", certainty: "certain", outcome: "quarantined" },
});

export const sizeAndAttachments: readonly LabelledTenant[] = [
  {
    ...certain("a size limit of one kilobyte is below every mail", ["2.4 MessageSizeOver"], {
      MessageSizeOver: "1000 B (1,000 bytes)",
    }),
    messages: [{ message: {}, outcome: "quarantined", why: "24 KB is more" }],
  },
  {
    ...dismissed("a size limit of five megabytes is above every Aircall mail", ["2.4 MessageSizeOver"], {
      MessageSizeOver: "5 MB (5,242,880 bytes)",
    }),
    messages: [
      { message: {}, outcome: "inbox", why: "24 KB is less" },
      { message: { size: 6_000_000 }, outcome: "quarantined", why: "the bytes in the brackets count" },
    ],
  },
  dismissed("an attachment limit is never met by inline images of a small mail", ["2.4 AttachmentSizeOver"], {
    AttachmentSizeOver: "5 MB (5,242,880 bytes)",
  }),
  {
    ...dismissed(
      "a rule on attachment extensions dismisses a mail without attachments",
      ["2.4 AttachmentExtensionMatchesWords"],
      {
        AttachmentExtensionMatchesWords: ["exe", "zip", "docm"],
      },
    ),
    messages: [
      { message: {}, outcome: "inbox", why: "nothing is attached" },
      {
        message: { attachments: [{ name: "invoice.zip", size: 900, inline: false }] },
        outcome: "quarantined",
        why: "not a mail of the class, but the rule holds",
      },
    ],
  },
  dismissed(
    "a rule on attachment names dismisses a mail without attachments",
    ["2.4 AttachmentNameMatchesPatterns"],
    {
      AttachmentNameMatchesPatterns: ["\\.docm"],
    },
  ),
  dismissed(
    "a rule on executable content dismisses a mail without attachments",
    ["2.4 AttachmentHasExecutableContent"],
    {
      AttachmentHasExecutableContent: true,
    },
  ),
  dismissed(
    "a rule on password-protected attachments dismisses a mail without attachments",
    ["2.4 AttachmentIsPasswordProtected"],
    {
      AttachmentIsPasswordProtected: true,
    },
  ),
  dismissed(
    "a rule on the text of attachments dismisses a mail without attachments",
    ["2.4 AttachmentContainsWords"],
    {
      AttachmentContainsWords: ["code", "password"],
    },
  ),
  dismissed("a rule on high importance dismisses mail of normal importance", ["2.4 WithImportance"], {
    WithImportance: "High",
  }),
  certain("a rule on normal importance reaches all Aircall mail", ["2.4 WithImportance"], {
    WithImportance: "Normal",
  }),
  certain(
    "a rule on mail without classification reaches all ordinary Internet mail",
    ["2.4 HasNoClassification"],
    {
      HasNoClassification: true,
    },
  ),
  dismissed("a rule on a classification dismisses Internet mail, which has none", ["2.4 HasClassification"], {
    HasClassification: "Contoso Confidential",
  }),
  certain(
    "a flag that prints as false is not set and narrows nothing",
    ["9.15"],
    {
      ...fromOutside,
      HasNoClassification: false,
      AttachmentHasExecutableContent: false,
      AttachmentIsPasswordProtected: false,
      SubjectContainsWords: [],
      SenderDomainIs: null,
    },
    "exchange-online.md 1.8, 9.15",
  ),
  dismissed(
    "a rule on foreign character sets does not catch utf-8",
    ["2.4 ContentCharacterSetContainsWords"],
    {
      ContentCharacterSetContainsWords: ["koi8-r", "gb2312"],
    },
  ),
  {
    title: "a rule on the character set utf-8 catches Aircall mail",
    cites: "exchange-online.md 2.4",
    export: aboveTheAllow(quarantine("Charset", { ContentCharacterSetContainsWords: ["utf-8"] })).build(),
    verdict: "blocked",
    finding: { stage: "transport-rules", rule: "Charset", outcome: "quarantined" },
    messages: [{ message: {}, outcome: "quarantined", why: "the body is utf-8" }],
  },
  dismissed("a rule on encrypted mail dismisses Aircall mail", ["2.4 MessageTypeMatches"], {
    MessageTypeMatches: "Encrypted",
  }),
  dismissed("a rule on calendar messages dismisses Aircall mail", [], { MessageTypeMatches: "Calendaring" }),
  {
    title: "the common attachments filter finds nothing in a mail without attachments",
    cites: "exchange-online.md 3.1, 3.4",
    export: tenant()
      .withRule(allowAircall())
      .with("Get-MalwareFilterPolicy", [
        malwareFilterPolicy({ EnableFileFilter: true, FileTypes: ["ace", "exe", "iso", "jar", "vbs"] }),
      ])
      .build(),
    verdict: "proven",
    narrowness: "narrow",
  },
];
