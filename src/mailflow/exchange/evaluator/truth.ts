/** Truth of what is not always published: `undefined` where it is not known. */

export type Truth = boolean | undefined;

export const or = (truths: readonly Truth[]): Truth =>
  truths.includes(true) ? true : truths.includes(undefined) ? undefined : false;
export const and = (truths: readonly Truth[]): Truth =>
  truths.includes(false) ? false : truths.includes(undefined) ? undefined : true;
/** `or` of what each item answers; asks no further once one is true. */
export const orOf = <Item>(items: Iterable<Item>, ask: (item: Item) => Truth): Truth => {
  let answer: Truth = false;
  for (const item of items) {
    const truth = ask(item);
    if (truth === true) return true;
    if (truth === undefined) answer = undefined;
  }
  return answer;
};

/** `and` of what each item answers; asks no further once one is false. */
export const andOf = <Item>(items: Iterable<Item>, ask: (item: Item) => Truth): Truth =>
  not(orOf(items, (item) => not(ask(item))));

export const not = (truth: Truth): Truth => (truth === undefined ? undefined : !truth);
