/** Where Aircall's API is, and to which addresses the key may travel: to that origin only. */
import { isLoopback } from "../exchange/invoke-command/hosts";
import { AircallError } from "./aircall-error";

/** aircall.md 2.1 */
export const aircallBaseAddress = "https://api.aircall.io";

const refused = (why: string): AircallError =>
  new AircallError({
    kind: "bad-input",
    problem: `The address of Aircall's API cannot be used: ${why}.`,
    nextStep: `Give an address such as ${aircallBaseAddress}; the key stands in the environment, never in an address.`,
  });

/**
 * The base address without a trailing slash.
 *
 * @throws AircallError `bad-input`. The text does not repeat the address, which may hold a key.
 */
export const checkedBaseAddress = (given: string): string => {
  const address = URL.canParse(given) ? new URL(given) : undefined;
  if (address === undefined) throw refused("it is no address");
  if (address.username !== "" || address.password !== "") throw refused("it holds a name or a password");
  if (address.search !== "" || address.hash !== "") throw refused("it holds a query");
  if (address.protocol !== "https:" && !(address.protocol === "http:" && isLoopback(address)))
    throw refused("a key is only sent over https, or over http to this machine itself");
  return `${address.origin}${address.pathname.replace(/\/+$/u, "")}`;
};
