/** Failures on demand: a lost reply, a dropped request, any answer a gateway may give. */

export type Fault =
  /** The command is carried out, then the connection breaks. */
  | { readonly kind: "lose-reply"; readonly cmdlet?: string }
  /** The connection breaks before anything is carried out. */
  | { readonly kind: "drop-request"; readonly cmdlet?: string }
  /** This answer comes instead; nothing is carried out. */
  | {
      readonly kind: "answer";
      readonly cmdlet?: string;
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: unknown;
    };

export interface Faults {
  /** Queues a failure for the next call, or for the next call of one cmdlet. */
  readonly add: (fault: Fault) => void;
  /** Takes the failure that is meant for this cmdlet, if there is one. */
  readonly take: (cmdlet: string) => Fault | undefined;
}

export const createFaults = (): Faults => {
  const queue: Fault[] = [];
  return {
    add: (fault) => {
      queue.push(fault);
    },
    take: (cmdlet) => {
      const index = queue.findIndex(
        (fault) => fault.cmdlet === undefined || fault.cmdlet.toLowerCase() === cmdlet.toLowerCase(),
      );
      return index === -1 ? undefined : queue.splice(index, 1)[0];
    },
  };
};
