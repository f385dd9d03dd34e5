/** Deliberate faults of the decider: each is one a hurried change could make, and one that gives wrong verdicts. */

export interface Mutation {
  /** What is wrong with the decider then. */
  readonly fault: string;
  /** File under `src/mailflow`. */
  readonly file: string;
  /** Text that stands in the file exactly once. */
  readonly text: string;
  readonly replacement: string;
  /** Test files under `test`, each of which must notice. */
  readonly noticedBy: readonly string[];
}

const labelled = "mailflow/exchange/labelled/labelled.test.ts";
const unsureAllow = "mailflow/exchange/transport-rules/unsure-allow.test.ts";
const joinedGroups = "mailflow/exchange/transport-rules/joined-groups.test.ts";
const branches = "mailflow/exchange/transport-rules/branches.test.ts";
const keptRegions = "mailflow/exchange/transport-rules/kept-regions.test.ts";
const sharedStarts = "mailflow/exchange/transport-rules/shared-starts.test.ts";
const senderKey = "mailflow/exchange/transport-rules/sender-key.test.ts";
const gathered = "mailflow/gathered-findings.test.ts";
const vocabulary = "mailflow/language/vocabulary.test.ts";
const language = "mailflow/language/language.test.ts";
const literals = "mailflow/language/literals.test.ts";
const agreement = "properties/agreement.test.ts";
const exhaustive = "properties/exhaustive.test.ts";
const metamorphic = "properties/metamorphic.test.ts";
const strings = "oracle/strings.test.ts";
const configurations = "oracle/configurations.test.ts";

export const mutations: readonly Mutation[] = [
  {
    fault: "an underscore surely delimits a word",
    file: "language/words.ts",
    text: `const sureDelimiter = "[ `,
    replacement: `const sureDelimiter = "[_ `,
    noticedBy: [language, strings],
  },
  {
    fault: "an underscore never delimits a word",
    file: "language/words.ts",
    text: `const possibleDelimiter = "[^0-9A-Za-z]";`,
    replacement: `const possibleDelimiter = "[^0-9A-Za-z_]";`,
    noticedBy: [language, strings],
  },
  {
    fault: "an assertion that is not understood is taken to hold",
    file: "language/pattern.ts",
    text: `return side === "surely" ? "[]" : "";`,
    replacement: `return "";`,
    noticedBy: [language, strings],
  },
  {
    fault: "a negated class surely leaves every character beyond ASCII",
    file: "language/pattern.ts",
    text: `\${node.elements.some(isEscapeSet) ? beyondAscii : ""}`,
    replacement: "",
    noticedBy: [language, strings],
  },
  {
    fault: "the complement of a language is the language",
    file: "language/language.ts",
    text: "determined.complement(factory);",
    replacement: "",
    noticedBy: [labelled, exhaustive, strings],
  },
  {
    fault: "a condition does not see the prefix an earlier rule put before the subject",
    file: "language/prefix.ts",
    text: "const folded = fold(prefix);",
    replacement: `const folded = fold(prefix.slice(prefix.length));`,
    noticedBy: [language, exhaustive, strings],
  },
  {
    fault: "exceptions that depend on the message are forgotten",
    file: "exchange/transport-rules/atom.ts",
    text: `exceptions: exceptions.filter((atom) => atom.kind === "test")`,
    replacement: "exceptions: []",
    noticedBy: [labelled, agreement, exhaustive, configurations],
  },
  {
    fault: "a bypass counts where its rule only possibly matches",
    file: "exchange/transport-rules/visit-rule.ts",
    text: "const unmatched = walking.ask.narrow(branch.region, constraint(rule.name, match, false));",
    replacement:
      "const unmatched = match.clauses.flat().some(({ bounds }) => bounds.because !== undefined) ? undefined : walking.ask.narrow(branch.region, constraint(rule.name, match, false));",
    noticedBy: [unsureAllow, configurations],
  },
  {
    fault: "a block is certain where one of its conditions always holds",
    file: "exchange/transport-rules/region.ts",
    text: "region.every(",
    replacement: "region.some(",
    noticedBy: [labelled, configurations],
  },
  {
    fault: "a stop does not stop",
    file: "exchange/transport-rules/visit-rule.ts",
    text: "if (!prepared.stops) {",
    replacement: "if (prepared.rule !== undefined) {",
    noticedBy: [labelled, exhaustive, configurations],
  },
  {
    fault: "a rule that only reports acts",
    file: "exchange/transport-rules/prepared-rule.ts",
    text: `(parameters.Mode ?? "Enforce") !== "Enforce"`,
    replacement: `parameters.Mode === "none"`,
    noticedBy: [labelled, agreement],
  },
  {
    fault: "messages that a rule does not match are lost from sight",
    file: "exchange/transport-rules/visit-rule.ts",
    text: "if (unmatched !== undefined) rest.push({ ...branch, region: unmatched });",
    replacement: "",
    noticedBy: [labelled, agreement, exhaustive, configurations],
  },
  {
    fault: "after a rule that destroys some mail nothing arrives any more",
    file: "exchange/transport-rules/visit-rule.ts",
    text: "if (!isSome(walking, prepared, visited, false)) walking.destroyedBy",
    replacement: "walking.destroyedBy",
    noticedBy: [labelled, exhaustive],
  },
  {
    fault: "the first spam confidence level wins, not the last",
    file: "exchange/transport-rules/effect.ts",
    text: "scl: SetSCL ?? state.scl,",
    replacement: "scl: state.scl ?? SetSCL,",
    noticedBy: [labelled, agreement, exhaustive, configurations],
  },
  {
    fault: "a header that an earlier rule removed is still seen",
    file: "exchange/transport-rules/effect.ts",
    text: "{ [RemoveHeader.toLowerCase()]: null }",
    replacement: "{}",
    noticedBy: [labelled, exhaustive],
  },
  {
    fault: "SCLOver asks for more than the level, not for at least the level",
    file: "exchange/transport-rules/conditions.ts",
    text: "constant(around.state.scl >= value)",
    replacement: "constant(around.state.scl > value)",
    noticedBy: [labelled],
  },
  {
    fault: "a pattern in a syntax outside the model is read as any other",
    file: "exchange/transport-rules/conditions.ts",
    text: `onSender(around, patterns(value, around), `,
    replacement: `onSender(around, patterns(value, { ...around, parameters: {} }), `,
    noticedBy: [unsureAllow],
  },
  {
    fault: "SenderDomainIs does not cover subdomains",
    file: "exchange/transport-rules/people.ts",
    text: "`[^]*@(?:[^@]*\\\\.)?(?:",
    replacement: "`[^]*@(?:",
    noticedBy: [labelled, exhaustive],
  },
  {
    fault: "a rule acts after its expiry date",
    file: "exchange/transport-rules/match.ts",
    text: "return ExpiryDate === undefined || asOf <= new Date(ExpiryDate);",
    replacement: "return true;",
    noticedBy: [labelled],
  },
  {
    fault: "a disabled rule acts",
    file: "exchange/transport-rules/match.ts",
    text: "if (!enabled) return false;",
    replacement: "",
    noticedBy: [labelled, metamorphic],
  },
  {
    fault: "rules are walked in the order of the export, not of their priorities",
    file: "moment.ts",
    text: ".sort((left, right) => left.priority - right.priority)",
    replacement: "",
    noticedBy: [labelled],
  },
  {
    fault: "recipients that a rule tells apart are decided as one",
    file: "recipients.ts",
    text: "[keyOfRules(recipient), ",
    replacement: "[",
    noticedBy: [labelled, exhaustive],
  },
  {
    fault: "of two groups of messages in the same state, the one that holds the other is dropped",
    file: "exchange/transport-rules/branch.ts",
    text: "holdsAllOf(region, shorter.region)",
    replacement: "holdsAllOf(shorter.region, region)",
    noticedBy: [joinedGroups],
  },
  {
    fault: "a part of the messages is taken for all in the same state",
    file: "exchange/transport-rules/branch.ts",
    text: "other.every((one) => one === missing || (one !== dropped && region.includes(one)))",
    replacement: "other.length > 0",
    noticedBy: [branches],
  },
  {
    fault: "what was known of messages in a state is left with them when more come in",
    file: "exchange/transport-rules/branch.ts",
    text: "  idled.delete(branches);\n",
    replacement: "",
    noticedBy: [branches],
  },
  {
    fault: "senders are told apart by conditions on the sender alone, not by the headers that rules read",
    file: "exchange/transport-rules/shared-walks.ts",
    text: "new Set<Field>(headers)",
    replacement: "new Set<Field>()",
    noticedBy: [senderKey],
  },
  {
    fault: "a walk begins below a rule that matches its recipient",
    file: "exchange/transport-rules/shared-starts.ts",
    text: `if (rule !== undefined && matchesOf(rule, around, states) !== "never") break;`,
    replacement: "",
    noticedBy: [sharedStarts],
  },
  {
    fault: "a walk that met its recipient's own rule is kept for the others",
    file: "exchange/transport-rules/walk.ts",
    text: "if (isMatched && starts.looksAtRecipient(place)) isShared = false;",
    replacement: "",
    noticedBy: [sharedStarts],
  },
  {
    fault: "a piece of the vocabulary leads from its first place only",
    file: "language/vocabulary.ts",
    text: "for (const name of from) for",
    replacement: "for (const name of from.slice(0, 1)) for",
    noticedBy: [vocabulary],
  },
  {
    fault: "an issue that was noted before concerns no further recipients",
    file: "gathered-findings.ts",
    text: "known.classes.add(recipients);",
    replacement: "known;",
    noticedBy: [gathered],
  },
  {
    fault: "a message that an open test may exclude is taken for one in the region",
    file: "exchange/transport-rules/example.ts",
    text: "return before === undefined || before === holds;",
    replacement: "return true;",
    noticedBy: [keptRegions],
  },
  {
    fault: "a literal is looked for at the beginning of texts only",
    file: "language/literals.ts",
    text: "statesAfter(states, formsOf(letter), all)",
    replacement: "statesAfter(states, formsOf(letter))",
    noticedBy: [literals],
  },
  {
    fault: "an allow of the anti-spam policy wins over its own block",
    file: "exchange/anti-spam.ts",
    text: `if (blocked.kind !== "absent")`,
    replacement: "if (false)",
    noticedBy: [labelled],
  },
  {
    fault: "the first preset counts whether it is enabled or not",
    file: "exchange/policy-selection.ts",
    text: "if (!preset.enabled) continue;",
    replacement: "",
    noticedBy: [labelled],
  },
  {
    fault: "an allow entry of the tenant's list never lapses",
    file: "exchange/tenant-allow-block-list.ts",
    text: "lapse !== undefined &&\n      asOf < lapse &&",
    replacement: "",
    noticedBy: [labelled],
  },
  {
    fault: "a block entry of the tenant's list is not looked for in the envelope",
    file: "exchange/tenant-allow-block-list.ts",
    text: `smallestMember([...messages.values("envelopeFrom"), covered(value)]) === undefined`,
    replacement: "true",
    noticedBy: [labelled],
  },
  {
    fault: "a lock to addresses is met by everybody",
    file: "exchange/connectors.ts",
    text: "...(connector.restrictDomainsToIpAddresses ? [byAddress(connector, facts)] : []),",
    replacement: "",
    noticedBy: [labelled],
  },
  {
    fault: "an allow lifts impersonation protection",
    file: "exchange/decide.ts",
    text: "...decideImpersonation(tenant, sender, recipient),",
    replacement: "...(allowedBy.size > 0 ? [] : decideImpersonation(tenant, sender, recipient)),",
    noticedBy: [labelled],
  },
  {
    fault: "a mailbox that is exactly full receives",
    file: "exchange/mailbox/quota.ts",
    text: "used >= limit",
    replacement: "used > limit",
    noticedBy: [labelled],
  },
  {
    fault: "a user's blocked sender yields to an allow of the organisation",
    file: "exchange/mailbox/junk-email.ts",
    text: `return wins ? [junked("junk-sender-blocked", blocked.entry)] : [];`,
    replacement: "return [];",
    noticedBy: [labelled],
  },
  {
    fault: "an inbox rule that stops does not keep the rules below it from acting",
    file: "exchange/mailbox/inbox-rules.ts",
    text: "if (rule.stopProcessingRules) above.push({ rule: rule.name, match, matched: false });",
    replacement: "",
    noticedBy: [labelled],
  },
  {
    fault: "mail behind a gateway counts as authenticated",
    file: "delivery.ts",
    text: `route.kind === "direct" || route.enhancedFiltering`,
    replacement: "true",
    noticedBy: [labelled],
  },
];
