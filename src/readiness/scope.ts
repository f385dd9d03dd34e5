/** Whom adaptive MFA concerns: everybody who signs in with a password, and privileged users in any case (aircall.md 1.1). */
import type { Person, ScopeBecause } from "./check";
import type { LoginMethod, Role } from "./facts";

/** Which roles are privileged is not published; a supervisor may be (aircall.md 1.1). */
const isPrivileged = { owner: true, admin: true, supervisor: true, agent: false } as const satisfies Readonly<
  Record<Role, boolean>
>;

/**
 * Out of scope is only whoever signs in through the company by all lines that name them, and is an agent by all of them.
 *
 * @param defaultLogin how people sign in of whom the list does not tell.
 */
export const scopeOf = ({ entries }: Person, defaultLogin?: LoginMethod): ScopeBecause => {
  const logins = entries.map(({ login }) => login ?? defaultLogin);
  if (logins.includes("password")) return "password-login";
  if (logins.includes(undefined)) return "login-unknown";
  if (entries.some(({ role }) => role !== undefined && isPrivileged[role])) return "privileged";
  return entries.some(({ role }) => role === undefined) ? "role-unknown" : "single-sign-on";
};

export const isInScope = (because: ScopeBecause): boolean => because !== "single-sign-on";
