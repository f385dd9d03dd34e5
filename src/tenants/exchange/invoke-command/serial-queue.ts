/** Runs tasks one after the other: one writer per tenant (exchange-online.md 1.6). */

export type SerialQueue = <Result>(task: () => Promise<Result>) => Promise<Result>;

/** A queue whose tasks start in the order they were handed in; one that fails does not stop those behind it. */
export const createSerialQueue = (): SerialQueue => {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task, task);
    last = result.catch(() => undefined);
    return result;
  };
};
