/** What earlier rules did to a message that later rules can see (exchange-online.md 2.7). */

export interface RuleState {
  /** Spam confidence level stamped by a rule; `undefined` where none was. */
  readonly scl: number | undefined;
  /** Text put in front of the subject. */
  readonly subjectPrefix: string;
  /** Header fields set (text) or removed (`null`), by lower-case name. */
  readonly headers: Readonly<Record<string, string | null>>;
  readonly classified: boolean;
  /** Texts added to the body by disclaimers. */
  readonly bodyAdditions: readonly string[];
}

export const initialState: RuleState = {
  scl: undefined,
  subjectPrefix: "",
  headers: {},
  classified: false,
  bodyAdditions: [],
};

const keys = new WeakMap<RuleState, string>();

/** Equal keys mean states no later rule can tell apart. */
export const stateKey = (state: RuleState): string => {
  const known = keys.get(state);
  if (known !== undefined) return known;
  const key = JSON.stringify([
    state.scl ?? "none",
    state.subjectPrefix,
    Object.entries(state.headers).sort(),
    state.classified,
    state.bodyAdditions,
  ]);
  keys.set(state, key);
  return key;
};
