/** What is concluded where the filter's verdict is not known: each possible one ends somewhere (exchange-online.md 3.2). */
import type { FilterVerdict, Message } from "../../message";
import type { Ending } from "../trace";

export interface EndingsOfVerdict {
  readonly verdict: FilterVerdict;
  readonly endings: readonly Ending[];
}

const arrives = ({ outcome }: Ending): boolean => outcome === "inbox" || outcome === "moved";

/** Taken from the mailbox's owner for sure. */
const isLost = (ending: Ending): boolean => !arrives(ending) && ending.outcome !== "undecided";

/** Where even clean mail is lost, and no verdict saves it, the clean one tells where it goes. */
const lostAnyhow = (verdicts: readonly EndingsOfVerdict[]): readonly Ending[] | undefined => {
  const clean = verdicts.find(({ verdict }) => verdict === "clean")?.endings;
  const allLost = verdicts.every(({ endings }) => !endings.some(arrives) && endings.some(isLost));
  return allLost && clean?.every(isLost) === true ? clean : undefined;
};

/**
 * The endings of every verdict that is possible. Where the verdict is not known and nothing lifts it, the filter decides:
 * that is no inbox, whatever it may choose.
 */
export const allVerdicts = (
  verdicts: readonly EndingsOfVerdict[],
  { filterVerdict }: Message,
): readonly Ending[] => {
  const endings = verdicts.flatMap((one) => one.endings);
  if (filterVerdict !== undefined) return endings;
  const lost = lostAnyhow(verdicts);
  if (lost !== undefined) return lost;
  const free = endings.filter(({ outcome, bypassed }) => !bypassed && outcome !== "undecided");
  if (!free.some(arrives)) return endings;
  const outcomes = [...new Set(free.map(({ outcome }) => outcome))].join(", ");
  const [first] = free;
  return [
    ...endings.filter((ending) => !free.includes(ending)),
    {
      outcome: "undecided",
      stage: "anti-spam",
      because: `the classifier decides: ${outcomes}`,
      bypassed: false,
      ...(first?.when === undefined ? {} : { when: first.when }),
    },
  ];
};
