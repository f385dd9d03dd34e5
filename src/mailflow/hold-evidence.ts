/** Holds every row of a message trace against the verdict that was in force when its mail arrived. */
import { aircallSenders } from "./aircall";
import { boundariesAfter } from "./boundaries";
import { type DecideOptions, type Decision, decide } from "./decide";
import {
  arrivalOf,
  type JudgedRow,
  type Judgement,
  judge,
  originOf,
  type Pair,
  pairsOf,
  type RowOrigin,
  type TraceRow,
} from "./evidence";
import type { ExchangeTenant } from "./exchange/tenant";
import { affected, catalogue, type Finding, type FindingCode, worded } from "./finding";
import type { DeliveryVerdict } from "./outcome";
import { verdictsByUser } from "./verdicts-by-user";

export interface Evidence {
  /** The verdict as of now, for the users asked about or else those of the trace. */
  readonly decision: Decision;
  /** The loudest first. */
  readonly findings: readonly Finding[];
  readonly judged: readonly JudgedRow[];
  readonly pairs: readonly Pair[];
  /** Rows that are not Aircall's mail, or of a sender or user nobody asked about. */
  readonly otherRows: number;
  /** Users asked about of whom the trace has no row. */
  readonly unseen: readonly string[];
  /** Where mail came from that was delivered: facts to declare. */
  readonly sendingAddresses: readonly string[];
}

interface AircallRow {
  readonly row: TraceRow;
  readonly origin: RowOrigin;
  readonly user: string | undefined;
}

const byAnyAddress = (tenant: ExchangeTenant): ReadonlyMap<string, string> =>
  new Map(
    (tenant.recipients ?? []).flatMap(({ address, proxyAddresses }) =>
      [address, ...proxyAddresses].map((one) => [one.toLowerCase(), address] as const),
    ),
  );

/** The arrival of the first mail, and every later moment at which a rule or an entry starts or stops to act. */
const momentsOf = (tenant: ExchangeTenant, rows: readonly AircallRow[]): readonly Date[] => {
  const first = new Date(Math.min(...rows.map(({ row }) => row.received.getTime())));
  return [first, ...boundariesAfter(tenant, [], first).map(({ at }) => at)];
};

/** Judges rows of one sender. Without the recipients nobody can be told apart: one verdict serves all. */
const judgeRows = (
  tenant: ExchangeTenant,
  options: DecideOptions,
  rows: readonly AircallRow[],
): readonly JudgedRow[] => {
  const known = [...new Set(rows.flatMap(({ user }) => user ?? []))];
  const isRead = tenant.recipients !== undefined;
  if (isRead && known.length === 0)
    return rows.map((one) => ({
      ...one,
      arrival: arrivalOf(one.row),
      verdict: undefined,
      judgement: "tells-nothing",
    }));
  const { users: _users, ...everybody } = options;
  const moments = momentsOf(tenant, rows);
  return moments.flatMap((from, place) => {
    const until = moments[place + 1];
    const during = rows.filter(
      ({ row }) => row.received >= from && (until === undefined || row.received < until),
    );
    if (during.length === 0) return [];
    const users = [...new Set(during.flatMap(({ user }) => user ?? []))];
    const verdictFor = verdictsByUser(tenant, isRead ? users : [], { ...everybody, asOf: from });
    const forAll = isRead ? undefined : decide(tenant, { ...everybody, asOf: from });
    return during.map((one): JudgedRow => {
      const decision = one.user === undefined ? forAll : verdictFor(one.user);
      const arrival = arrivalOf(one.row);
      return {
        ...one,
        arrival,
        verdict: decision?.verdict,
        judgement: decision === undefined ? "tells-nothing" : judge(arrival, decision),
      };
    });
  });
};

const codes: Readonly<Partial<Record<Judgement, FindingCode>>> = {
  "contradicts-proven": "evidence-contradicts-proven",
  "contradicts-block": "evidence-contradicts-block",
  "shows-stop": "evidence-shows-stop",
};

const verdictOf = (judged: JudgedRow): DeliveryVerdict => (judged.origin.isSure ? "blocked" : "undecided");

const findingOf = (code: FindingCode, rows: readonly JudgedRow[]): Finding | undefined => {
  const latest = rows.reduce<JudgedRow | undefined>(
    (newest, one) => (newest === undefined || one.row.received > newest.row.received ? one : newest),
    undefined,
  );
  if (latest === undefined) return undefined;
  const users = [...new Set(rows.map(({ user, row }) => user ?? row.recipient))];
  const finding: Finding = {
    code,
    severity: latest.origin.isSure ? catalogue[code].severity : "warning",
    implies: verdictOf(latest),
    scope: "organisation",
    stage: "mailbox",
    senders: [latest.origin.sender ?? latest.row.sender],
    details: {
      count: String(rows.length),
      status: latest.row.status,
      date: latest.row.received.toISOString().replace(/\.\d+Z$/u, "Z"),
      subject: latest.row.subject,
    },
    message: "",
    fix: "",
    recipients: affected([{ count: users.length, sample: users }]),
  };
  return worded(finding, 0);
};

/** One finding per kind, sender and status. */
const findingsOf = (judged: readonly JudgedRow[]): readonly Finding[] => {
  const order = Object.keys(codes) as readonly Judgement[];
  return order.flatMap((judgement) => {
    const code = codes[judgement];
    if (code === undefined) return [];
    const groups = new Map<string, JudgedRow[]>();
    for (const one of judged.filter((row) => row.judgement === judgement)) {
      const key =
        `${one.origin.sender ?? one.row.sender} ${one.row.status} ${one.origin.isSure}`.toLowerCase();
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
    return [...groups.values()].flatMap((rows) => findingOf(code, rows) ?? []);
  });
};

/** @param rows of a message trace, in any order. */
export const holdEvidence = (
  tenant: ExchangeTenant,
  rows: readonly TraceRow[],
  options: DecideOptions,
): Evidence => {
  const senders = options.senders?.length ? options.senders : aircallSenders;
  const addresses = byAnyAddress(tenant);
  const primary = (address: string): string => addresses.get(address.toLowerCase()) ?? address.toLowerCase();
  const wanted = options.users === undefined ? undefined : new Set(options.users.map(primary));
  const own = rows.flatMap((row): readonly AircallRow[] => {
    const origin = originOf(row, senders);
    if (origin === undefined || (wanted !== undefined && !wanted.has(primary(row.recipient)))) return [];
    return [{ row, origin, user: addresses.get(row.recipient.toLowerCase()) }];
  });
  const bySender = new Map<string | undefined, AircallRow[]>();
  for (const one of own) bySender.set(one.origin.sender, [...(bySender.get(one.origin.sender) ?? []), one]);
  const judged = [...bySender].flatMap(([sender, ofSender]) =>
    judgeRows(tenant, { ...options, senders: sender === undefined ? senders : [sender] }, ofSender),
  );
  const seen = new Set(own.map(({ row }) => primary(row.recipient)));
  const users = options.users ?? [...new Set(own.flatMap(({ user }) => user ?? []))];
  const { users: _users, ...everybody } = options;
  const delivered = judged.filter(({ arrival }) => arrival === "delivered");
  return {
    decision: decide(tenant, users.length === 0 ? everybody : { ...everybody, users }),
    findings: findingsOf(judged),
    judged,
    pairs: pairsOf(judged),
    otherRows: rows.length - own.length,
    unseen: [...(wanted ?? [])].filter((user) => !seen.has(user)),
    sendingAddresses: [...new Set(delivered.flatMap(({ row }) => row.fromIp ?? []))].sort(),
  };
};
