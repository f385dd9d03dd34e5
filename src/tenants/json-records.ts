/**
 * Cuts the text of a JSON object whose values are lists into the items of those lists as the bytes come, so that no more
 * than one of them need be held. Only brackets, quotes and commas are looked at; each item is parsed by whoever takes it.
 */

/** A value of the object, or an item of a list that is one. */
export interface JsonRecord {
  readonly name: string;
  readonly isItem: boolean;
  readonly bytes: Uint8Array;
}

/** What was found instead of JSON, in words that follow "found" and "expected". */
export interface RecordProblem {
  readonly found: string;
  readonly expected: string;
}

export interface RecordTaker {
  /** Whether the values of a name are wanted; asked once per name, in the order of the text. */
  readonly wants: (name: string) => boolean;
  readonly take: (record: JsonRecord) => void;
  /** Throws what the reader of the text makes of it. */
  readonly fail: (problem: RecordProblem) => never;
}

export interface RecordCutter {
  readonly write: (chunk: Uint8Array) => void;
  readonly end: () => void;
}

/** What comes next outside values. */
type Next = "{" | "name" | "name or }" | ":" | "value" | "item" | "item or ]" | ", or ]" | ", or }" | "end";

const expectations: Readonly<Record<Next, string>> = {
  "{": "{",
  name: "a name in double quotes",
  "name or }": "a name in double quotes or }",
  ":": "a colon",
  value: "a value",
  item: "a value",
  "item or ]": "a value or ]",
  ", or ]": "a comma or ]",
  ", or }": "a comma or }",
  end: "the end of the file",
};

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];

const isBlank = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** Cost: one pass, a copy of each value that two chunks share. */
export const cutRecords = ({ wants, take, fail }: RecordTaker): RecordCutter => {
  let next: Next = "{";
  let name = "";
  let isWanted = false;
  /** Brackets that are open inside the value at hand; -1 outside values. */
  let depth = -1;
  let isName = false;
  let inText = false;
  let isEscaped = false;
  /** The beginning of the value at hand, from chunks before. */
  let carried: Uint8Array[] = [];

  const finish = (bytes: Uint8Array): void => {
    const whole = carried.length === 0 ? bytes : Buffer.concat([...carried, bytes]);
    carried = [];
    if (isName) {
      try {
        name = String(JSON.parse(Buffer.from(whole).toString("utf8")));
      } catch {
        fail({ found: "a name that is no text", expected: expectations.name });
      }
      isWanted = wants(name);
      isName = false;
      next = ":";
      return;
    }
    const isItem = next === "item" || next === "item or ]";
    if (isWanted) take({ name, isItem, bytes: whole });
    next = isItem ? ", or ]" : ", or }";
  };

  /** A byte outside values. @returns whether a value begins here. */
  const step = (byte: number): boolean => {
    switch (next) {
      case "{":
        if (byte === openObject) next = "name or }";
        else break;
        return false;
      case "name":
      case "name or }":
        if (byte === quote) {
          isName = true;
          return true;
        }
        if (byte !== closeObject || next === "name") break;
        next = "end";
        return false;
      case ":":
        if (byte !== colon) break;
        next = "value";
        return false;
      case "value":
        if (byte === openList) {
          next = "item or ]";
          if (isWanted) take({ name, isItem: false, bytes: emptyList });
          return false;
        }
        if (byte === comma || byte === closeObject || byte === closeList || byte === colon) break;
        return true;
      case "item":
      case "item or ]":
        if (byte === closeList && next === "item or ]") {
          next = ", or }";
          return false;
        }
        if (byte === comma || byte === closeObject || byte === closeList || byte === colon) break;
        return true;
      case ", or ]":
        if (byte !== comma && byte !== closeList) break;
        next = byte === comma ? "item" : ", or }";
        return false;
      case ", or }":
        if (byte !== comma && byte !== closeObject) break;
        next = byte === comma ? "name" : "end";
        return false;
      case "end":
        break;
    }
    return fail({
      found: JSON.stringify(String.fromCharCode(byte)),
      expected: `${expectations[next]}: the file is no JSON`,
    });
  };

  const write = (chunk: Uint8Array): void => {
    let start = 0;
    for (let place = 0; place < chunk.length; place += 1) {
      const byte = chunk[place] ?? 0;
      if (inText) {
        if (isEscaped) isEscaped = false;
        else if (byte === backslash) isEscaped = true;
        else if (byte === quote) {
          inText = false;
          if (isName) {
            finish(chunk.subarray(start, place + 1));
            depth = -1;
          }
        }
        continue;
      }
      if (depth >= 0) {
        if (byte === quote) inText = true;
        else if (byte === openObject || byte === openList) depth += 1;
        else if ((byte === closeObject || byte === closeList) && depth > 0) depth -= 1;
        else if (depth === 0 && (byte === comma || byte === closeObject || byte === closeList)) {
          finish(chunk.subarray(start, place));
          depth = -1;
          step(byte);
        }
        continue;
      }
      if (isBlank(byte) || !step(byte)) continue;
      start = place;
      depth = byte === openObject || byte === openList ? 1 : 0;
      inText = byte === quote;
    }
    // What nobody wants is not kept; that the value goes on is known without it.
    if (depth >= 0 && (isWanted || isName)) carried.push(new Uint8Array(chunk.subarray(start)));
  };

  const end = (): void => {
    if (depth >= 0 || next !== "end")
      fail({
        found: "the end of the file",
        expected: `${depth >= 0 ? "the end of a value" : expectations[next]}: the file was cut off`,
      });
  };
  return { write, end };
};

const emptyList = Buffer.from("[]");
