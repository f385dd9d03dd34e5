/** How far work is: one line of a terminal that is written over; nothing where nobody watches. */
export interface Progress {
  readonly show: (done: number, of: number) => void;
  readonly clear: () => void;
}

/** One line that is written over. */
export interface ProgressLine {
  readonly show: (text: string) => void;
  readonly clear: () => void;
}

const eraseLine = "\r\u001b[K";

/** On standard error, where it is a terminal; the same text is not written twice. */
export const progressLine = (stream: NodeJS.WriteStream): ProgressLine => {
  if (stream.isTTY !== true) return { show: () => undefined, clear: () => undefined };
  let shown: string | undefined;
  return {
    show: (text) => {
      if (text !== shown) stream.write(`${eraseLine}${text}`);
      shown = text;
    },
    clear: () => {
      if (shown !== undefined) stream.write(eraseLine);
      shown = undefined;
    },
  };
};

/** Inputs that were decided, counted. */
export const terminalProgress = (stream: NodeJS.WriteStream): Progress => {
  const { show, clear } = progressLine(stream);
  return { show: (done, of) => show(`${done} of ${of} decided …`), clear };
};
