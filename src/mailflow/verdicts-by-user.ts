/** The verdict for each single user: users that no finding tells apart are decided together. */
import { type DecideOptions, type Decision, decide } from "./decide";
import type { ExchangeTenant } from "./exchange/tenant";
import type { Finding } from "./finding";

/** A finding that counts nobody concerns whoever was asked about. */
const concernsAll = ({ recipients: { count } }: Finding, users: number): boolean =>
  count === 0 || count === users;

/**
 * Decides for each user as if nobody else were asked about. A group is split until every finding concerns all of it, so
 * that the cost follows the differences between users, not their number.
 *
 * @param users primary addresses of recipients that were read.
 */
export const verdictsByUser = (
  tenant: ExchangeTenant,
  users: readonly string[],
  options: Omit<DecideOptions, "users">,
): ReadonlyMap<string, Decision> => {
  if (users.length === 0) return new Map();
  const decision = decide(tenant, { ...options, users });
  const isAlike = decision.findings.every((finding) => concernsAll(finding, users.length));
  if (users.length === 1 || decision.verdict === "proven" || isAlike)
    return new Map(users.map((user) => [user, decision]));
  const middle = users.length >> 1;
  return new Map([
    ...verdictsByUser(tenant, users.slice(0, middle), options),
    ...verdictsByUser(tenant, users.slice(middle), options),
  ]);
};
