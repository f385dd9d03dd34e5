/** Parses the text of a JSON file; where it is none, the error names line and column. */
import { InputError } from "./input-error";
import { jsonProblem } from "./json-problem";

/**
 * @param expected what the file should be, in words that follow "expected".
 * @throws InputError
 */
export const parseJson = (text: string, file: string, expected: string): unknown => {
  if (text.trim() === "") throw new InputError({ file, found: "nothing but blanks", expected });
  try {
    return JSON.parse(text);
  } catch {
    const problem = jsonProblem(text);
    if (problem === undefined) throw new InputError({ file, found: "JSON that cannot be read", expected });
    const { line, column, found } = problem;
    const because = found === "the end of the file" ? "the file was cut off" : "the file is no JSON";
    throw new InputError({
      file,
      place: `line ${line}, column ${column}`,
      found,
      expected:
        line === 1 && column === 1 ? `${expected}, which begins with {` : `${problem.expected}: ${because}`,
    });
  }
};
