/** How far work is: one line of a terminal that is written over; nothing where nobody watches. */
export interface Progress {
  readonly show: (done: number, of: number) => void;
  readonly clear: () => void;
}

const eraseLine = "\r\u001b[K";

/** On standard error, where it is a terminal. */
export const terminalProgress = (stream: NodeJS.WriteStream): Progress => {
  if (stream.isTTY !== true) return { show: () => undefined, clear: () => undefined };
  let shown = false;
  return {
    show: (done, of) => {
      stream.write(`${eraseLine}${done} of ${of} decided …`);
      shown = true;
    },
    clear: () => {
      if (shown) stream.write(eraseLine);
      shown = false;
    },
  };
};
