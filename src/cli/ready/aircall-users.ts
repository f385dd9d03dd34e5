/** Who the Aircall users are: from the list, from Aircall's API, or from both. */
import type { UserEntry } from "../../readiness/facts";
import { apiUsers } from "../../readiness/inputs/aircall-api";
import { aircallNotices, missingUsers } from "../../readiness/inputs/aircall-notices";
import { mergeUsers } from "../../readiness/inputs/merge-users";
import type { NoticeGroup } from "../../readiness/inputs/notice";
import { readAircallUsers } from "../../tenants/aircall/read-users";
import type { ProgressLine } from "../check/progress";
import { bar } from "./reading-progress";
import type { AircallRequest } from "./request";

export interface AircallReading {
  readonly users: readonly UserEntry[];
  readonly notices: readonly NoticeGroup[];
  /** Users who cannot be judged, because they have no address or were not told. */
  readonly unusable: number;
}

/**
 * @param listed the list's users; `undefined` where no list was given.
 * @throws AircallError
 */
export const readAircall = async (
  request: AircallRequest,
  listed: readonly UserEntry[] | undefined,
  line: ProgressLine,
): Promise<AircallReading> => {
  const { host } = new URL(request.baseUrl);
  const read = await readAircallUsers({
    ...request,
    progress: (done, total) => line.show(bar(host, done, total ?? 0)),
  });
  const told = apiUsers(read);
  const unusable = missingUsers(told);
  if (listed === undefined)
    return { users: told.users.map(({ entry }) => entry), notices: aircallNotices(told), unusable };
  const merged = mergeUsers(listed, told.users);
  return { users: merged.users, notices: aircallNotices(told, merged), unusable };
};
