/** English words of an evidence report. */
import type { EvidenceWords } from "./words";

export const words: EvidenceWords = {
  verdict: {
    contradicted: "CONTRADICTED",
    stopped: "STOPPED",
    confirmed: "CONFIRMED",
    nothing: "NO EVIDENCE",
  },
  says: {
    contradicted: "real mail did not end as the verdict says",
    stopped: "real mail in Aircall's name did not reach the inbox",
    confirmed: "real mail ended as the verdict says",
    nothing: "the message trace says nothing for or against the verdict",
  },
  decided: "decided now: {verdict}",
  counted: "{rows} rows of Aircall's mail looked at, {other} other rows left out",
  judgement: {
    "contradicts-proven": "CONTRADICTS the verdict",
    "contradicts-block": "CONTRADICTS the verdict",
    "shows-stop": "was stopped",
    confirms: "confirms",
    "tells-nothing": "tells nothing",
  },
  arrival: { delivered: "delivered", junk: "spam", stopped: "stopped", open: "open" },
  perPair: "Per user and sender",
  user: "user",
  sender: "sender",
  decidedAs: "verdict then",
  shows: "the trace",
  notRead: "not read",
  morePairs: "and {count} more (--format json lists them)",
  unseen: "No mail in this trace for {users}.",
  addresses: "Delivered mail came from {addresses}.",
  remember: "Keep in mind",
  limits: [
    "Delivered covers the Junk Email folder and inbox rules too; FilteredAsSpam is what the filter marked.",
    "Each mail is held against the settings of the export, at the moment it arrived: rules that were changed since then explain a difference, and a change takes up to 30 minutes or more to act.",
    "A trace does not tell whether mail was genuine: forged mail in Aircall's name is stopped rightly.",
    "Whether a trace names the From address or the envelope's is not published; both are recognised.",
  ],
};
