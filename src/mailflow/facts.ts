/** Facts that nobody publishes and that a company may declare, with an owner and an end (design section 2, `assume`). */

/** What is taken for known about Aircall's mail. A property that is absent is not known. */
export interface DeclaredFacts {
  /** Addresses, ranges or CIDR blocks that hold every address Aircall's mail comes from. */
  readonly sendingAddresses?: readonly string[];
  /** Domains of the envelope sender; subdomains are meant too. */
  readonly envelopeDomains?: readonly string[];
  /** Whether Aircall's mail always comes over TLS. */
  readonly usesTls?: boolean;
  /** Countries of the sending addresses, ISO 3166 alpha-2. */
  readonly countries?: readonly string[];
  /** Languages the mail is written in, ISO 639 alpha-2. */
  readonly languages?: readonly string[];
  /** Highest bulk complaint level the service gives to Aircall's mail, 0 to 9 (exchange-online.md 3.5). */
  readonly bulkComplaintLevel?: number;
}

export type FactName = keyof DeclaredFacts;

/** When a declared fact stops to count. */
export interface FactEnd {
  readonly name: FactName;
  /** ISO moment. */
  readonly at: string;
  /** The fact as a report names it. */
  readonly text: string;
}

/** The facts that still count at this moment. */
export const factsAt = (facts: DeclaredFacts, ends: readonly FactEnd[], asOf: Date): DeclaredFacts => {
  const ended = new Set<string>(ends.filter(({ at }) => new Date(at) <= asOf).map(({ name }) => name));
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !ended.has(name)));
};
