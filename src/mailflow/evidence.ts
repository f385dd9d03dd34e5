/** A message trace held against the verdict: each real mail of Aircall confirms it, contradicts it, or tells nothing. */
import { aircallDomains, aircallSenders } from "./aircall";
import type { Decision } from "./decide";
import { domainOf, isDomainOrSubdomain } from "./message";
import type { DeliveryVerdict } from "./outcome";

/** One line of a message trace: one mail to one recipient. */
export interface TraceRow {
  readonly received: Date;
  /** The sender as the trace has it: the From address, or the envelope's. */
  readonly sender: string;
  readonly recipient: string;
  readonly subject: string;
  /** As printed: Delivered, FilteredAsSpam, Quarantined, Failed, Expanded, Pending, GettingStatus. */
  readonly status: string;
  readonly fromIp?: string;
  /** Bytes. */
  readonly size?: number;
  readonly messageTraceId?: string;
}

/** What a status says of the inbox: `delivered` covers Junk too, `open` is on its way or another's business. */
export type Arrival = "delivered" | "junk" | "stopped" | "open";

const arrivals: Readonly<Record<string, Arrival>> = {
  delivered: "delivered",
  filteredasspam: "junk",
  quarantined: "stopped",
  failed: "stopped",
  // Older cmdlets: rejected, or redirected to somebody else.
  none: "stopped",
};

export const arrivalOf = ({ status }: TraceRow): Arrival =>
  arrivals[status.toLowerCase().replace(/[^a-z]/gu, "")] ?? "open";

/** Whose mail a row is; `sender` is one of those asked about, or `undefined` where the trace shows another address. */
export interface RowOrigin {
  readonly sender: string | undefined;
  /** Whether the row surely claims to be Aircall's; mail of Amazon SES that only names it may be anybody's. */
  readonly isSure: boolean;
}

/**
 * `undefined` for mail that is not Aircall's, or of a sender nobody asked about. Which of the two addresses a trace shows
 * is not published, so that envelope senders are recognised too (aircall.md 1.3).
 */
export const originOf = (
  { sender, subject }: TraceRow,
  senders: readonly string[],
): RowOrigin | undefined => {
  const address = sender.toLowerCase();
  const known = senders.find((one) => one.toLowerCase() === address);
  if (known !== undefined) return { sender: known, isSure: true };
  if (aircallSenders.some((one) => one === address)) return undefined;
  const domain = domainOf(address);
  if (isDomainOrSubdomain(domain, aircallDomains[0])) return { sender: undefined, isSure: true };
  const isNamed = isDomainOrSubdomain(domain, "amazonses.com") && /\baircall\b/iu.test(subject);
  return isNamed ? { sender: undefined, isSure: false } : undefined;
};

export type Judgement =
  | "contradicts-proven"
  | "contradicts-block"
  | "shows-stop"
  | "confirms"
  | "tells-nothing";

/** Whether the verdict keeps every mail out of the inbox, and of Junk, whatever its text: then none can be `Delivered`. */
const surelyGone = ({ findings }: Pick<Decision, "findings">): boolean =>
  findings.some(
    ({ implies, certainty, outcome }) =>
      implies === "blocked" && certainty === "certain" && outcome !== "junk" && outcome !== "moved",
  );

/**
 * What a row says about the verdict that holds for its sender and recipient.
 *
 * @remarks A block that is only likely, or ends in Junk, leaves room for `Delivered`; a spam mark confirms any block.
 */
export const judge = (arrival: Arrival, decision: Pick<Decision, "verdict" | "findings">): Judgement => {
  const { verdict } = decision;
  if (arrival === "open") return "tells-nothing";
  if (arrival === "delivered") {
    if (verdict === "proven") return "confirms";
    return verdict === "blocked" && surelyGone(decision) ? "contradicts-block" : "tells-nothing";
  }
  if (verdict === "proven") return "contradicts-proven";
  return verdict === "blocked" ? "confirms" : "shows-stop";
};

export interface JudgedRow {
  readonly row: TraceRow;
  readonly origin: RowOrigin;
  /** Primary address; `undefined` where it is nobody's that was read. */
  readonly user: string | undefined;
  readonly arrival: Arrival;
  readonly verdict: DeliveryVerdict | undefined;
  readonly judgement: Judgement;
}

/** Rows of one user and one sender, together. */
export interface Pair {
  readonly user: string;
  /** As the verdict or, where that has none, the trace names it. */
  readonly sender: string;
  readonly verdict: DeliveryVerdict | undefined;
  readonly judgement: Judgement;
  readonly count: Readonly<Record<Arrival, number>>;
}

/** The loudest first. */
export const judgements: readonly Judgement[] = [
  "contradicts-proven",
  "contradicts-block",
  "shows-stop",
  "confirms",
  "tells-nothing",
];

const loudest = (all: readonly Judgement[]): Judgement =>
  judgements.find((one) => all.includes(one)) ?? "tells-nothing";

/** Per user and sender, the loudest judgement first. */
export const pairsOf = (judged: readonly JudgedRow[]): readonly Pair[] => {
  const byPair = new Map<string, JudgedRow[]>();
  for (const one of judged) {
    const key = `${one.user ?? one.row.recipient}\u0000${one.origin.sender ?? one.row.sender}`.toLowerCase();
    byPair.set(key, [...(byPair.get(key) ?? []), one]);
  }
  const pairs = [...byPair.values()].flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    const number = (arrival: Arrival) => rows.filter((one) => one.arrival === arrival).length;
    return {
      user: first.user ?? first.row.recipient,
      sender: first.origin.sender ?? first.row.sender,
      verdict: rows.at(-1)?.verdict,
      judgement: loudest(rows.map(({ judgement }) => judgement)),
      count: {
        delivered: number("delivered"),
        junk: number("junk"),
        stopped: number("stopped"),
        open: number("open"),
      },
    };
  });
  return pairs.sort(
    (left, right) => judgements.indexOf(left.judgement) - judgements.indexOf(right.judgement),
  );
};
