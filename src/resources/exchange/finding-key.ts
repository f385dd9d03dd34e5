/** Which trouble of a tenant is the same before and after an update. */
import type { Finding } from "../../mailflow/finding";

const keyOf = (
  { code, rule, outcome, details: { entry = "", policy = "" } }: Finding,
  sender: string,
  certainty: string,
): string => JSON.stringify([code, rule ?? "", certainty, outcome ?? "", entry, policy, sender]);

/** A finding's keys, one for each sender: it is known where all of them are. */
export const findingKeys = (finding: Finding): readonly string[] =>
  finding.senders.map((sender) => keyOf(finding, sender, finding.certainty ?? ""));

/**
 * The keys of what a present finding excuses: itself, for any of its senders, and the same with less certainty. So an
 * update that makes a trouble smaller brings nothing new.
 */
export const excusedKeys = (finding: Finding): readonly string[] =>
  finding.senders.flatMap((sender) =>
    (finding.certainty === "certain" ? ["certain", "likely"] : [finding.certainty ?? ""]).map((certainty) =>
      keyOf(finding, sender, certainty),
    ),
  );
