/**
 * Which links an entry of DoNotRewriteUrls covers. What is published: a bare host covers no path and no subdomain;
 * `*.` in front covers the hosts below; a path that ends in `/*` covers what is below it; without a scheme both are
 * covered; an entry has three wildcards at most ("Entry syntax for the Do not rewrite the following URLs list", Safe Links
 * overview, September 2025).
 */
import type { InvitationLink } from "../aircall";

/** `possibly`: what is published does not settle it. */
export type Coverage = "surely" | "possibly" | "never";

const order: readonly Coverage[] = ["never", "possibly", "surely"];

const least = (coverages: readonly Coverage[]): Coverage =>
  order.find((one) => coverages.includes(one)) ?? "surely";

export const mostOf = (coverages: readonly Coverage[]): Coverage =>
  order.findLast((one) => coverages.includes(one)) ?? "never";

const wildcardLimit = 3;

const wildcardsIn = (text: string): number => text.split("*").length - 1;

/** Whether a text with wildcards anywhere can be read as this one. */
const canBe = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .split("*")
      .map((part) => part.replace(/[\\^$.|?+()[\]{}]/gu, "\\$&"))
      .join(".*")}$`,
    "u",
  ).test(text);

const schemeCovers = (scheme: string | undefined, link: InvitationLink): Coverage => {
  if (scheme === undefined) return "surely";
  if (link.scheme === undefined) return "possibly";
  return scheme === link.scheme ? "surely" : "never";
};

/** A host as mail carries it. */
const hostOf = ({ host, isBelow }: InvitationLink): string => (isBelow ? `any.${host}` : host);

const hostCovers = (host: string, link: InvitationLink): Coverage => {
  if (!host.includes("*")) return !link.isBelow && host === link.host ? "surely" : "never";
  const below = host.startsWith("*.") && wildcardsIn(host) === 1 ? host.slice(1) : undefined;
  if (below === undefined) return canBe(host, hostOf(link)) ? "possibly" : "never";
  if (hostOf(link).endsWith(below)) return "surely";
  // The table of the page says that the domain itself is covered, its notes that it is not.
  return `.${link.host}` === below ? "possibly" : "never";
};

const pathCovers = (path: string | undefined, host: string, { path: known }: InvitationLink): Coverage => {
  // Only of a bare host is it said that no path is covered.
  if (path === undefined) return host.includes("*") ? "possibly" : "never";
  if (path === "/*") return "surely";
  if (known === undefined) return "possibly";
  if (path.endsWith("/*") && wildcardsIn(path) === 1 && known.startsWith(path.slice(0, -1))) return "surely";
  // Whether the query of a link counts as part of it is not published.
  return [known, `${known}/`, `${known}?payload=any`].some((one) => canBe(path, one)) ? "possibly" : "never";
};

/** Whether the link is covered in every mail. */
export const entryCovers = (entry: string, link: InvitationLink): Coverage => {
  const [, scheme, host, path] =
    /^(?:(https?):\/\/)?([^/\s]+)(\/\S*)?$/u.exec(entry.trim().toLowerCase()) ?? [];
  if (host === undefined) return "possibly";
  const covered = least([
    schemeCovers(scheme, link),
    hostCovers(host.replace(/:\d+$/u, ""), link),
    pathCovers(path, host, link),
  ]);
  const isRegular = wildcardsIn(entry) <= wildcardLimit && !/:\d+$/u.test(host);
  return covered === "surely" && !isRegular ? "possibly" : covered;
};
