/** Parts of rules that the metamorphic laws put into random rules. */
import { aircallSenders } from "../../src/mailflow/aircall";
import type { RawObject } from "../mailflow/exchange/labelled/healthy-tenant";

/** A rule without what might save a message: stamps, edits and stops. */
export const noEdits: RawObject = {
  SetSCL: null,
  StopRuleProcessing: false,
  PrependSubject: null,
  RemoveHeader: null,
  SetHeaderName: null,
  SetHeaderValue: null,
};

/** Conditions with several values, of every kind of list. */
export const valueLists: readonly (readonly [string, readonly string[]])[] = [
  ["SubjectContainsWords", ["code", "login", "lottery", "io"]],
  ["SubjectOrBodyContainsWords", ["code", "lottery"]],
  ["SubjectMatchesPatterns", ["\\d{6}", "\\bcode\\b", "c.de"]],
  ["FromAddressContainsWords", ["io", "team", "external"]],
  ["From", [...aircallSenders]],
  ["SenderDomainIs", ["notify.aircall.io", "example.org"]],
  ["SentTo", ["anna@contoso.example", "ben@contoso.example"]],
];

/** What does to a message twice what it does once. */
export const repeatableActions: readonly RawObject[] = [
  { Quarantine: true },
  { SetSCL: -1 },
  { SetSCL: 9 },
  { SetSCL: -1, StopRuleProcessing: true },
  { StopRuleProcessing: true },
  { SetHeaderName: "X-Marker", SetHeaderValue: "code pass" },
];

const [firstSender, ...otherSenders] = aircallSenders;

/** An exception, and the condition that holds where it does not, for mail of Aircall's senders to the two mailboxes. */
export const complements: readonly (readonly [exception: RawObject, condition: RawObject])[] = [
  [{ ExceptIfSentTo: ["anna@contoso.example"] }, { SentTo: ["ben@contoso.example"] }],
  [{ ExceptIfFrom: [firstSender] }, { From: otherSenders }],
  [
    { ExceptIfSenderDomainIs: ["notify.aircall.io"] },
    { From: aircallSenders.filter((sender) => !sender.endsWith("@notify.aircall.io")) },
  ],
  [{ ExceptIfFromScope: "InOrganization" }, { FromScope: "NotInOrganization" }],
  [{ ExceptIfFromScope: "NotInOrganization" }, { FromScope: "InOrganization" }],
  [{ ExceptIfSubjectMatchesPatterns: ["x"] }, { SubjectMatchesPatterns: ["\\A[^x]*\\z"] }],
  [{ ExceptIfSubjectMatchesPatterns: ["\\A[^x]*\\z"] }, { SubjectMatchesPatterns: ["x"] }],
];

/** Unsets the parameters of a part, as conditions and as exceptions, so that the part stands alone. */
export const without = (part: RawObject): RawObject =>
  Object.fromEntries(
    Object.keys(part).flatMap((name) => {
      const plain = name.replace(/^ExceptIf/u, "");
      return [
        [plain, null],
        [`ExceptIf${plain}`, null],
      ];
    }),
  );
