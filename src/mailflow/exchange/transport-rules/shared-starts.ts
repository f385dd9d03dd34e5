/** Walks of different recipients are one walk until a rule that looks at its recipient matches: they begin where they part. */
import type { TransportRule } from "../tenant";
import { redirects } from "./effect";
import type { AskMatches } from "./kept-matches";
import { asksForRecipient } from "./recipient-key";
import type { Walking } from "./walking";

/** How far a walk came, whoever the recipient is. */
type Progress = Pick<Walking, "endings" | "stopped" | "open" | "live" | "destroyedBy">;

export interface Start {
  /** The rule to be visited next. */
  readonly place: number;
  readonly progress: Progress;
}

/** For walks of one class of messages through the same rules. */
export interface SharedStarts {
  /** Whether the rule may treat recipients differently where it matches. */
  readonly looksAtRecipient: (place: number) => boolean;
  /** The furthest start that is known to be this recipient's too. @throws BudgetError */
  readonly furthest: (around: Walking["around"], matchesOf: AskMatches) => Start | undefined;
  /** Keeps what all recipients share who come to this place. */
  readonly keep: (place: number, walking: Walking) => void;
}

const copyOf = ({ endings, stopped, open, live, destroyedBy }: Progress): Progress => ({
  endings: [...endings],
  stopped: [...stopped],
  open,
  live,
  destroyedBy,
});

const looks = (rule: TransportRule): boolean => asksForRecipient(rule) || redirects(rule);

export const sharedStarts = (rules: readonly TransportRule[]): SharedStarts => {
  const looking = new Set(rules.flatMap((rule, place) => (looks(rule) ? [place] : [])));
  const kept = new Map<number, Progress>();
  return {
    looksAtRecipient: (place) => looking.has(place),
    furthest: (around, matchesOf) => {
      let start: Start | undefined;
      for (const place of [...looking, rules.length]) {
        const progress = kept.get(place);
        if (progress === undefined) break;
        start = { place, progress };
        const rule = rules[place];
        const states = progress.open.map(({ state }) => state);
        if (rule !== undefined && matchesOf(rule, around, states) !== "never") break;
      }
      return start && { ...start, progress: copyOf(start.progress) };
    },
    keep: (place, walking) => {
      if (!kept.has(place) && (looking.has(place) || place === rules.length))
        kept.set(place, copyOf(walking));
    },
  };
};
