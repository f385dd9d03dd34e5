/** How bad a difference is, and the exit code that says so. */
import type { Difference, Verdicts } from "../difference";
import { worstDelivery, worstNarrowness } from "../outcome";
import type { Change } from "./change";
import type { About } from "./fate";

/** Whether a verdict is worse after the change. */
export const grewWorse = (before: Verdicts, after: Verdicts, about: About): boolean =>
  about === "delivery"
    ? before.delivery !== after.delivery &&
      worstDelivery([before.delivery, after.delivery]) === after.delivery
    : before.narrowness !== after.narrowness &&
      after.narrowness !== "narrow" &&
      worstNarrowness([before.narrowness, after.narrowness]) === after.narrowness;

/**
 * 1 for what is blocked or too wide now and was not known to be, 3 for a lost guarantee or a new doubt, else 0. As in every
 * verdict, text that Aircall is unlikely to write costs the guarantee only.
 */
export const exitCodeOfChange = ({
  kind,
  certainty,
  after,
}: Pick<Change, "kind"> & Partial<Pick<Change, "certainty" | "after">>): 0 | 1 | 3 => {
  switch (kind) {
    case "newly-blocked":
    case "newly-too-wide":
      return certainty === "content-dependent" ? 3 : 1;
    case "newly-undecided":
    case "no-longer-guaranteed":
      return 3;
    case "no-longer-undecided":
      if (after?.fate !== "blocked" && after?.fate !== "past-the-filter") return 0;
      return certainty === undefined || certainty === "content-dependent" ? 3 : 1;
    default:
      return 0;
  }
};

/** 0 nothing got worse · 1 newly blocked or newly too wide · 3 newly undecided or no longer guaranteed, now or later. */
export const exitCodeOfDifference = ({ changes, after, later }: Difference): 0 | 1 | 3 => {
  const codes = changes.map(exitCodeOfChange);
  if (codes.includes(1)) return 1;
  const worseLater = later.some(({ verdict, narrowness }) => {
    const then = { delivery: verdict, narrowness };
    return grewWorse(after, then, "delivery") || grewWorse(after, then, "narrowness");
  });
  return codes.includes(3) || worseLater ? 3 : 0;
};
