/** Each condition of a rule as a formula about one message, by exchange-online.md 2.2 to 2.6 and 2.8. */
import { type Expression, meant } from "./expressions";
import type { Reading } from "./readings";
import type { Condition } from "./rule";
import { all, either, isIn, some, text } from "./smt";
import type { Question } from "./solver";

/** Who writes to whom; one question is about one of each. */
export interface Route {
  readonly from: string;
  readonly to: string;
  /** Genuine mail passes DMARC, forged mail fails it. */
  readonly genuine: boolean;
}

/** A value the rules above may have given a field, and when they did. */
export interface Possible<T> {
  readonly value: T;
  readonly when: string;
}

/** What rules above did, in front of one rule. */
export interface At {
  readonly route: Route;
  readonly reading: Reading;
  /** Term of sort Int; `unstamped` where no rule set a level. */
  readonly scl: string;
  readonly prefixes: readonly Possible<string>[];
  /** A text a rule set, `null` where one removed the field, `undefined` where the message's own stands. */
  readonly markers: readonly Possible<string | null | undefined>[];
}

const equals = 0x3d;

export const unstamped = "(- 9)";

/**
 * Conditions read constants of the message: x the subject, b the body, h whether the marker is there, m its text,
 * n bytes, i the importance, p whether
 * a domain in Authentication-Results holds the word `pass`.
 */
export const constants: Question["constants"] = {
  x: "String",
  b: "String",
  h: "Bool",
  m: "String",
  n: "Int",
  i: "String",
  p: "Bool",
};

const matches = (term: string, values: readonly Expression[], reading: Reading): string =>
  isIn(term, either(values.map((one) => meant(one, reading))));

const subjectMatches = (values: readonly Expression[], { prefixes, reading }: At): string =>
  some(
    prefixes.map(({ value, when }) =>
      all([when, matches(value === "" ? "x" : `(str.++ ${text(value.toLowerCase())} x)`, values, reading)]),
    ),
  );

const markerMatches = (values: readonly Expression[], { markers, reading }: At): string =>
  some(
    markers.map(({ value, when }) => {
      if (value === null) return "false";
      const term = value === undefined ? "m" : text(value.toLowerCase());
      return all([when, ...(value === undefined ? ["h"] : []), matches(term, values, reading)]);
    }),
  );

const textHolds = ({ field, values }: Extract<Condition, { kind: "text" }>, at: At): string => {
  switch (field) {
    case "subject":
      return subjectMatches(values, at);
    case "subject or body":
      // One reading of 2.1: conditions see the source of the body.
      return some([subjectMatches(values, at), matches("b", values, at.reading)]);
    case "marker":
      return markerMatches(values, at);
    case "sender":
      return matches(text(at.route.from), values, at.reading);
    case "recipient":
      return matches(text(at.route.to), values, at.reading);
  }
};

export const integer = (value: number): string => (value < 0 ? `(- ${-value})` : String(value));

/** Whether the condition holds of the message, in front of the rule. */
export const holds = (condition: Condition, at: At): string => {
  switch (condition.kind) {
    case "text":
      return textHolds(condition, at);
    case "from":
      return String(condition.addresses.includes(at.route.from));
    case "domain":
      // Subdomains count (2.2).
      return some(
        condition.domains.flatMap((domain) =>
          ["@", "."].map((before) => `(str.suffixof ${text(before + domain)} ${text(at.route.from)})`),
        ),
      );
    case "to":
      return String(condition.addresses.includes(at.route.to));
    case "size":
      return `(>= n ${1024 * condition.kilobytes})`;
    case "scl": {
      const whenUnstamped = String(at.reading.unstampedIsZero && condition.level <= 0);
      return `(ite (= ${at.scl} ${unstamped}) ${whenUnstamped} (>= ${at.scl} ${integer(condition.level)}))`;
    }
    case "importance":
      return `(= i ${text(condition.value.toLowerCase())})`;
    case "authenticated":
      // Genuine mail holds dmarc=pass with spaces around it (3.9), and domains in the field may hold any word.
      if (condition.word === "dmarc=pass") return String(at.route.genuine);
      return at.route.genuine && at.reading.delimiter.some(([from, to]) => from <= equals && equals <= to)
        ? "true"
        : "p";
  }
};
