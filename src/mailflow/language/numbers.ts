/** Sizes as fixed-width decimal strings, so that numbers are sets of strings like every other field. */
import { everything, fromRegularExpression, type Language, nothing } from "./language";

const width = 9;

/** A size as the solver writes it. */
export const digits = (bytes: number): string =>
  String(Math.min(bytes, 10 ** width - 1)).padStart(width, "0");

/** Sizes of at least `bytes`. */
export const atLeast = (bytes: number): Language => {
  if (bytes <= 0) return everything;
  if (bytes >= 10 ** width) return nothing;
  const bound = digits(Math.ceil(bytes));
  const larger = [...bound].flatMap((digit, place) => {
    const next = Number(digit) + 1;
    return next > 9 ? [] : [`${bound.slice(0, place)}[${next}-9][0-9]{${width - place - 1}}`];
  });
  return fromRegularExpression([bound, ...larger].join("|"));
};
