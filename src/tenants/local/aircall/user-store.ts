/** The users of the embedded Aircall company, in the shape its API tells them (aircall.md 2.3). */
import { z } from "zod";
import { InputError } from "../../input-error";
import { parseJson } from "../../parse-json";

/** What one user starts from. */
export interface UserSeed {
  /** Absent: a user without an address. */
  readonly email?: string;
  readonly name?: string;
  readonly created?: Date;
}

export interface StoredUser {
  readonly id: number;
  readonly direct_link: string;
  readonly name: string;
  readonly email: string | null;
  readonly available: boolean;
  readonly availability_status: string;
  readonly substatus: string;
  /** Of opening hours, not of an invitation: the API tells nothing of invitations. */
  readonly state: string;
  readonly created_at: string;
  readonly time_zone: string;
  readonly language: string;
  readonly wrap_up_time: number;
  readonly extension: string | null;
  readonly default_number_id: number | null;
}

const firstId = 456_001;
const defaultCreated = new Date("2026-01-05T09:00:00.000Z");

/** @param index place in the company, the first being 0; the id follows from it. */
export const storedUser = (seed: UserSeed, index: number, baseAddress: string): StoredUser => {
  const id = firstId + index;
  return {
    id,
    direct_link: `${baseAddress}/v2/users/${id}`,
    name: seed.name ?? "",
    email: seed.email ?? null,
    available: true,
    availability_status: "available",
    substatus: "always_opened",
    state: "always_opened",
    created_at: (seed.created ?? defaultCreated).toISOString(),
    time_zone: "Etc/UTC",
    language: "en-US",
    wrap_up_time: 0,
    extension: null,
    default_number_id: null,
  };
};

const expectedSeed = "a list of users as Aircall's API tells them, or an object with such a list under users";

const seedUser = z.object({
  name: z.string().nullish(),
  email: z.string().nullish(),
  created_at: z.iso.datetime({ offset: true }).nullish(),
});
const seedSchema = z.union([z.array(seedUser), z.object({ users: z.array(seedUser) })]);

/**
 * Seeds from a JSON text: what `GET /v2/users` answered, or its list alone.
 *
 * @throws InputError
 */
export const seedsFromJson = (text: string, file: string): readonly UserSeed[] => {
  const parsed = seedSchema.safeParse(parseJson(text, file, expectedSeed));
  if (!parsed.success) throw new InputError({ file, found: "JSON of another shape", expected: expectedSeed });
  const users = Array.isArray(parsed.data) ? parsed.data : parsed.data.users;
  return users.map(({ name, email, created_at: created }) => ({
    ...(name == null ? {} : { name }),
    ...(email == null ? {} : { email }),
    ...(created == null ? {} : { created: new Date(created) }),
  }));
};
