/** Allowed and blocked senders of the anti-spam policy, and which policy applies to whom. */
import type { Outcome } from "../../../../src/mailflow/outcome";
import { contentFilterPolicy, policyRule } from "./healthy-tenant";
import { aircallSenders, allowAircall, type LabelledTenant, type RawObject, tenant } from "./labelled-tenant";

const withDefaultPolicy = (policy: RawObject) =>
  tenant().with("Get-HostedContentFilterPolicy", [contentFilterPolicy(policy)]);

const blocks = (title: string, policy: RawObject, outcome: Outcome): LabelledTenant => ({
  title,
  cites: "exchange-online.md 3.4, 3.5",
  export: withDefaultPolicy(policy).build(),
  verdict: "blocked",
  narrowness: "no-bypass",
  finding: { stage: "anti-spam", certainty: "certain", outcome },
});

/** The default policy, and a custom one named "Custom"; `filter` binds the custom one to recipients. */
const withCustomPolicy = (fallback: RawObject, custom: RawObject, filter: RawObject) =>
  tenant()
    .with("Get-HostedContentFilterPolicy", [
      contentFilterPolicy(fallback),
      contentFilterPolicy({ Name: "Custom", Identity: "Custom", IsDefault: false, ...custom }),
    ])
    .with("Get-HostedContentFilterRule", [
      policyRule("Custom", 0, { HostedContentFilterPolicy: "Custom", ...filter }),
    ]);

const allowed = { AllowedSenders: aircallSenders };
const everybody = { RecipientDomainIs: ["contoso.example"] };
const classifierDecides = { verdict: "not-guaranteed", finding: { stage: "anti-spam" } } as const;

export const listsAndPresets: readonly LabelledTenant[] = [
  {
    title: "who wins where a rule allows what the policy blocks is not published",
    cites: "exchange-online.md 3.4, 7.4",
    export: withDefaultPolicy({ BlockedSenders: ["team@aircall.io"] })
      .withRule(allowAircall())
      .build(),
    verdict: "undecided",
    finding: { stage: "anti-spam" },
  },
  {
    title: "who wins where the policy allows and blocks the same sender is not published",
    cites: "exchange-online.md 3.4",
    export: withDefaultPolicy({ ...allowed, BlockedSenders: ["team@aircall.io"] }).build(),
    verdict: "undecided",
    finding: { stage: "anti-spam" },
  },
  {
    title: "the five senders on the allowed list prove delivery and let forged mail pass",
    cites: "exchange-online.md 3.4, 5",
    export: withDefaultPolicy(allowed).build(),
    verdict: "proven",
    narrowness: "too-wide",
    messages: [{ message: {}, outcome: "inbox", why: "an allowed sender" }],
  },
  {
    title: "allowed senders printed as nested objects are the same addresses",
    cites: "exchange-online.md 1.4, 3.4; design 7",
    export: withDefaultPolicy({
      AllowedSenders: aircallSenders.map((address) => ({
        Sender: {
          Address: address,
          Local: address.split("@")[0],
          Domain: address.split("@")[1],
          IsValidAddress: true,
        },
      })),
    }).build(),
    verdict: "proven",
    narrowness: "too-wide",
  },
  {
    title: "both domains on the allowed list prove delivery and let forged mail pass",
    cites: "exchange-online.md 3.4, 5, 7.2",
    export: withDefaultPolicy({ AllowedSenderDomains: ["aircall.io", "notify.aircall.io"] }).build(),
    verdict: "proven",
    narrowness: "too-wide",
  },
  {
    title: "four of the five senders on the allowed list leave the fifth to the classifier",
    cites: "exchange-online.md 3.4; aircall.md 1.3",
    export: withDefaultPolicy({ AllowedSenders: aircallSenders.slice(1) }).build(),
    ...classifierDecides,
    narrowness: "too-wide",
  },
  blocks("a blocked sender's clean mail goes to Junk", { BlockedSenders: ["noreply@aircall.io"] }, "junk"),
  blocks(
    "a blocked domain goes to Junk though its mail is clean",
    { BlockedSenderDomains: ["aircall.io"] },
    "junk",
  ),
  blocks(
    "a blocked subdomain blocks the invitations",
    { BlockedSenderDomains: ["notify.aircall.io"], SpamAction: "Quarantine" },
    "quarantined",
  ),
  blocks(
    "a blocked sender is deleted where the spam action deletes",
    { BlockedSenders: ["team@aircall.io"], SpamAction: "Delete" },
    "deleted",
  ),
  {
    title: "a blocked sender that is not Aircall's dismisses the list",
    cites: "exchange-online.md 3.4",
    export: withDefaultPolicy({ BlockedSenders: ["spam@bulk.example"], BlockedSenderDomains: ["call.io"] })
      .withRule(allowAircall())
      .build(),
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "a custom policy bound to the domain applies its allowed list to everybody in it",
    cites: "exchange-online.md 3.3",
    export: withCustomPolicy({}, allowed, everybody).build(),
    verdict: "proven",
    narrowness: "too-wide",
  },
  {
    title: "the default policy's allowed list is not merged into a custom policy",
    cites: "exchange-online.md 3.3, 9.9",
    rows: ["3.3 nothing merged", "3.3 default last", "9.9"],
    export: withCustomPolicy(allowed, {}, everybody).build(),
    ...classifierDecides,
  },
  {
    title: "a custom policy for one user leaves the others with the default policy",
    cites: "exchange-online.md 3.3",
    export: withCustomPolicy({}, allowed, { SentTo: ["bob@contoso.example"] })
      .withMailbox("bob@contoso.example", "Bob Baker")
      .build(),
    ...classifierDecides,
    narrowness: "too-wide",
    messages: [{ message: { recipient: "bob@contoso.example" }, outcome: "inbox", why: "his policy allows" }],
  },
  {
    title: "a custom policy that blocks one user's group blocks its members",
    cites: "exchange-online.md 3.3, 3.4",
    export: withCustomPolicy(
      allowed,
      { BlockedSenderDomains: ["aircall.io"] },
      { SentToMemberOf: ["sales@contoso.example"] },
    )
      .withMailbox("bob@contoso.example", "Bob Baker")
      .withGroup("sales@contoso.example", ["bob@contoso.example"])
      .build(),
    verdict: "blocked",
    finding: { stage: "anti-spam", certainty: "certain", outcome: "junk" },
    messages: [
      { message: { recipient: "bob@contoso.example" }, outcome: "junk", why: "a member" },
      { message: {}, outcome: "inbox", why: "the default policy allows" },
    ],
  },
  {
    title: "different kinds in a policy's recipient filter must all hold",
    cites: "exchange-online.md 3.3, 9.9",
    rows: ["3.3 kinds AND", "9.9"],
    export: withCustomPolicy(
      allowed,
      { BlockedSenderDomains: ["aircall.io"] },
      { SentTo: ["anna@contoso.example"], RecipientDomainIs: ["fabrikam.example"] },
    ).build(),
    verdict: "proven",
    narrowness: "too-wide",
    messages: [{ message: {}, outcome: "inbox", why: "she is named, but her domain is another" }],
  },
  {
    title: "an exception in a policy's recipient filter takes the user out of it",
    cites: "exchange-online.md 3.3",
    rows: ["3.3 exceptions OR"],
    export: withCustomPolicy({}, allowed, { ...everybody, ExceptIfSentTo: ["anna@contoso.example"] }).build(),
    ...classifierDecides,
  },
  {
    title: "a disabled custom rule falls through to the default policy",
    cites: "exchange-online.md 3.3",
    rows: ["3.3 disabled rule"],
    export: withCustomPolicy(
      allowed,
      { BlockedSenderDomains: ["aircall.io"] },
      { ...everybody, State: "Disabled" },
    ).build(),
    verdict: "proven",
    narrowness: "too-wide",
  },
  {
    title: "a custom policy that no rule binds applies to nobody",
    cites: "exchange-online.md 3.3",
    export: withCustomPolicy(allowed, { BlockedSenderDomains: ["aircall.io"] }, everybody)
      .with("Get-HostedContentFilterRule", [])
      .build(),
    verdict: "proven",
    narrowness: "too-wide",
  },
  {
    title: "of two custom policies only the first that includes the user applies",
    cites: "exchange-online.md 3.3",
    rows: ["3.3 custom by priority"],
    export: tenant()
      .with("Get-HostedContentFilterPolicy", [
        contentFilterPolicy(),
        contentFilterPolicy({ Name: "First", Identity: "First", IsDefault: false }),
        contentFilterPolicy({ Name: "Second", Identity: "Second", IsDefault: false, ...allowed }),
      ])
      .with("Get-HostedContentFilterRule", [
        policyRule("Second", 1, { HostedContentFilterPolicy: "Second", ...everybody }),
        policyRule("First", 0, { HostedContentFilterPolicy: "First", ...everybody }),
      ])
      .build(),
    ...classifierDecides,
  },
];
