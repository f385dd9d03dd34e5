/** Answers about texts that repeat from one object to the next. */

/** Columns repeat their values; names in a wrong column do not. */
const remembered = 1_000;

/** Remembers what a function gave for the texts it was asked first. */
export const remembering = <Result>(read: (text: string) => Result): ((text: string) => Result) => {
  const known = new Map<string, { readonly result: Result }>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before.result;
    const result = read(text);
    if (known.size < remembered) known.set(text, { result });
    return result;
  };
};
