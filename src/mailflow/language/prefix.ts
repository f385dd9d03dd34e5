/** What stands behind a prefix: rules may put text in front of what the rules below read. */
import { NFA } from "refa";
import { characters, joinedOut, maxCharacter, nodes, stateLimit, statesAfter } from "./automaton";
import { fold, type Language, lazy } from "./language";
import { beginsIn } from "./literals";

const prefixed = new WeakMap<Language, Map<string, Language>>();

/** Strings `rest` such that `prefix + rest` is in the language: what a condition asks of a text before it is prefixed. */
export const afterPrefix = (language: Language, prefix: string): Language => {
  const folded = fold(prefix);
  if (folded === "" || language.key === "all" || language.key === "none") return language;
  const known = prefixed.get(language) ?? new Map<string, Language>();
  prefixed.set(language, known);
  const made = known.get(folded) ?? behind(language, folded);
  known.set(folded, made);
  return made;
};

/** @param folded what stands before. */
const behind = (language: Language, folded: string): Language => {
  const build = () => {
    const inner = language.automaton().transitionIterator();
    const initial = {};
    const reached = statesAfter(
      inner,
      characters(folded).map((one) => [one]),
    );
    const from: typeof inner = {
      initial,
      getOut: (state) => (state === initial ? joinedOut(inner, reached) : inner.getOut(state)),
      isFinal: (state) =>
        state === initial ? reached.some((one) => inner.isFinal(one)) : inner.isFinal(state),
    };
    return NFA.fromTransitionIterator(from, { maxCharacter }, nodes(new NFA.LimitedNodeFactory(stateLimit)));
  };
  // Where a literal may begin in the prefix, less than all of it may be enough of what follows.
  const isApart = language.literals?.some((literal) => beginsIn(literal, folded)) === false;
  return lazy(`${JSON.stringify(folded)}\\${language.key}`, build, {
    accepts: (text) => language.accepts(folded + text),
    literals: isApart ? language.literals : undefined,
    examples: isApart ? language.examples?.filter((text) => language.accepts(folded + text)) : undefined,
  });
};
