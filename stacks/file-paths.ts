/** Paths of files as the configuration takes them. */
import { z } from "zod";

/** Where an address was meant, a list is missing around it; a file may be called after one. */
export const userFile = z
  .string()
  .refine((text) => text !== "" && (!text.includes("@") || /\.(?:csv|tsv|txt)$/iu.test(text)), {
    error: "expected a list of addresses, or the path of a CSV file such as users.csv",
  });

const path = z.string().min(1, "expected the path of a file");

/** What one or several files tell together. */
export const paths = z
  .union([path, z.array(path).min(1)], { error: "expected the path of a file, or a list of paths" })
  .refine((given) => new Set([given].flat()).size === [given].flat().length, {
    error: "expected each file once",
  });
