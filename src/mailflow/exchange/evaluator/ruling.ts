/** One verdict of the filter against every setting that covers the message: who wins (exchange-online.md 3.4). */
import type { FilterVerdict, Message } from "../../message";
import { rulingOf, type Setting, type VerdictGroup, verdictGroupOf } from "../precedence";
import { blockAction, type Opinion, ownAction } from "./actions";
import { type Binding, type Draft, open, type Settled } from "./settled";
import type { Mail, Place } from "./ways";

/** What the settings say of this column; those with nothing to say are left out. */
const opinionsOf = ({ settings }: Mail, group: VerdictGroup): readonly Opinion[] =>
  settings.flatMap(({ setting, by }) => {
    const ruling = rulingOf(setting, group);
    return ruling === "filter" || ruling === "none" ? [] : [{ setting, by, ruling }];
  });

const isDelivery = ({ ruling }: Opinion): boolean => ruling.startsWith("delivered");

type Lifting = "lifts" | "does not lift" | "open";

/** The IP Allow List does not lift a DMARC failure; whether a missing result is one is not said (3.4). */
const lifting = (opinion: Opinion, { dmarc }: Message): Lifting => {
  if (!isDelivery(opinion)) return "does not lift";
  if (opinion.ruling === "delivered" || dmarc === "pass" || dmarc === "bestguesspass") return "lifts";
  return dmarc === "fail" ? "does not lift" : "open";
};

/** Rule and IP allows may lift even high-confidence phish where mail arrives through a gateway (3.4, complex routing). */
const complexRouting = (mail: Mail, group: VerdictGroup, { message }: Place): readonly Draft[] => {
  const allow = mail.settings.find(({ setting }) => setting === "rule-bypass" || setting === "ip-allow");
  const isListed = mail.settings.some(({ setting }) => setting === "tenant-list-block");
  const asPhish = group === "high-confidence-phish" || (isListed && group !== "malware");
  if (message.route === undefined || allow === undefined || !asPhish) return [];
  return [
    open(
      "anti-spam",
      `whether ${allow.by} lifts high-confidence phish behind a gateway is not sure (exchange-online.md 3.4)`,
    ),
  ];
};

/** An allow has nothing to lift in clean mail, and still contradicts a block of it. */
const isAllow = (setting: Setting): boolean => rulingOf(setting, "spam") === "delivered";

/** Impersonation has no column of its own: no list undoes it, of the other allows nothing is published (3.6). */
const impersonated = (mail: Mail, binding: Binding, place: Place): readonly Draft[] => {
  if (mail.settings.some(({ setting }) => setting === "tenant-list-block"))
    return settle("phish", mail, binding, place);
  const taken = ownAction("impersonation", binding, place);
  const moves = taken.find(({ outcome }) => outcome !== "inbox");
  if (moves === undefined) return settle("clean", mail, binding, place);
  const blocks = opinionsOf(mail, "clean").flatMap((opinion) => blockAction(opinion, "clean", mail, binding));
  const allow = mail.settings.find(({ setting }) => isAllow(setting) && setting !== "tenant-list-allow");
  if (allow === undefined) return [...blocks, ...taken];
  return [open("anti-phishing", `${moves.because}; whether ${allow.by} lifts it is not published`)];
};

const settle = (verdict: FilterVerdict, mail: Mail, binding: Binding, place: Place): readonly Draft[] => {
  if (verdict === "impersonation") return impersonated(mail, binding, place);
  const group = verdictGroupOf(verdict);
  const opinions = opinionsOf(mail, group);
  const routing = complexRouting(mail, group, place);
  // As high-confidence phish, which no allow lifts; inside the list a block beats an allow (3.4).
  const quarantine = opinions.find(({ ruling }) => ruling === "quarantined");
  if (quarantine !== undefined) return [...blockAction(quarantine, verdict, mail, binding), ...routing];

  const isPairBlocked = opinions.some(({ setting }) => setting === "spoof-pair-block");
  const allows = opinions.filter(
    (opinion) =>
      lifting(opinion, place.message) !== "does not lift" &&
      !(isPairBlocked && opinion.setting === "spoof-pair-allow"),
  );
  const blocks = opinions.filter((opinion) => !isDelivery(opinion));
  const [block] = blocks;
  const against =
    allows[0] ?? (group === "clean" ? mail.settings.find(({ setting }) => isAllow(setting)) : undefined);
  if (block !== undefined && against !== undefined)
    return [open("anti-spam", `${against.by} against ${block.by}: who wins is not published`)];
  if (block !== undefined) return blocks.flatMap((opinion) => blockAction(opinion, verdict, mail, binding));

  const lifted = allows.find((opinion) => lifting(opinion, place.message) === "lifts");
  if (lifted !== undefined)
    return [
      {
        outcome: "inbox",
        stage: "anti-spam",
        because: `bypassed by ${lifted.by}`,
        decidedBy: lifted.setting,
      },
      ...routing,
    ];
  if (allows[0] !== undefined)
    return [
      open("anti-spam", `whether ${allows[0].by} lifts the verdict without a DMARC result is not published`),
    ];
  return [...ownAction(verdict, binding, place), ...routing];
};

/** Whether every verdict that a tenant can lift is lifted (3.4: all but malware and high-confidence phish). */
export const isBypassed = (mail: Mail, binding: Binding, place: Place): boolean =>
  (["phish", "spoof", "spam"] as const).every((verdict) =>
    settle(verdict, mail, binding, place).every(
      ({ outcome, decidedBy }) => outcome === "inbox" && decidedBy !== "verdict",
    ),
  );

/** Everything that may become of the message where the filter's verdict is this one. */
export const rule = (
  verdict: FilterVerdict,
  mail: Mail,
  binding: Binding,
  place: Place,
): readonly Settled[] => {
  const bypassed = isBypassed(mail, binding, place);
  // A clean message under an allow is delivered for the same reason as any other.
  const by = mail.settings.find(({ setting }) => isAllow(setting))?.by;
  return settle(verdict, mail, binding, place).map((draft) => ({
    ...draft,
    ...(bypassed && draft.outcome === "inbox" ? { because: `bypassed by ${by}` } : {}),
    verdict,
    bypassed: bypassed && draft.outcome !== "undecided",
  }));
};
