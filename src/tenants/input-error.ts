/** An input that cannot be used: what was read, where, what was found and what was expected. */

export interface InputProblem {
  readonly file: string;
  readonly place?: string;
  readonly found: string;
  readonly expected: string;
}

export class InputError extends Error {
  constructor(readonly problem: InputProblem) {
    const { file, place, found, expected } = problem;
    super(
      `${file}${place === undefined || place === "" ? "" : `, ${place}`}: found ${found}; expected ${expected}.`,
    );
    this.name = "InputError";
  }
}
