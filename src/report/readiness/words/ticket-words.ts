/** What the tickets, the list of invitations and the message to users say. */

/** One ticket, complete in itself: whoever gets it has read nothing else. */
export interface TicketText {
  readonly title: string;
  /** Why somebody asks for this; paragraphs. */
  readonly why: readonly string[];
  /** Before the first step: in which order, and what it waits for. */
  readonly order: readonly string[];
  /** How to see that it is done. */
  readonly check: readonly string[];
}

export interface TicketWords {
  readonly mail: TicketText;
  readonly devices: TicketText;
  readonly aircall: TicketText;
  readonly headings: {
    readonly why: string;
    readonly whom: string;
    readonly steps: string;
    readonly check: string;
  };
  /** `{people}`, `{date}` */
  readonly whom: string;
  /** The rule for Exchange Online, then the same for other systems; `{senders}`. */
  readonly allow: {
    readonly title: string;
    readonly exchange: string;
    readonly parts: readonly string[];
    readonly google: string;
    readonly others: string;
    readonly notTheDomain: string;
  };
  /** Link rewriting; `{hosts}`. */
  readonly links: readonly string[];
  /** Steps of others that come first. */
  readonly waitsFor: string;
  /** The name of the file. */
  readonly invitations: string;
  /** Above those whose link still works. */
  readonly openInvitations: string;
  readonly until: string;
  readonly message: {
    readonly subject: string;
    readonly lines: readonly string[];
  };
}
