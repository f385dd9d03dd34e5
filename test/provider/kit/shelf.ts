/** A small resource held in memory, and a plugin that serves it. */
import { setTimeout as wait } from "node:timers/promises";
import {
  PartialFailure,
  type Plugin,
  ProviderError,
  type ResourceBehaviour,
  register,
} from "../../../src/provider/kit";
import type { ResourceDefinition } from "../../../src/resources/definition";

export interface ShelfInputs {
  readonly title: string;
  readonly password?: string;
  readonly note?: string;
  readonly books?: readonly { readonly name: string; readonly pages?: number }[];
  readonly observed?: unknown;
}

export interface ShelfOutputs {
  readonly stamp: string;
  readonly sizes: Readonly<Record<string, number>>;
  readonly total: number;
}

export interface ShelfConfig {
  readonly tenant: string;
  readonly key?: string;
  readonly depth?: number;
}

export const shelfDefinition: ResourceDefinition = {
  token: "toy:index:Shelf",
  docs: "A shelf.",
  inputs: {
    title: { type: { kind: "string" }, required: true, replaceOnChange: true, docs: "" },
    password: { type: { kind: "string" }, secret: true, docs: "" },
    note: { type: { kind: "string" }, docs: "" },
    books: {
      docs: "",
      type: {
        kind: "list",
        ordered: true,
        keyedBy: "name",
        items: {
          kind: "object",
          name: "Book",
          docs: "",
          properties: {
            name: { type: { kind: "string" }, required: true, docs: "" },
            pages: { type: { kind: "integer" }, default: 1, docs: "" },
          },
        },
      },
    },
    observed: { type: { kind: "any" }, addedByCheck: true, docs: "" },
  },
  outputs: {
    stamp: { type: { kind: "string" }, required: true, docs: "" },
    sizes: { type: { kind: "map", values: { kind: "integer" } }, required: true, docs: "" },
    total: { type: { kind: "integer" }, required: true, docs: "" },
  },
};

/** What the behaviour did and what it holds. */
export interface Shelves {
  readonly live: Map<string, ShelfInputs>;
  readonly journal: string[];
  readonly plugin: Plugin;
}

const outputsOf = ({ title, books = [] }: ShelfInputs): ShelfOutputs => ({
  stamp: `stamp of ${title}`,
  sizes: Object.fromEntries(books.map(({ name, pages = 0 }) => [name, pages])),
  total: books.length,
});

/** @param environment - what the process would have in its environment. */
export const createShelves = (environment: Readonly<Record<string, string>> = {}): Shelves => {
  const live = new Map<string, ShelfInputs>();
  const journal: string[] = [];

  const put = async (
    id: string,
    inputs: ShelfInputs,
    signal: AbortSignal,
  ): Promise<{ outputs: ShelfOutputs }> => {
    signal.throwIfAborted();
    if (inputs.note === "refuse") throw new ProviderError("the shelf is full: take a book off first");
    if (inputs.note === "defect") throw new TypeError("cannot read properties of undefined");
    if (inputs.note === "slow") await wait(60_000, undefined, { signal });
    live.set(id, inputs);
    if (inputs.note === "half")
      throw new PartialFailure(id, { stamp: "half" }, ["book 2 was not put: put it again"]);
    return { outputs: outputsOf(inputs) };
  };

  const behaviour: ResourceBehaviour<ShelfInputs, ShelfOutputs, ShelfConfig> = {
    definition: shelfDefinition,
    check: async (inputs, olds, { config }) => ({
      added: {
        observed: { tenant: config.tenant, ...(olds === undefined ? {} : { before: olds.observed ?? null }) },
      },
      failures: inputs.title === "taken" ? [{ property: "title", reason: "is taken" }] : [],
    }),
    create: async (inputs, { signal, log, config }) => {
      journal.push(`create ${inputs.title} in ${config.tenant}`);
      log.status("putting books");
      log.info(`putting ${inputs.title}`);
      return { id: inputs.title, ...(await put(inputs.title, inputs, signal)) };
    },
    read: async (id, known) => {
      journal.push(`read ${id} ${known === undefined ? "by id" : `knowing ${known.outputs.stamp}`}`);
      const inputs = live.get(id);
      return inputs === undefined ? undefined : { id, inputs, outputs: outputsOf(inputs) };
    },
    update: async (inputs, old, { signal, added }) => {
      journal.push(`update ${old.id} from ${old.inputs.note} to ${inputs.note}`);
      if (inputs.note === "tell") journal.push(`knowing ${JSON.stringify(added)}`);
      return put(old.id, inputs, signal);
    },
    delete: async ({ id, inputs }, { added }) => {
      journal.push(`delete ${id}`);
      if (inputs.note === "tell") journal.push(`knowing ${JSON.stringify(added)}`);
      live.delete(id);
    },
  };

  const plugin: Plugin = {
    name: "toy",
    version: "1.2.3",
    config: {
      tenant: {
        type: { kind: "string" },
        required: true,
        replaceOnChange: true,
        environment: "TOY_TENANT",
        docs: "",
      },
      key: { type: { kind: "string" }, secret: true, environment: "TOY_KEY", docs: "" },
      depth: { type: { kind: "integer" }, docs: "" },
    },
    schema: () => ({ name: "toy" }),
    behaviours: [register(behaviour)],
    environment,
  };
  return { live, journal, plugin };
};
