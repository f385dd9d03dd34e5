/** Conditions on subject and body: how plausible the text is ranks the block, whole word or substring decides it. */
import { belowTheAllow, type LabelledTenant, quarantine, type RawObject } from "./labelled-tenant";
import type { ReferenceRow } from "./reference-rows";

const exported = (name: string, conditions: RawObject) => belowTheAllow(quarantine(name, conditions)).build();

const plausible = (
  title: string,
  rows: readonly ReferenceRow[],
  conditions: RawObject,
  cites = "exchange-online.md 2.4, 2.5, 2.6",
): LabelledTenant => ({
  title,
  cites,
  rows,
  export: exported("Content", conditions),
  verdict: "blocked",
  finding: { stage: "transport-rules", rule: "Content", certainty: "likely", outcome: "quarantined" },
});

const implausible = (
  title: string,
  rows: readonly ReferenceRow[],
  conditions: RawObject,
  cites = "exchange-online.md 2.4, 2.6",
): LabelledTenant => ({
  title,
  cites,
  rows,
  export: exported("Content", conditions),
  verdict: "not-guaranteed",
  finding: {
    stage: "transport-rules",
    rule: "Content",
    certainty: "content-dependent",
    outcome: "quarantined",
  },
});

const subject = (text: string) => ({ subject: text, body: "<p>Hello Anna</p>" });

export const subjectAndBody: readonly LabelledTenant[] = [
  {
    ...plausible(
      "a subject with the word code is what a login mail has",
      ["2.4 SubjectContainsWords", "2.5 plausible words", "2.6 Word case"],
      { SubjectContainsWords: ["code"] },
    ),
    messages: [
      { message: {}, outcome: "quarantined", why: "the subject holds the word" },
      { message: subject("Your CODE: 483920"), outcome: "quarantined", why: "case does not matter" },
      { message: subject("Barcodes and codes"), outcome: "inbox", why: "code is not a whole word here" },
    ],
  },
  {
    ...implausible("a part of a word is not the word", ["2.4 SubjectContainsWords", "2.6 Word whole"], {
      SubjectContainsWords: ["verif"],
    }),
    messages: [
      { message: {}, outcome: "inbox", why: "verification is another word than verif" },
      { message: subject("Please verif this"), outcome: "quarantined", why: "here it is a whole word" },
    ],
  },
  plausible(
    "a pattern finds its text inside a word",
    ["2.4 SubjectMatchesPatterns", "2.6 Pattern unanchored"],
    { SubjectMatchesPatterns: ["verif"] },
    "exchange-online.md 2.4, 2.5, 2.6",
  ),
  {
    ...implausible("an asterisk in a word is an asterisk", ["2.6 Word wildcard"], {
      SubjectContainsWords: ["verif*"],
    }),
    messages: [{ message: {}, outcome: "inbox", why: "words know no wildcards" }],
  },
  plausible("a phrase of plausible words is plausible", ["2.6 Word phrase"], {
    SubjectContainsWords: ["verification code"],
  }),
  plausible(
    "a French phrase counts as well as an English one",
    ["2.4 SubjectOrBodyContainsWords", "2.5 plausible words"],
    {
      SubjectOrBodyContainsWords: ["mot de passe"],
    },
  ),
  plausible("a Spanish word with an accent counts", [], { SubjectOrBodyContainsWords: ["contraseña"] }),
  plausible("a German word counts", [], { SubjectOrBodyContainsWords: ["Passwort"] }),
  plausible("the word unsubscribe of Microsoft's bulk sample is plausible in a footer", [], {
    SubjectOrBodyContainsWords: ["unsubscribe"],
  }),
  {
    ...plausible("the word invitation is plausible in an invitation", [], {
      SubjectOrBodyContainsWords: ["invitation"],
    }),
    messages: [
      { message: subject("Your Aircall invitation"), outcome: "quarantined", why: "it is in the subject" },
      {
        message: { subject: "Welcome", body: "<p>Accept the invitation</p>" },
        outcome: "quarantined",
        why: "it is in the body",
      },
      { message: {}, outcome: "inbox", why: "it is in neither" },
    ],
  },
  {
    ...plausible(
      "six digits in a subject are what a code mail may show",
      ["2.4 SubjectMatchesPatterns", "2.5 six digits"],
      {
        SubjectMatchesPatterns: ["\\d{6}"],
      },
    ),
    messages: [
      { message: {}, outcome: "quarantined", why: "the subject shows the code" },
      { message: subject("Your verification code"), outcome: "inbox", why: "no digits in the subject" },
    ],
  },
  plausible(
    "a body pattern sees the image tag of the HTML source",
    ["2.4 SubjectOrBodyMatchesPatterns"],
    { SubjectOrBodyMatchesPatterns: ["<img[^>]+src"] },
    "exchange-online.md 2.1, 2.4, 2.5",
  ),
  plausible(
    "a body pattern sees the closing tag of a link",
    ["2.4 SubjectOrBodyMatchesPatterns", "2.5 link patterns"],
    { SubjectOrBodyMatchesPatterns: ["</a>"] },
    "exchange-online.md 2.1, 2.4, 2.5",
  ),
  implausible(
    "a word that Aircall is unlikely to write is not a likely block",
    [],
    { SubjectOrBodyContainsWords: ["lottery"] },
    "exchange-online.md 2.5; design 2",
  ),
  plausible(
    "one plausible word among the values of a condition is enough",
    [],
    { SubjectContainsWords: ["lottery", "casino", "login"] },
    "exchange-online.md 2.1, 2.5",
  ),
  implausible(
    "two conditions are as implausible as the less plausible of them",
    [],
    { SubjectContainsWords: ["code"], SubjectOrBodyContainsWords: ["lottery"] },
    "exchange-online.md 2.1",
  ),
  {
    title: "a content condition with a sender domain that is not Aircall's is dismissed",
    cites: "exchange-online.md 2.1, 2.5",
    rows: ["2.5 known false"],
    export: exported("Bank", { SubjectContainsWords: ["code"], SenderDomainIs: ["bank.example"] }),
    verdict: "proven",
    narrowness: "narrow",
    messages: [{ message: {}, outcome: "inbox", why: "the sender is not the bank" }],
  },
];
