/** Conditions on directory facts of the recipient, and those that hit every recipient of a message. */
import { userMailbox } from "./healthy-tenant";
import { aboveTheAllow, type LabelledTenant, quarantine, type RawObject } from "./labelled-tenant";

const bob = { recipient: "bob@contoso.example" };
const blocked = {
  stage: "transport-rules",
  rule: "Recipients",
  certainty: "certain",
  outcome: "quarantined",
} as const;

/** Bob works in `department`; Anna in Finance. */
const withDepartments = (department: string, conditions: RawObject) =>
  aboveTheAllow(quarantine("Recipients", conditions))
    .with("Get-Recipient", [userMailbox("anna@contoso.example", "Anna Miller", { Department: "Finance" })])
    .withMailbox("bob@contoso.example", "Bob Baker", { Department: department })
    .build();

const withBob = (conditions: RawObject) =>
  aboveTheAllow(quarantine("Recipients", conditions)).withMailbox("bob@contoso.example", "Bob Baker");

export const directoryAttributes: readonly LabelledTenant[] = [
  {
    title: "a rule on the recipient's department blocks that department",
    cites: "exchange-online.md 2.3",
    rows: ["2.3 RecipientADAttributeContainsWords"],
    export: withDepartments("Sales", { RecipientADAttributeContainsWords: ["Department:Sales,Legal"] }),
    verdict: "blocked",
    finding: blocked,
    messages: [
      { message: bob, outcome: "quarantined", why: "he is in Sales" },
      { message: {}, outcome: "inbox", why: "she is in Finance" },
    ],
  },
  {
    title: "a word on the recipient's department is a whole word",
    cites: "exchange-online.md 2.3, 2.6",
    export: withDepartments("Salesforce", { RecipientADAttributeContainsWords: ["Department:Sales"] }),
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "a pattern on the recipient's department is a substring search",
    cites: "exchange-online.md 2.3, 2.6",
    rows: ["2.3 RecipientADAttributeMatchesPatterns"],
    export: withDepartments("Salesforce", { RecipientADAttributeMatchesPatterns: ["Department:sales"] }),
    verdict: "blocked",
    finding: blocked,
    messages: [{ message: {}, outcome: "inbox", why: "Finance does not hold sales" }],
  },
  {
    title: "a rule on a directory attribute that was not read is undecided",
    cites: "exchange-online.md 2.3; design 2",
    export: withBob({ RecipientADAttributeContainsWords: ["Department:Sales"] }).build(),
    verdict: "undecided",
    finding: { stage: "transport-rules", rule: "Recipients", names: "Department" },
    messages: [{ message: {}, outcome: "undecided", why: "her department was not read" }],
  },
  {
    title: "a rule on the manager of the recipient can hold for Aircall mail",
    cites: "exchange-online.md 2.2",
    rows: ["2.2 ManagerAddresses"],
    export: withBob({
      ManagerAddresses: ["boss@contoso.example"],
      ManagerForEvaluatedUser: "Recipient",
    }).build(),
    verdict: "undecided",
    finding: { stage: "transport-rules", rule: "Recipients", names: "Manager" },
  },
  {
    title: "a rule on the manager of the sender never holds for Aircall mail",
    cites: "exchange-online.md 2.1, 2.2",
    rows: ["2.2 ManagerAddresses"],
    export: withBob({
      ManagerAddresses: ["boss@contoso.example"],
      ManagerForEvaluatedUser: "Sender",
    }).build(),
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "a rule on any address in To hits a message to that address",
    cites: "exchange-online.md 2.3, 9.4",
    rows: ["2.3 AnyOfToHeader", "9.4"],
    export: withBob({ AnyOfToHeader: ["bob@contoso.example"] }).build(),
    verdict: "blocked",
    finding: blocked,
    messages: [
      { message: bob, outcome: "quarantined", why: "he is its one recipient" },
      { message: {}, outcome: "inbox", why: "he is not among its recipients" },
    ],
  },
  {
    title: "a rule on members of a group in To or Cc hits a message to a member",
    cites: "exchange-online.md 2.3",
    rows: ["2.3 AnyOfToCcHeaderMemberOf"],
    export: withBob({ AnyOfToCcHeaderMemberOf: ["sales@contoso.example"] })
      .withGroup("sales@contoso.example", ["bob@contoso.example"])
      .build(),
    verdict: "blocked",
    finding: blocked,
    messages: [{ message: {}, outcome: "inbox", why: "she is not a member" }],
  },
  {
    title: "a rule on any recipient address hits a message with one such recipient",
    cites: "exchange-online.md 2.3, 2.6",
    rows: ["2.3 AnyOfRecipientAddressMatchesPatterns"],
    export: withBob({ AnyOfRecipientAddressMatchesPatterns: ["bob@"] }).build(),
    verdict: "blocked",
    finding: blocked,
    messages: [{ message: {}, outcome: "inbox", why: "no recipient is bob" }],
  },
];
