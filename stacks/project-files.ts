/** Files that the configuration names, from the folder of Pulumi.yaml; what is wrong with one is told by its key. */
import { resolve } from "node:path";
import { InputError } from "../src/tenants/input-error";
import { ConfigurationError, namespace } from "./configuration";

/** A file as the configuration names it. */
export interface ProjectFile {
  /** The key that names it, such as `devices`. */
  readonly key: string;
  /** As written. */
  readonly written: string;
  readonly path: string;
}

/** The program runs in the folder of its bundle, and nobody writes paths from there. */
export const projectFile = (folder: string, key: string, written: string): ProjectFile => ({
  key,
  written,
  path: resolve(folder, written),
});

/** None, one or several. */
export const projectFiles = (
  folder: string,
  key: string,
  written: string | readonly string[] | undefined,
): readonly ProjectFile[] => [written ?? []].flat().map((one) => projectFile(folder, key, one));

export const pathsOf = (files: readonly ProjectFile[]): readonly string[] => files.map(({ path }) => path);

/** `aircall-mailflow:exchange.users: users.csv, line 3: found …; expected ….` */
export const fileProblem = (
  { key, written }: ProjectFile,
  problem: Omit<InputError["problem"], "file">,
): string => `${namespace}:exchange.${key}: ${new InputError({ ...problem, file: written }).message}`;

/**
 * What reading these files gives.
 *
 * @throws ConfigurationError in place of an InputError about one of them.
 */
export const readingFiles = async <Result>(
  files: readonly ProjectFile[],
  read: () => Promise<Result>,
): Promise<Result> => {
  try {
    return await read();
  } catch (error) {
    const wrong =
      error instanceof InputError ? files.find(({ path }) => path === error.problem.file) : undefined;
    if (wrong === undefined || !(error instanceof InputError)) throw error;
    throw new ConfigurationError([fileProblem(wrong, error.problem)]);
  }
};
