/** Set conditions and actions outside the model: undecided by name, dismissed where a known condition is false. */
import {
  aboveTheAllow,
  fromOutside,
  type LabelledTenant,
  quarantine,
  type RawObject,
} from "./labelled-tenant";
import type { ReferenceRow } from "./reference-rows";

const unknownSetting = (
  title: string,
  rows: readonly ReferenceRow[],
  raw: RawObject,
  names: string,
  cites: string,
): LabelledTenant => ({
  title,
  cites,
  rows,
  export: aboveTheAllow({ Name: "Odd", ...fromOutside, ...raw }).build(),
  verdict: "undecided",
  finding: { stage: "transport-rules", rule: "Odd", names },
});

const otherSender = { SenderDomainIs: ["partner.example"] };
const dismissed = (title: string, raw: RawObject, cites: string): LabelledTenant => ({
  title,
  cites,
  export: aboveTheAllow({ Name: "Odd", ...otherSender, ...raw }).build(),
  verdict: "proven",
  narrowness: "narrow",
});

const lookahead = ["(?=.*code)(?=.*login)verify"];

export const unmodelledSettings: readonly LabelledTenant[] = [
  unknownSetting(
    "a set parameter that the table lacks makes its rule undecided by name",
    [],
    { ShredMessageAfter: "00:05:00", SetAuditSeverity: "Low" },
    "ShredMessageAfter",
    "design 4",
  ),
  dismissed(
    "a parameter that the table lacks is dismissed where a known condition is false",
    { ShredMessageAfter: "00:05:00", SetAuditSeverity: "Low" },
    "design 4; exchange-online.md 2.1",
  ),
  {
    title: "a parameter that the table lacks and that is not set is nothing",
    cites: "design 4; exchange-online.md 9.15",
    export: aboveTheAllow({
      Name: "Odd",
      ...fromOutside,
      SetAuditSeverity: "Low",
      ShredMessageAfter: null,
      BurnAfterReading: false,
      Watermarks: [],
    }).build(),
    verdict: "proven",
    narrowness: "narrow",
  },
  unknownSetting(
    "a data classification condition is unknown where it is found set",
    ["2.2 MessageContainsDataClassifications"],
    {
      MessageContainsDataClassifications: ['{"id":"a44669fe-0d48-453d-a9b1-2cc83f2cba77"}'],
      DeleteMessage: true,
    },
    "MessageContainsDataClassifications",
    "exchange-online.md 2.2",
  ),
  unknownSetting(
    "patterns in the legacy syntax are not read as regular expressions",
    ["2.6 UseLegacyRegex"],
    { UseLegacyRegex: true, SubjectMatchesPatterns: ["code*"], Quarantine: true },
    "UseLegacyRegex",
    "exchange-online.md 1.8, 2.6",
  ),
  dismissed(
    "patterns in the legacy syntax are dismissed where the sender is another",
    { UseLegacyRegex: true, SubjectMatchesPatterns: ["code*"], Quarantine: true },
    "exchange-online.md 2.1, 2.6",
  ),
  unknownSetting(
    "a pattern with a lookahead is outside the model",
    ["2.6 Pattern dialect"],
    { SubjectMatchesPatterns: lookahead, Quarantine: true },
    "SubjectMatchesPatterns",
    "exchange-online.md 2.6",
  ),
  unknownSetting(
    "a pattern with a backreference is outside the model",
    [],
    { SubjectOrBodyMatchesPatterns: ["(\\d)\\1{5}"], Quarantine: true },
    "SubjectOrBodyMatchesPatterns",
    "exchange-online.md 2.6",
  ),
  dismissed(
    "a pattern outside the model is dismissed where the sender is another",
    { SubjectMatchesPatterns: lookahead, Quarantine: true },
    "exchange-online.md 2.1, 2.6",
  ),
  {
    title: "a pattern outside the model does not hide a plausible one beside it",
    cites: "exchange-online.md 2.1, 2.5, 2.6",
    export: aboveTheAllow(quarantine("Mixed", { SubjectMatchesPatterns: [...lookahead, "\\d{6}"] })).build(),
    verdict: "blocked",
    finding: { stage: "transport-rules", rule: "Mixed", certainty: "likely", outcome: "quarantined" },
    messages: [{ message: {}, outcome: "quarantined", why: "the other pattern finds six digits" }],
  },
];
