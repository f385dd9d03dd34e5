/** What Aircall answers, read loosely: fields this program does not use may change (aircall.md 2.3, 2.4). */
import { z } from "zod";

/** A text, or nothing where it is absent or something else. */
const text = z.string().nullish().catch(undefined);

const userSchema = z.object({
  id: z.union([z.number(), z.string().min(1)]),
  name: text,
  email: text,
  created_at: text,
  /** `available`, `custom`, `unavailable`, and whatever comes to be. */
  availability_status: text,
});

export const userPageSchema = z.object({
  users: z.array(userSchema),
  meta: z.object({
    total: z.number().int().nonnegative().nullish(),
    /** Absent or null on the last page; there is no number of pages. */
    next_page_link: z.string().nullish(),
  }),
});

export type UserPage = z.infer<typeof userPageSchema>;
