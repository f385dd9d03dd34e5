/** Anti-spam policies as `Get-HostedContentFilterPolicy` prints them (exchange-online.md 3.5, 6.1). */
import { advancedFilterNames } from "../../../mailflow/exchange/advanced-filters";
import type { HostedContentFilterPolicy, SpamAction } from "../../../mailflow/exchange/tenant";
import {
  entries,
  flag,
  integer,
  isUnreadable,
  isUnset,
  nameOf,
  oneOf,
  type RawObject,
  text,
  texts,
} from "./properties";

const spamActions: readonly SpamAction[] = [
  "MoveToJmf",
  "AddXHeader",
  "ModifySubject",
  "Redirect",
  "Delete",
  "Quarantine",
  "NoAction",
];

/** Codes of languages or countries, upper case; empty where the list is switched off. */
const codes = (raw: RawObject, kind: "Language" | "Region"): readonly string[] =>
  flag(raw[`Enable${kind}BlockList`])
    ? entries(raw[`${kind}BlockList`]).map((code) => code.toUpperCase())
    : [];

type AdvancedFilters = HostedContentFilterPolicy["advancedFilters"];

/** Whether the service would call a setting so: one of a kind the table knows may be newer than the table. */
export const isAdvancedFilterName = (name: string): boolean =>
  /^(?:MarkAsSpam(?!BulkMail)|IncreaseScore)/u.test(name);

const unknownAdvancedFilters = (raw: RawObject): readonly string[] =>
  Object.entries(raw)
    .filter(
      ([name, value]) =>
        isAdvancedFilterName(name) &&
        !advancedFilterNames.some((known) => known === name) &&
        text(value) === "On",
    )
    .map(([name]) => `${name} is on, which mail from Aircall may meet`);

const onOff = ["On", "Off"] as const;

/** Absent settings have the service's defaults; a value that no setting of the service has is named in `unmodelled`. */
export const hostedContentFilterPolicy = (raw: RawObject): HostedContentFilterPolicy => {
  const problems: string[] = [];
  const choice = <Value extends string>(
    property: string,
    known: readonly Value[],
    fallback: Value,
  ): Value => {
    const value = raw[property];
    if (isUnset(value)) return fallback;
    const found = oneOf(value === true ? "On" : value, known);
    if (found === undefined)
      problems.push(`${property} ${JSON.stringify(value)} is none of ${known.join(", ")}`);
    return found ?? fallback;
  };
  const threshold = (): number => {
    const value = integer(raw.BulkThreshold);
    if (!isUnset(raw.BulkThreshold) && (value === undefined || value < 1 || value > 9))
      problems.push(`BulkThreshold ${JSON.stringify(raw.BulkThreshold)} is no number from 1 to 9`);
    return value ?? 7;
  };
  const advancedFilters = (): AdvancedFilters =>
    Object.fromEntries(
      advancedFilterNames
        .map((name) => [name, choice(name, [...onOff, "Test"], "Off")] as const)
        .filter(([, value]) => value !== "Off"),
    );
  /** A blocked sender of a shape not known may be Aircall. */
  const blocked = (property: "BlockedSenders" | "BlockedSenderDomains"): readonly string[] => {
    const list = entries(raw[property]);
    for (const entry of list.filter(isUnreadable)) problems.push(`${property}: ${entry} cannot be read`);
    return list;
  };
  const [blockedSenders, blockedSenderDomains] = [blocked("BlockedSenders"), blocked("BlockedSenderDomains")];
  return {
    name: nameOf(raw),
    isDefault: flag(raw.IsDefault),
    spamAction: choice("SpamAction", spamActions, "MoveToJmf"),
    highConfidenceSpamAction: choice("HighConfidenceSpamAction", spamActions, "MoveToJmf"),
    phishSpamAction: choice("PhishSpamAction", spamActions, "MoveToJmf"),
    highConfidencePhishAction: choice("HighConfidencePhishAction", ["Quarantine", "Redirect"], "Quarantine"),
    bulkSpamAction: choice("BulkSpamAction", spamActions, "MoveToJmf"),
    bulkThreshold: threshold(),
    markAsSpamBulkMail: choice("MarkAsSpamBulkMail", onOff, "On") === "On",
    allowedSenders: texts(raw.AllowedSenders, "Sender", "Address"),
    allowedSenderDomains: texts(raw.AllowedSenderDomains, "Domain"),
    blockedSenders,
    blockedSenderDomains,
    languageBlockList: codes(raw, "Language"),
    regionBlockList: codes(raw, "Region"),
    advancedFilters: advancedFilters(),
    testModeAction: choice("TestModeAction", ["None", "AddXHeader", "BccMessage"], "None"),
    bulkMovesEnabled: choice("BulkMovesEnabled", onOff, "Off") === "On",
    unmodelled: [...problems, ...unknownAdvancedFilters(raw)],
  };
};

/** Rules bind a policy by its name: of two with one name, none is known to be meant. */
export const eachNameOnce = (
  policies: readonly HostedContentFilterPolicy[] | undefined,
): readonly HostedContentFilterPolicy[] | undefined => {
  const counts = new Map<string, number>();
  for (const { name } of policies ?? [])
    counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
  return policies?.map((policy) =>
    (counts.get(policy.name.toLowerCase()) ?? 0) > 1
      ? {
          ...policy,
          unmodelled: [...policy.unmodelled, `Name: several policies are called "${policy.name}"`],
        }
      : policy,
  );
};
