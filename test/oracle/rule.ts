/** Small transport rules as data, and as the objects `Get-TransportRule` prints. */
import type { RawObject } from "../mailflow/exchange/labelled/healthy-tenant";
import { type Expression, typed } from "./expressions";

/** Where a text condition looks. */
export type TextField = "subject" | "subject or body" | "marker" | "sender" | "recipient";

export type Condition =
  | { readonly kind: "text"; readonly field: TextField; readonly values: readonly Expression[] }
  | { readonly kind: "from"; readonly addresses: readonly string[] }
  | { readonly kind: "domain"; readonly domains: readonly string[] }
  | { readonly kind: "to"; readonly addresses: readonly string[] }
  | { readonly kind: "size"; readonly kilobytes: number }
  | { readonly kind: "scl"; readonly level: number }
  | { readonly kind: "importance"; readonly value: "Normal" | "High" }
  /** A word of Authentication-Results. */
  | { readonly kind: "authenticated"; readonly word: "dmarc=pass" | "pass" };

export type Action =
  | { readonly kind: "destroy"; readonly by: RawObject }
  | { readonly kind: "scl"; readonly level: number }
  | { readonly kind: "prefix"; readonly text: string }
  | { readonly kind: "mark"; readonly text: string }
  | { readonly kind: "unmark" }
  | { readonly kind: "nothing" };

export interface OracleRule {
  readonly conditions: readonly Condition[];
  readonly exceptions: readonly Condition[];
  readonly action: Action;
  readonly stops: boolean;
}

export const markerHeader = "X-Marker";

const textParameters: Readonly<Record<TextField, string>> = {
  subject: "Subject",
  "subject or body": "SubjectOrBody",
  marker: "Header",
  sender: "FromAddress",
  recipient: "RecipientAddress",
};

/** One parameter holds one condition, so a rule has at most one of each name. */
export const parameterOf = (condition: Condition): string => {
  switch (condition.kind) {
    case "text":
      return `${textParameters[condition.field]}${condition.values[0]?.kind === "word" ? "ContainsWords" : "MatchesPatterns"}`;
    case "from":
      return "From";
    case "domain":
      return "SenderDomainIs";
    case "to":
      return "SentTo";
    case "size":
      return "MessageSizeOver";
    case "scl":
      return "SCLOver";
    case "importance":
      return "WithImportance";
    case "authenticated":
      return "HeaderContainsWords";
  }
};

const typedValue = (condition: Condition): RawObject[string] => {
  switch (condition.kind) {
    case "text":
      return condition.values.map(typed);
    case "from":
    case "to":
      return condition.addresses;
    case "domain":
      return condition.domains;
    case "size":
      return `${condition.kilobytes} KB`;
    case "scl":
      return condition.level;
    case "importance":
      return condition.value;
    case "authenticated":
      return [condition.word];
  }
};

const parametersOf = (condition: Condition, twin: "" | "ExceptIf"): RawObject => {
  const name = parameterOf(condition);
  const header = condition.kind === "authenticated" ? "Authentication-Results" : markerHeader;
  return {
    [twin + name]: typedValue(condition),
    ...(name.startsWith("Header")
      ? { [`${twin}${name.replace(/(?:Words|Patterns)$/u, "MessageHeader")}`]: header }
      : {}),
  };
};

const actionOf = (action: Action): RawObject => {
  switch (action.kind) {
    case "destroy":
      return action.by;
    case "scl":
      return { SetSCL: action.level };
    case "prefix":
      return { PrependSubject: action.text };
    case "mark":
      return { SetHeaderName: markerHeader, SetHeaderValue: action.text };
    case "unmark":
      return { RemoveHeader: markerHeader };
    case "nothing":
      return {};
  }
};

export const rawRule = ({ conditions, exceptions, action, stops }: OracleRule): RawObject => ({
  State: "Enabled",
  Mode: "Enforce",
  ...Object.assign({}, ...conditions.map((one) => parametersOf(one, ""))),
  ...Object.assign({}, ...exceptions.map((one) => parametersOf(one, "ExceptIf"))),
  ...actionOf(action),
  StopRuleProcessing: stops,
});
