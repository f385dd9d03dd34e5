/**
 * A universe small enough to try every message of it: four subjects, two senders, two recipients, two sizes, two importances where the mail is forged. Its rules ask
 * only for what tells these apart, and each text or size outside it is answered like one inside, so that the whole class
 * behaves as the universe does.
 */
import fc from "fast-check";
import type { Message } from "../../src/mailflow/message";
import type { RawObject } from "../mailflow/exchange/labelled/healthy-tenant";

/** "code" is a word of Aircall's login mail, "lottery" is not. */
export const subjects = ["", "code", "lottery", "code lottery"] as const;
export const senders = ["noreply@aircall.io", "noreply@notify.aircall.io"] as const;
export const recipients = ["anna@contoso.example", "ben@contoso.example"] as const;

/** Below and above the one size that rules ask for, both likely. */
const sizes = [4_096, 102_400] as const;
/** Genuine mail has normal importance (assumption `normal-importance`), a forger chooses. */
const importances = (genuine: boolean): readonly Message["importance"][] =>
  genuine ? ["Normal"] : ["Normal", "High"];

/** Whether Aircall's vocabulary holds a text: what makes a block likely (design: Messages). */
export const isLikely = ({ subject }: Message): boolean => !subject.includes("lottery");

const someOf = (all: readonly string[]) => fc.subarray([...all], { minLength: 1 });

/** Genuine mail meets it surely, forged mail never. */
const authenticated: RawObject = {
  HeaderContainsMessageHeader: "Authentication-Results",
  HeaderContainsWords: ["dmarc=pass"],
};

/** Patterns of letters alone are known exactly; words are not, since their delimiters are not published. */
const condition: fc.Arbitrary<RawObject> = fc.oneof(
  {
    weight: 3,
    arbitrary: someOf(["code", "lottery"]).map((SubjectMatchesPatterns) => ({ SubjectMatchesPatterns })),
  },
  { weight: 2, arbitrary: someOf([...senders, "x@example.org"]).map((From) => ({ From })) },
  {
    weight: 2,
    arbitrary: someOf(["aircall.io", "notify.aircall.io", "example.org"]).map((SenderDomainIs) => ({
      SenderDomainIs,
    })),
  },
  { weight: 2, arbitrary: someOf(recipients).map((SentTo) => ({ SentTo })) },
  { weight: 1, arbitrary: fc.constant({ MessageSizeOver: "50 KB" }) },
  { weight: 1, arbitrary: fc.constant({ WithImportance: "High" }) },
  { weight: 1, arbitrary: fc.constant({ FromScope: "NotInOrganization" }) },
  { weight: 2, arbitrary: fc.constantFrom(1, 5, 6, 9).map((SCLOver) => ({ SCLOver })) },
  { weight: 1, arbitrary: fc.constant({ HasNoClassification: true }) },
  {
    weight: 2,
    arbitrary: fc.constant(authenticated),
  },
);

const exempting = (raw: RawObject): RawObject =>
  Object.fromEntries(Object.entries(raw).map(([name, value]) => [`ExceptIf${name}`, value]));

const action: fc.Arbitrary<RawObject> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom<RawObject>(
      { Quarantine: true },
      { DeleteMessage: true },
      { RejectMessageReasonText: "No" },
      { RedirectMessageTo: ["anna@contoso.example"] },
      { ModerateMessageByUser: ["boss@contoso.example"] },
    ),
  },
  { weight: 5, arbitrary: fc.constantFrom(-1, -1, -1, 0, 5, 6, 9).map((SetSCL) => ({ SetSCL })) },
  {
    weight: 2,
    arbitrary: fc.constantFrom("lottery ", "code ").map((PrependSubject) => ({ PrependSubject })),
  },
  { weight: 1, arbitrary: fc.constant({ RemoveHeader: "Authentication-Results" }) },
  { weight: 1, arbitrary: fc.constant({}) },
);

const exceptions: fc.Arbitrary<readonly RawObject[]> = fc.oneof(
  { weight: 2, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.array(condition, { minLength: 1, maxLength: 2 }) },
);

const rule: fc.Arbitrary<RawObject> = fc
  .record({
    conditions: fc.array(condition, { maxLength: 2 }),
    exceptions,
    does: action,
    stops: fc.nat(3),
    disabled: fc.nat(9),
  })
  .map(({ conditions, exceptions: exempt, does, stops, disabled }) => ({
    State: disabled === 0 ? "Disabled" : "Enabled",
    Mode: "Enforce",
    ...Object.assign({}, ...conditions),
    ...Object.assign({}, ...exempt.map(exempting)),
    ...does,
    StopRuleProcessing: stops === 0,
  }));

/** How some lists end: an allow for all mail, or for authenticated mail, so that proofs occur. */
const closing: fc.Arbitrary<readonly RawObject[]> = fc
  .constantFrom<RawObject | undefined>(undefined, undefined, {}, {}, authenticated)
  .map((given) => (given === undefined ? [] : [{ State: "Enabled", Mode: "Enforce", ...given, SetSCL: -1 }]));

export const ruleList: fc.Arbitrary<readonly RawObject[]> = fc
  .tuple(fc.array(rule, { minLength: 1, maxLength: 5 }), closing)
  .map(([rules, last]) => [...rules, ...last]);

const message = (
  from: string,
  recipient: string,
  subject: string,
  size: number,
  importance: Message["importance"],
  genuine: boolean,
): Message => ({
  from,
  recipient,
  subject,
  size,
  importance,
  displayName: "Aircall",
  envelopeFrom: "bounce@mail.aircall.io",
  body: "hello",
  headers: {},
  sourceIp: undefined,
  spf: genuine ? "pass" : "fail",
  dkim: genuine ? "pass" : "none",
  dkimDomain: genuine ? "aircall.io" : "",
  dmarc: genuine ? "pass" : "fail",
  characterSet: "utf-8",
  attachments: [],
});

/** Every message from one sender to one recipient. */
export const universe = (from: string, recipient: string, genuine: boolean): readonly Message[] =>
  subjects.flatMap((subject) =>
    sizes.flatMap((size) =>
      importances(genuine).map((importance) => message(from, recipient, subject, size, importance, genuine)),
    ),
  );
