/** A user of whom a source tells who they are and nothing else: what it does not tell is not known. */
import type { Source, UserEntry } from "./facts";

export const unlistedUser = (email: string, name: string, source: Source): UserEntry => ({
  email,
  name,
  role: undefined,
  login: undefined,
  invitation: undefined,
  status: "",
  invited: undefined,
  usesMobileApp: undefined,
  source,
});
